import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const place = 'asOf=2024-11-15&period=year-2024'

describe('history of a unit', () => {
  it('shows events, versions, targets and documents', async () => {
    renderRoute(`/units/town/history?${place}`, schemaLink(createWorld()))
    expect(await screen.findByText('Thành lập')).toBeTruthy()
    expect(screen.getByText('01/01/1997 – 30/06/2025')).toBeTruthy()
    expect(screen.getByText('150 người')).toBeTruthy()
    expect(screen.getByText('187-KH/TU')).toBeTruthy()
  })

  it('says in numbers what a dissolution would do', async () => {
    renderRoute(`/units/town/history?${place}&dialog=dissolve`, schemaLink(createWorld()))
    expect(
      await screen.findByText(/Thị xã Điện Bàn sẽ kết thúc; 22 đơn vị trực thuộc và 6\.557 đảng viên/u),
    ).toBeTruthy()
  })

  it('sets how percentages are rounded, with the zeros at the end kept or dropped', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    renderRoute(`/units/town/history?${place}&dialog=rounding`, schemaLink(world))
    fireEvent.click(await screen.findByRole('radio', { name: 'Cắt ở 1 chữ số thập phân' }))
    const zeros = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Giữ số 0 ở cuối phần thập phân' })
    await waitFor(() => expect(zeros.disabled).toBe(false))
    fireEvent.click(zeros)
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      id: 'town',
      version: 1,
      rounding: { mode: 'TRUNCATE', decimals: 1, trailingZeros: false },
    })
  })

  it('changes a term with the version that was read', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    const router = renderRoute(`/units/town/history?${place}`, schemaLink(world))
    fireEvent.click((await screen.findAllByRole('button', { name: 'Sửa' }))[0]!)
    const name = await screen.findByDisplayValue('2020-2025')
    fireEvent.change(name, { target: { value: 'Nhiệm kỳ XXII' } })
    fireEvent.click(screen.getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      organizationId: 'town',
      id: 'term-1',
      version: 3,
      name: 'Nhiệm kỳ XXII',
      from: '2020-08-10',
    })
    await waitFor(() => expect(router.state.location.search).not.toContain('term='))
  })

  it('says what goes with a term before it is deleted', async () => {
    const sent: Array<Record<string, unknown>> = []
    const world = createWorld({ onMutation: (_, input) => sent.push({ ...input }) })
    renderRoute(`/units/town/history?${place}&dialog=removeTerm&term=term-0`, schemaLink(world))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Số kết nạp và số đảng viên không thay đổi.')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Xóa' }))
    await waitFor(() => expect(sent).toEqual([{ id: 'term-0', version: 1 }]))
  })

  it('offers the terms of the unit as periods', async () => {
    const router = renderRoute(`/units/town/history?${place}`, schemaLink(createWorld()))
    fireEvent.mouseDown(await screen.findByRole('combobox', { name: 'Kỳ' }))
    fireEvent.click(await screen.findByText('Nhiệm kỳ 2015-2020'))
    await waitFor(() =>
      expect(new URLSearchParams(router.state.location.search).get('period')).toBe(
        'term-2015-08-10.2020-08-09',
      ),
    )
    expect(router.state.location.search).toContain('asOf=2020-08-09')
  })
})

describe('the lineage of a unit', () => {
  const relative = (id: string, name: string, validFrom: string, validTo: string | null) => ({
    id,
    at: validTo ?? '2025-07-01',
    name,
    validFrom,
    validTo,
  })
  const heir = relative('new', 'Phường Điện Bàn', '2025-07-01', null)
  const town = relative('town', 'Thị xã Điện Bàn', '1997-01-01', '2025-06-30')
  const link = { on: '2025-07-01', kind: 'MERGE', extent: 'WHOLE' }
  const lineage = {
    complete: true,
    nodes: [town, heir],
    edges: [{ ...link, from: 'town', to: 'new', principal: true }],
  }
  const world = () => {
    const known = createWorld()
    return {
      ...known,
      organization: (asked: { id?: string; at?: string }) => ({
        ...known.organization(asked),
        becameOf: [{ ...link, principal: true, organization: heir, reorganization: null }],
        lineage,
      }),
    }
  }

  it('leads to what became of it, as a graph with a table behind it', async () => {
    renderRoute(`/units/town/history?asOf=2025-06-30&period=year-2025`, schemaLink(world()))
    const box = await screen.findByRole('region', { name: 'Nguồn gốc và kế thừa' })
    const graph = await within(box).findByRole('figure', { name: /2 đơn vị, 1 lần chuyển/u })
    const unit = within(graph).getByRole('link', { name: /Phường Điện Bàn/u })
    expect(unit.getAttribute('href')).toContain('/units/new/history?asOf=2025-07-01')
    fireEvent.click(within(box).getByRole('button', { name: /Bảng số liệu/u }))
    expect(
      within(box).getByRole('row', { name: /01\/07\/2025 Thị xã Điện Bàn Phường Điện Bàn/u }),
    ).toBeTruthy()
  })

  it('is said above every page on the last day of a unit', async () => {
    renderRoute(`/units/town/history?asOf=2025-06-30&period=year-2025`, schemaLink(world()))
    const banner = await screen.findByText(/Từ ngày 01\/07\/2025 chuyển thành:/u)
    expect(within(banner).getByRole('link', { name: 'Phường Điện Bàn' })).toBeTruthy()
  })

  it('finds the new unit by the old name', async () => {
    const searchUnitHistory = () => [
      { name: 'Phường Điện Phương', code: '20596', until: '2025-06-30', organization: town, now: [heir] },
    ]
    renderRoute(
      `/units/town/history?asOf=2025-12-31&period=year-2025&dialog=search`,
      schemaLink({ ...world(), searchUnitHistory }),
    )
    fireEvent.change(await screen.findByRole('combobox', { name: /Tìm đơn vị/u }), {
      target: { value: 'dien phuong' },
    })
    const hit = await screen.findByText('Phường Điện Phương → Phường Điện Bàn')
    expect(hit.parentElement?.textContent).toContain('từ 01/07/2025')
  })
})
