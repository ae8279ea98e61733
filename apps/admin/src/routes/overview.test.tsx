import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { figure, renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town?asOf=2024-11-15&period=year-2024'

describe('overview of a unit', () => {
  it('shows admitted against target with the percentage of the server', async () => {
    renderRoute(address, schemaLink(createWorld()))
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
    expect(figure('admitted')).toBe('220')
    expect(figure('target')).toBe('150')
    expect(screen.getByText(/nhịp thời gian 131/u)).toBeTruthy()
  })

  it('words the figures as a report does', async () => {
    renderRoute(address, schemaLink(createWorld()))
    const statement = await screen.findByRole('region', { name: 'Văn bản thống kê' })
    await waitFor(() =>
      expect(statement.textContent).toContain('Đảng bộ thị xã Điện Bàn đã kết nạp 220 đảng viên mới'),
    )
    expect(statement.textContent).toContain('đạt 146,6% chỉ tiêu')
  })

  it('leads from a number of the paragraph to the people behind it, and copies it as plain text', async () => {
    const written: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(written.push(text)) },
    })
    const router = renderRoute(address, schemaLink(createWorld()))
    fireEvent.click(await screen.findByRole('button', { name: /Sao chép/u }))
    await waitFor(() => expect(written).toHaveLength(1))
    expect(written[0]).toMatch(/^Tính đến ngày 15\/11\/2024, .* trong đó: nữ 124 đồng chí \(56%\)\.$/u)
    fireEvent.click(
      within(screen.getByRole('region', { name: 'Văn bản thống kê' })).getByRole('link', { name: '124' }),
    )
    await waitFor(() => expect(router.state.location.pathname).toBe('/units/town/admissions'))
    expect(router.state.location.search).toContain('female=1')
  })

  it('stands without the paragraph when there is no template', async () => {
    const none = failingLink('Statement', { code: 'NOT_FOUND' })
    renderRoute(address, ApolloLink.from([none, schemaLink(createWorld())]))
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
    expect(screen.queryByRole('button', { name: /Sao chép/u })).toBeNull()
  })

  it('asks for all its figures in no more than three requests', async () => {
    const seen: string[] = []
    renderRoute(
      address,
      schemaLink(createWorld(), (name) => seen.push(name)),
    )
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
    await screen.findByText(/15\/11\/2023: 139/u)
    expect(seen.filter((name) => ['UnitHeader', 'Overview', 'LastYear'].includes(name))).toHaveLength(3)
  })

  it('leads from a bar of the composition to the people behind it', async () => {
    const router = renderRoute(address, schemaLink(createWorld()))
    const composition = await screen.findByRole('region', { name: 'Cơ cấu' })
    fireEvent.click(composition.querySelector('a')!)
    await waitFor(() => expect(router.state.location.pathname).toBe('/units/town/admissions'))
    expect(router.state.location.search).toContain('female=1')
    expect(router.state.location.search).toContain('asOf=2024-11-15')
  })

  it('stands without last year when the unit is younger than that', async () => {
    const young = failingLink('LastYear', { code: 'DATE_OUT_OF_RANGE', since: '2024-01-01' })
    renderRoute(address, ApolloLink.from([young, schemaLink(createWorld())]))
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('puts day and period into the address', async () => {
    const router = renderRoute('/units/town', schemaLink(createWorld()))
    await waitFor(() => expect(router.state.location.search).toBe('?asOf=2024-11-15&period=year-2024'))
  })

  it('speaks English after one switch', async () => {
    renderRoute(address, schemaLink(createWorld()))
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
    fireEvent.click(screen.getByText('EN'))
    await waitFor(() => expect(figure('completion')).toBe('146.6 %'))
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('seedbed.language')).toBe('en')
  })
})

describe('a failure', () => {
  it('says what happened with the request id, and tries again', async () => {
    let isFailing = true
    const failing = failingLink('Overview', { code: 'INTERNAL_ERROR', requestId: 'req-7' }, () => isFailing)
    renderRoute(address, ApolloLink.from([failing, schemaLink(createWorld())]))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Máy chủ gặp lỗi khi xử lý yêu cầu này.')
    expect(alert.textContent).toContain('req-7')
    isFailing = false
    fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(() => expect(figure('completion')).toBe('146,6 %'))
  })

  it('reopens an ended unit on its last day', async () => {
    const ended = new ApolloLink((operation, forward) => {
      const { at } = operation.variables as { at?: string }
      return at && at > '2025-06-30' && operation.operationName === 'UnitHeader'
        ? failingLink('UnitHeader', {
            code: 'DATE_OUT_OF_RANGE',
            since: '1997-01-01',
            until: '2025-06-30',
          }).request(operation, forward)
        : forward(operation)
    })
    const router = renderRoute(
      '/units/town?asOf=2025-12-31&period=year-2025',
      ApolloLink.from([ended, schemaLink(createWorld())]),
    )
    await waitFor(() => expect(router.state.location.search).toContain('asOf=2025-06-30'))
    expect(
      await screen.findByText(/Đơn vị đã kết thúc; số liệu tính đến ngày cuối cùng 30\/06\/2025/u),
    ).toBeTruthy()
  })
})
