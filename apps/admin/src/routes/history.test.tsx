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
