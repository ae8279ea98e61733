import { fireEvent, screen, waitFor } from '@testing-library/react'
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
})
