import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderRoute } from '../testing/render-route.js'
import { failingLink } from '../testing/failing-link.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const place = 'asOf=2024-11-15&period=year-2024'
const address = `/units/town/balance?${place}`

/** The text of a row of the sheet: what it is called and its number. */
function line(id: string): string | undefined {
  const row = document.querySelector(`tr[data-line="${id}"]`)
  return row
    ? [...row.querySelectorAll('th, td.sb-num')].map((cell) => cell.textContent).join(' ')
    : undefined
}

const open = async (path = address) => {
  const router = renderRoute(path, schemaLink(createWorld()))
  await waitFor(() => expect(line('opening')).toBeDefined())
  return router
}

describe('movement of members', () => {
  it('leads from the opening to the closing, line by line, with signs', async () => {
    await open()
    expect(line('opening')).toBe('Đầu kỳ (31/12/2023) 6.381')
    expect(line('increase')).toBe('Tăng trong kỳ +220')
    expect(line('newlyAdmitted')).toContain('+220')
    expect(line('decrease')).toBe('Giảm trong kỳ −44')
    expect(line('died')).toContain('−22')
    expect(line('closing')).toBe('Cuối kỳ (15/11/2024) 6.557')
    expect(line('takenOver')).toContain('0')
  })

  it('says what a declared closing leaves unexplained', async () => {
    await open()
    expect(line('declared')).toBe('Số đơn vị báo cáo 6.500')
    expect(line('unexplained')).toContain('Không giải thích được')
    expect(line('unexplained')).toContain('−57')
  })

  it('takes perimeter and count basis from the address and writes them there', async () => {
    const router = await open(`${address}&perimeter=RECORDED`)
    expect(line('takenOver')).toContain('+25')
    fireEvent.click(screen.getByText('Theo lễ kết nạp'))
    await waitFor(() => expect(router.state.location.search).toContain('basis=CEREMONY'))
    expect(router.state.location.search).toContain('perimeter=RECORDED')
  })

  it('makes every number that is not 0 a link to who or what is behind it', async () => {
    await open(`${address}&perimeter=RECORDED`)
    const href = (id: string) => document.querySelector(`tr[data-line="${id}"] a`)?.getAttribute('href') ?? ''
    expect(href('newlyAdmitted')).toContain('/units/town/admissions?')
    expect(href('newlyAdmitted')).toContain('readmission=0')
    expect(href('died')).toContain('people=died')
    expect(href('takenOver')).toContain('units=TAKEN_OVER')
    expect(href('opening')).toContain('people=membersAtStart')
    expect(href('resigned')).toBe('')
  })

  it('opens the units behind a line of reorganization, and the people behind the others', async () => {
    await open(`${address}&perimeter=RECORDED&units=TAKEN_OVER`)
    const drawer = await screen.findByRole('dialog')
    await waitFor(() => expect(drawer.textContent).toContain('25 đảng viên'))
    expect(drawer.textContent).toContain('01/05/2024')
    fireEvent.click(document.querySelector('tr[data-line="died"] a')!)
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('Từ trần'))
  })

  it('copies the sheet as text with its signs', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await open()
    fireEvent.click(screen.getByRole('button', { name: /Chép bảng/u }))
    await screen.findByText('Đã chép bảng biến động')
    expect(writeText).toHaveBeenCalledWith(expect.stringContaining('   Từ trần\t−22'))
    expect(writeText).toHaveBeenCalledWith(
      expect.stringContaining('Thị xã Điện Bàn, 01/01/2024 – 15/11/2024'),
    )
  })

  it('says that a unit is not there', async () => {
    renderRoute(`/units/nowhere/balance?${place}`, schemaLink(createWorld()))
    expect(await screen.findByText(/Không tìm thấy nội dung cần xem/u)).toBeTruthy()
  })

  it('offers to try again after a failure', async () => {
    const refused = failingLink('Balance', { code: 'UNAVAILABLE' })
    renderRoute(address, refused.concat(schemaLink(createWorld())))
    expect(await screen.findByRole('button', { name: /Thử lại/u })).toBeTruthy()
  })
})
