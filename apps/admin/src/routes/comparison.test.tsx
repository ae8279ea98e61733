import { ApolloLink } from '@apollo/client'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { createWorld } from '../testing/world.js'

const address = '/units/town/comparison?asOf=2024-11-15&period=year-2024'

async function cellsOf(row: RegExp): Promise<string[]> {
  const head = await screen.findByRole('rowheader', { name: row })
  return [...head.closest('tr')!.children].map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' '))
}

describe('comparison of figures', () => {
  it('sets them beside the same date last year, in persons, percentage points and percent', async () => {
    renderRoute(address, schemaLink(createWorld()))
    expect(await cellsOf(/^Kết nạp/u)).toEqual(['Kết nạp', '220', '139', '+81', '+58,2 %'])
    expect(await cellsOf(/^Đạt chỉ tiêu/u)).toEqual([
      'Đạt chỉ tiêutính trên chỉ tiêu',
      '146,6 %220 / 150',
      '146,3 %139 / 95',
      '+0,3 điểm %',
      '',
    ])
    expect(screen.getByText('01/01/2023 – 15/11/2023')).toBeTruthy()
  })

  it('names the members that the rate is set against, as chosen in the address', async () => {
    renderRoute(`${address}&base=AVERAGE`, schemaLink(createWorld()))
    expect(await screen.findByText(/tính trên đảng viên bình quân/u)).toBeTruthy()
  })

  it('leads from a number of last year to the people behind it, by the tree of this year', async () => {
    const router = renderRoute(address, schemaLink(createWorld()))
    fireEvent.click(await screen.findByRole('link', { name: '139' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/units/town/admissions'))
    const params = new URLSearchParams(router.state.location.search)
    expect(Object.fromEntries(params)).toMatchObject({
      asOf: '2023-11-15',
      period: 'year-2023',
      treeAt: '2024-11-15',
    })
  })

  it('asks which unit to compare with, then shows both by name', async () => {
    const router = renderRoute(`${address}&with=UNIT`, schemaLink(createWorld()))
    expect(await screen.findByText('Chọn đơn vị để so sánh')).toBeTruthy()
    fireEvent.change(await screen.findByRole('combobox', { name: 'Đơn vị so sánh' }), {
      target: { value: 'Vĩnh' },
    })
    fireEvent.click(await screen.findByText(/Phường Vĩnh Điện ·/u))
    await waitFor(() => expect(router.state.location.search).toContain('other=ward-7'))
    expect(await screen.findByRole('columnheader', { name: /P\. Vĩnh Điện/u })).toBeTruthy()
    expect(await cellsOf(/^Kết nạp/u)).toEqual(['Kết nạp', '220', '19', '+201', '+1.057,8 %'])
  })

  it('shows a dash and the reason where a figure has no value', async () => {
    const world = createWorld({ before: (numbers) => ({ ...numbers, target: 0 }) })
    renderRoute(address, schemaLink(world))
    expect(await cellsOf(/^Đạt chỉ tiêu/u)).toContain('– chưa có chỉ tiêu cho thời gian này')
  })

  it('sets any two numbers against each other and names both', async () => {
    renderRoute(`${address}&over=admittedFemale&under=admitted`, schemaLink(createWorld()))
    const box = await screen.findByRole('region', { name: 'Tỷ lệ giữa hai số tự chọn' })
    await waitFor(() => expect(box.textContent).toContain('kết nạp là nữ / 220 kết nạp'))
  })

  it('says what happened when the unit is too young, and keeps the choice', async () => {
    const young = failingLink('Comparison', { code: 'DATE_OUT_OF_RANGE', since: '2024-01-01' })
    renderRoute(address, ApolloLink.from([young, schemaLink(createWorld())]))
    expect((await screen.findByRole('alert')).textContent).toContain('Đơn vị có từ 01/01/2024.')
    expect(screen.getByText('Đơn vị khác')).toBeTruthy()
  })
})

describe('a printed percentage', () => {
  it('is explained by what it was taken of and how it was rounded', async () => {
    const router = renderRoute(`${address}&dialog=explain`, schemaLink(createWorld()))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('Tỷ lệ đúng như đã in'), { target: { value: '146,6' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Kiểm tra' }))
    expect(await within(dialog).findByText(/^220 \/ 150 chỉ tiêu năm 2024 = 146,6/u)).toBeTruthy()
    expect(within(dialog).getByText('cắt ở 1 chữ số thập phân')).toBeTruthy()
    expect(router.state.location.search).toContain('printed=146%2C6')
  })

  it('is told to be unexplained where nothing gives it', async () => {
    renderRoute(`${address}&dialog=explain&of=completion&printed=99`, schemaLink(createWorld()))
    expect(await screen.findByText(/Không tìm được mẫu số, cách làm tròn nào cho ra 99 %/u)).toBeTruthy()
  })
})
