import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { createReorganizationWorld, testReorganization, type SentCall } from '../testing/reorganizations.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

const open = (path: string, options: Parameters<typeof createReorganizationWorld>[0] = {}) =>
  renderRoute(path, schemaLink(createReorganizationWorld(options)))

describe('the list of reorganizations', () => {
  it('says why it is empty and what to do', async () => {
    open('/reorganizations', { plans: [] })
    expect(await screen.findByText('Chưa có phương án sắp xếp nào')).toBeTruthy()
    expect(screen.getByText(/Bấm “Lập phương án” để bắt đầu/u)).toBeTruthy()
  })

  it('shows day, decision, number of operations and status, and leads to the workbench', async () => {
    const router = open('/reorganizations')
    const link = await screen.findByRole('link', { name: 'Sắp xếp thị xã Điện Bàn' })
    expect(screen.getByText('01/07/2025')).toBeTruthy()
    expect(screen.getByText('Thị xã Điện Bàn · Quyết định 125-QĐ/TU · 3 việc')).toBeTruthy()
    fireEvent.click(link)
    await waitFor(() => expect(router.state.location.pathname).toBe('/reorganizations/plan'))
  })

  it('keeps in the address which status is asked for', async () => {
    const router = open('/reorganizations', {
      plans: [
        testReorganization(),
        testReorganization({ id: 'old', title: 'Phương án cũ', status: 'UNDONE' }),
      ],
    })
    await screen.findByText('Phương án cũ')
    fireEvent.click(screen.getByText('Đã hoàn tác', { selector: '.ant-segmented-item-label' }))
    await waitFor(() => expect(router.state.location.search).toContain('status=UNDONE'))
    await waitFor(() => expect(screen.queryByText('Sắp xếp thị xã Điện Bàn')).toBeNull())
  })

  it('offers to try again after a failure', async () => {
    const refused = failingLink('Reorganizations', { code: 'UNAVAILABLE' })
    renderRoute('/reorganizations', refused.concat(schemaLink(createReorganizationWorld())))
    expect(await screen.findByRole('button', { name: /Thử lại/u })).toBeTruthy()
  })

  it('begins a draft for the unit one came from and opens it', async () => {
    const calls: SentCall[] = []
    const router = open('/reorganizations?unit=town&dialog=new', { onCall: (call) => calls.push(call) })
    fireEvent.change(await screen.findByLabelText('Tên phương án'), { target: { value: 'Nhập hai xã' } })
    fireEvent.change(screen.getByLabelText('Số quyết định'), { target: { value: ' 12-QĐ/TU ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Bắt đầu soạn' }))
    await waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]!.sent.input).toEqual({
      title: 'Nhập hai xã',
      organizationId: 'town',
      effectiveOn: '2026-11-22',
      targetRule: 'SUM',
      decisionNumber: '12-QĐ/TU',
    })
    await waitFor(() => expect(router.state.location.pathname).toBe('/reorganizations/plan'))
  })

  it('shows a refusal in the dialog and keeps what was typed', async () => {
    const refused = failingLink('CreateReorganization', {
      code: 'INVALID_INPUT',
      fields: { effectiveOn: 'is no day' },
      reason: { key: 'NOT_A_DAY', params: {} },
    })
    const link = ApolloLink.from([refused, schemaLink(createReorganizationWorld())])
    renderRoute('/reorganizations?unit=town&dialog=new', link)
    fireEvent.change(await screen.findByLabelText('Tên phương án'), { target: { value: 'Nhập hai xã' } })
    fireEvent.click(screen.getByRole('button', { name: 'Bắt đầu soạn' }))
    expect(await screen.findByText(/Dữ liệu chưa hợp lệ/u)).toBeTruthy()
    expect(screen.getByDisplayValue('Nhập hai xã')).toBeTruthy()
  })
})
