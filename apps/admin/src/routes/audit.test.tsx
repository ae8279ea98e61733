import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld, type WorldOptions } from '../testing/world.js'

const show = (path: string, options: WorldOptions = {}) => renderRoute(path, schemaLink(createWorld(options)))

describe('the audit log', () => {
  it('tells when, who, what, whom it concerns and how it ended, in words', async () => {
    show('/audit')
    const row = (await screen.findByRole('button', { name: 'Xem chi tiết: Giao hoặc sửa chỉ tiêu' })).closest(
      'tr',
    )!
    expect(row.textContent).toMatch(/21\/11\/2026 01:30.*Trần Văn Thử.*Chi bộ Khối phố 1.*Đã thực hiện/u)
    expect(screen.getByText('Bị từ chối')).toBeTruthy()
    expect(screen.getByText('Tài khoản này không được xem hoặc làm việc này.')).toBeTruthy()
  })

  it('shows before and after of a record', async () => {
    show('/audit')
    fireEvent.click(await screen.findByRole('button', { name: 'Xem chi tiết: Giao hoặc sửa chỉ tiêu' }))
    const drawer = within(await screen.findByRole('dialog'))
    const cells = drawer.getAllByRole('row').map((line) => line.textContent)
    expect(cells).toContain('Chỉ tiêu46')
    expect(cells).toContain('Có hiệu lực từ ngày–01/03/2024')
    expect(drawer.getByText(/••• là giá trị được che/u)).toBeTruthy()
    expect(drawer.getByRole('link', { name: 'Chi bộ Khối phố 1' }).getAttribute('href')).toBe(
      '/audit?unit=cell',
    )
  })

  it('asks for what the address says, and keeps what is chosen in it', async () => {
    const asked: Record<string, unknown>[] = []
    const router = show('/audit?unit=cell&below=1&from=2026-11-01&outcome=DONE', {
      onAudit: (filter) => void asked.push(filter),
    })
    await screen.findByRole('button', { name: 'Xem chi tiết: Giao hoặc sửa chỉ tiêu' })
    expect({ ...asked.at(-1) }).toEqual({
      organizationId: 'cell',
      below: true,
      from: '2026-11-01',
      outcome: 'DONE',
    })
    fireEvent.click(screen.getByRole('button', { name: 'Chỉ xem việc Trần Văn Thử đã làm' }))
    await waitFor(() => expect(asked.at(-1)?.actor).toBe('Trần Văn Thử'))
    expect(router.state.location.search).toContain('who=')
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ hết điều kiện' }))
    await waitFor(() => expect(router.state.location.search).toBe(''))
  })

  it('says why there is nothing', async () => {
    show('/audit?who=Ai+%C4%91%C3%B3')
    expect(await screen.findByText('Không có ghi chép nào')).toBeTruthy()
  })

  it('is not for those who may read no log, and not offered to them', async () => {
    show('/audit', { cannot: ['viewerCanReadAudit'] })
    expect((await screen.findByRole('alert')).textContent).toContain('nhật ký')
  })

  it('is reached from the history of a unit by those who may read it', async () => {
    show('/units/cell/history?asOf=2024-11-15&period=year-2024')
    const link = await screen.findByRole('link', { name: 'Nhật ký của đơn vị' })
    expect(link.getAttribute('href')).toBe('/audit?unit=cell')
  })
})
