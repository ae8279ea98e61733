import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { dossiersWorld } from '../testing/dossiers.js'
import { failingLink } from '../testing/failing-link.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'

const place = 'asOf=2024-11-15&period=year-2024'
const list = `/units/cell/dossiers?${place}`
const one = `/units/cell/dossiers/dossier-1?${place}`

const fill = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('spinbutton', { name }), { target: { value } })

describe('a dossier', () => {
  it('says what comes next, what is missing by which regulation, and leads to what is missing', async () => {
    renderRoute(one, schemaLink(dossiersWorld({})))
    const next = await screen.findByRole('region', { name: 'Việc tiếp theo' })
    expect(within(next).getByText('Gửi thẩm tra lý lịch')).toBeTruthy()
    expect(within(next).getByText(/^Hồ sơ chưa có Lý lịch/u)).toBeTruthy()
    expect(within(next).getByText('theo 12-HD/BTCTW, 1.1')).toBeTruthy()
    const primary = next.querySelectorAll('.ant-btn-primary')
    expect([...primary].map((button) => button.textContent)).toEqual(['Ghi giấy tờ'])
    fireEvent.click(primary[0] as Element)
    expect(await screen.findByText('Ghi giấy tờ vào hồ sơ')).toBeTruthy()
  })

  it('shows its way with days, marks what was recorded late, and tells deadlines in words', async () => {
    renderRoute(one, schemaLink(dossiersWorld({ states: ['CELL_APPROVED'] })))
    const way = await screen.findByRole('list', { name: 'Các bước của hồ sơ' })
    const steps = within(way).getAllByRole('listitem')
    expect(steps[1]?.textContent).toBe('Gửi thẩm tra lý lịch02/09/2024 · ghi muộn')
    expect(steps.findIndex((step) => step.getAttribute('aria-current') === 'step')).toBe(3)
    expect(steps.at(-1)?.textContent).toContain('chưa đến')
    expect((await screen.findAllByText(/Quá hạn · hạn 25\/10\/2024 · quá 21 ngày/u)).length).toBe(2)
    expect(screen.getByText(/tính từ 01\/08\/2024 · 24-QĐ\/TW, 4\.3\.1/u)).toBeTruthy()
  })

  it('records a vote with its numbers, and says how many have to agree', async () => {
    const sent: unknown[] = []
    const world = dossiersWorld({ states: ['READY'], onMutation: (_, input) => sent.push(input) })
    renderRoute(one, schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi: Chi bộ biểu quyết' }))
    await screen.findByRole('dialog')
    fill('Tổng số đảng viên chính thức (hoặc cấp ủy viên)', '8')
    fill('Có mặt', '7')
    fill('Tán thành', '5')
    fill('Không tán thành', '2')
    expect(await screen.findByText('Chưa đủ phiếu.')).toBeTruthy()
    fill('Tán thành', '6')
    fill('Không tán thành', '1')
    expect(await screen.findByText('Cần ít nhất 6 phiếu tán thành (2/3 của 8).')).toBeTruthy()
    expect(screen.getByText('Đủ phiếu.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(JSON.parse(JSON.stringify(sent[0]))).toEqual({
      ...{ dossierId: 'dossier-1', version: 3, kind: 'CELL_VOTE', on: '2024-11-15' },
      votes: { officialMembers: 8, present: 7, agreed: 6, against: 1 },
    })
  })

  it('shows a refusal with rule and regulation in the dialog, and keeps what was typed', async () => {
    const refused = failingLink('RecordDossierStep', {
      code: 'RULE_REFUSED',
      rule: 'CEREMONY_DAYS',
      regulation: '24-QĐ/TW, 4.3',
      reason: { key: 'CEREMONY_BEFORE_DECISION', params: { day: '2024-12-01' } },
    })
    const link = ApolloLink.from([refused, schemaLink(dossiersWorld({ states: ['DECIDED'] }))])
    renderRoute(one, link)
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi: Lễ kết nạp' }))
    fireEvent.change(await screen.findByRole('textbox', { name: 'Ghi chú' }), {
      target: { value: 'tại hội trường' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    const alert = await screen.findByText('Không đúng quy định.')
    expect(alert.parentElement?.textContent).toContain('Hạn tổ chức lễ kết nạp · 24-QĐ/TW, 4.3')
    expect(alert.parentElement?.textContent).toContain('01/12/2024')
    expect((screen.getByRole('textbox', { name: 'Ghi chú' }) as HTMLTextAreaElement).value).toBe(
      'tại hội trường',
    )
  })

  it('offers nothing to who may only look', async () => {
    const world = dossiersWorld({
      bend: ({ nextSteps }) => ({
        viewerCanPrepare: false,
        viewerCanDecide: false,
        nextSteps: nextSteps.map((next) => ({ ...next, viewerCan: false })),
      }),
    })
    renderRoute(one, schemaLink(world))
    expect(await screen.findByText('Đang chờ Chi bộ Khối phố 1 thực hiện.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Ghi/u })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Rút lại bước này' })).toBeNull()
  })
})

describe('dossiers of a unit', () => {
  it('are narrowed by what the address says, and counted by state', async () => {
    const filters: unknown[] = []
    const world = dossiersWorld({
      states: ['CELL_APPROVED', 'DECIDED'],
      onFilter: (filter) => filters.push(filter),
    })
    renderRoute(`${list}&state=CEREMONY&text=ho`, schemaLink(world))
    expect(await screen.findByText('2 hồ sơ')).toBeTruthy()
    expect(filters[0]).toEqual({ states: ['DECIDED'], text: 'ho' })
    expect(screen.getAllByText(/quá 21 ngày/u)).toHaveLength(2)
  })

  it('take a step together where the procedure allows it to all of them, each by itself', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = dossiersWorld({
      states: ['DECIDED', 'DECIDED', 'READY'],
      onMutation: (_, input) => sent.push({ ...(input as object) }),
    })
    renderRoute(list, schemaLink(world))
    for (const number of [1, 2])
      fireEvent.click(await screen.findByRole('checkbox', { name: `Chọn Lê Thị Hồ Sơ ${number}` }))
    const bar = screen.getByRole('region', { name: 'Đã chọn 2 người' })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn Lê Thị Hồ Sơ 3' }))
    expect(within(bar).getByText(/không có bước nào ghi chung được/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn Lê Thị Hồ Sơ 3' }))
    fireEvent.click(within(bar).getByRole('button', { name: 'Lễ kết nạp' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent.map(({ dossierId, kind, on }) => [dossierId, kind, on])).toEqual([
      ['dossier-1', 'CEREMONY', '2024-11-15'],
      ['dossier-2', 'CEREMONY', '2024-11-15'],
    ])
  })
})
