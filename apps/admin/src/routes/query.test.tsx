import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { OrganizationQuery } from '@seedbed/shared'
import { describe, expect, it, vi } from 'vitest'
import { failingLink } from '../testing/failing-link.js'
import { queriesOf } from '../testing/queries.js'
import { renderRoute } from '../testing/render-route.js'
import { schemaLink } from '../testing/schema-link.js'
import { testUnits } from '../testing/units.js'
import { createWorld } from '../testing/world.js'

const place = 'asOf=2024-11-15&period=year-2024'
const at = (q?: object, more = '') =>
  `/units/town/query?${place}${q ? `&q=${encodeURIComponent(JSON.stringify(q))}` : ''}${more}`
const behind = {
  tiers: ['GRASSROOTS'],
  where: { all: [{ compare: { indicator: 'completion', operator: 'LESS', number: 100 } }] },
  indicators: ['target', 'admitted', 'completion'],
  orderBy: [{ indicator: 'completion', direction: 'ASC' }],
}

function worldWithQueries(bent: Parameters<typeof queriesOf>[2] = {}) {
  const world = createWorld()
  const organization = (unit: { id: string }) => world.organization({ id: unit.id, at: '2024-11-15' })!
  const queries = queriesOf(testUnits(), organization, bent)
  return { world: { ...world, ...queries }, inputs: queries.inputs }
}

const sentence = () => document.querySelector('.sb-query-sentence')?.textContent ?? ''
const found = () => document.querySelector('[data-found]')?.textContent ?? ''

describe('a question in the making', () => {
  it('reads as a sentence about the unit on screen before anything is chosen', async () => {
    renderRoute(at(), schemaLink(worldWithQueries().world))
    await waitFor(() => expect(sentence()).toContain('Tìm đơn vị mọi cấp thuộc Thị xã Điện Bàn'))
    expect(sentence()).toContain('từ ngày 01/01/2024 đến ngày 15/11/2024')
    expect(await screen.findByText('Sẽ hỏi 22 đơn vị.')).toBeTruthy()
    expect(screen.getByText('Bấm “Chạy” để xem kết quả')).toBeTruthy()
  })

  it('says what is missing at the condition and does not run until it is there', async () => {
    const router = renderRoute(at(), schemaLink(worldWithQueries().world))
    fireEvent.click(await screen.findByRole('button', { name: /Điều kiện về số liệu/u }))
    await waitFor(() => expect(sentence()).toContain('mà số kết nạp nhỏ hơn …'))
    expect(screen.getAllByText('Cần ghi một số').length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: /Chạy/u }).hasAttribute('disabled')).toBe(true)
    const number = screen.getByRole('spinbutton', { name: 'Số' })
    fireEvent.change(number, { target: { value: '7' } })
    fireEvent.blur(number)
    await waitFor(() => expect(sentence()).toContain('số kết nạp nhỏ hơn 7'))
    expect(screen.getByRole('button', { name: /Chạy/u }).hasAttribute('disabled')).toBe(false)
    expect(JSON.parse(new URLSearchParams(router.state.location.search).get('q') ?? '')).toMatchObject({
      where: { all: [{ compare: { indicator: 'admitted', operator: 'LESS', number: 7 } }] },
    })
  })

  it('says that a condition can never hold', async () => {
    const never = { compare: { indicator: 'admitted', operator: 'LESS', number: 0 } }
    renderRoute(at({ ...behind, where: { all: [never] } }), schemaLink(worldWithQueries().world))
    expect(
      (await screen.findAllByText('Không đơn vị nào có thể đáp ứng điều kiện này')).length,
    ).toBeGreaterThan(0)
  })

  it('makes an empty question of an address that holds nonsense', async () => {
    const { world } = worldWithQueries()
    renderRoute(`/units/town/query?${place}&q=%7Bnonsense`, schemaLink(world))
    await waitFor(() => expect(sentence()).toContain('Tìm đơn vị mọi cấp thuộc Thị xã Điện Bàn'))
  })
})

describe('a question that is asked', () => {
  it('tells the number of hits before it reads rows, then rows, totals and links', async () => {
    const wanted: number[] = []
    const asked: OrganizationQuery[] = []
    const { world } = worldWithQueries({ onFind: (query, first) => (wanted.push(first), asked.push(query)) })
    renderRoute(at(behind), schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: /Chạy/u }))
    await waitFor(() => expect(found()).toBe('3 đơn vị'))
    expect(wanted).toEqual([1, 100])
    expect(asked[0]).toMatchObject({
      scope: ['town'],
      from: '2024-01-01',
      asOf: '2024-11-15',
      tiers: ['GRASSROOTS'],
    })
    expect(screen.getByText(/trong 22 đơn vị được hỏi/u)).toBeTruthy()
    const rows = [...document.querySelectorAll('.sb-query-result tbody tr.ant-table-row')]
    expect(rows[0]?.textContent).toContain('Phường Điện Nam Đông')
    expect(screen.getByText('Cộng 3 đơn vị')).toBeTruthy()
    const number = rows[0]!.querySelector('a[data-figure="admitted"]')
    expect(number?.getAttribute('href')).toContain('/admissions?asOf=2024-11-15&period=year-2024')
  })

  it('runs at once when a copied address says so, and gets further pages on demand', async () => {
    const { world } = worldWithQueries({ page: 10 })
    renderRoute(at({ ...behind, where: { all: [] } }, '&run=1'), schemaLink(world))
    await waitFor(() => expect(found()).toBe('22 đơn vị'))
    fireEvent.click(screen.getByRole('button', { name: 'Xem thêm (12 nữa)' }))
    await waitFor(() => expect(document.querySelectorAll('tr.ant-table-row')).toHaveLength(20))
  })

  it('says in words why a column has no total', async () => {
    const years = { ...behind, indicators: ['admitted', 'yearsSinceLastAdmission'] }
    const { world } = worldWithQueries()
    renderRoute(at({ ...years, where: { all: [] }, orderBy: [] }, '&run=1'), schemaLink(world))
    expect(await screen.findByText(/Không cộng “Số năm chưa kết nạp”: số này của từng đơn vị/u)).toBeTruthy()
  })

  it('says why it is too heavy in words, and keeps the question', async () => {
    const refusal = {
      code: 'TOO_COMPLEX',
      reason: {
        key: 'QUERY_TOO_HEAVY',
        params: { cost: 900_000, limit: 600_000, lighter: { key: 'LIGHTER_TIERS', params: {} } },
      },
    }
    const link = failingLink('CountOrganizations', refusal).concat(schemaLink(worldWithQueries().world))
    renderRoute(at(behind, '&run=1'), link)
    expect(await screen.findByText(/quá nặng: ước tính 900.000, mức cho phép 600.000/u)).toBeTruthy()
    expect(sentence()).toContain('tỷ lệ đạt chỉ tiêu nhỏ hơn 100')
  })

  it('is stopped on demand and is then as it was', async () => {
    const { world } = worldWithQueries()
    const never = { ...world, findOrganizations: () => new Promise(() => {}) }
    renderRoute(at(behind, '&run=1'), schemaLink(never))
    fireEvent.click(await screen.findByRole('button', { name: 'Dừng' }))
    expect(await screen.findByText(/Đã dừng/u)).toBeTruthy()
    expect(sentence()).toContain('tỷ lệ đạt chỉ tiêu nhỏ hơn 100')
  })

  it('hands over the whole answer as CSV, not the page alone', async () => {
    const texts: Promise<string>[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation(
      (blob) => (texts.push((blob as Blob).text()), 'blob:x'),
    )
    const { world } = worldWithQueries({ page: 10 })
    renderRoute(at({ ...behind, where: { all: [] } }, '&run=1'), schemaLink({ ...world, recordExport: true }))
    await waitFor(() => expect(found()).toBe('22 đơn vị'))
    fireEvent.click(screen.getByRole('button', { name: /Tải CSV/u }))
    await waitFor(() => expect(texts).toHaveLength(1))
    const lines = (await texts[0]!).trimEnd().split('\r\n')
    expect(lines).toHaveLength(25)
    expect(lines[0]).toContain('Tìm')
    vi.restoreAllMocks()
  })
})

describe('what is kept of questions', () => {
  it('fills a ready-made question into the builder with what was put in', async () => {
    const router = renderRoute(at(undefined, '&view=ready'), schemaLink(worldWithQueries().world))
    const card = await screen.findByRole('article', { name: 'Chậm chỉ tiêu, không có nguồn' })
    fireEvent.change(within(card).getByRole('spinbutton'), { target: { value: '40' } })
    fireEvent.blur(within(card).getByRole('spinbutton'))
    fireEvent.click(within(card).getByRole('button', { name: 'Dùng câu hỏi này' }))
    await waitFor(() => expect(sentence()).toContain('tỷ lệ đạt chỉ tiêu nhỏ hơn 40'))
    expect(router.state.location.search).toContain('asOf=2024-06-30')
  })

  it('saves a question by name, and opens it from the list', async () => {
    const { world, inputs } = worldWithQueries()
    const router = renderRoute(at(behind, '&run=1'), schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: /Lưu câu hỏi/u }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'Dưới chỉ tiêu' } })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ghi' }))
    await waitFor(() => expect(inputs.saveQuery).toHaveLength(1))
    expect(inputs.saveQuery![0]).toMatchObject({ name: 'Dưới chỉ tiêu', organizations: { scope: ['town'] } })
    fireEvent.click(screen.getByRole('link', { name: 'Đã lưu' }))
    fireEvent.click(await screen.findByRole('link', { name: 'Dưới chỉ tiêu' }))
    await waitFor(() => expect(router.state.location.search).not.toContain('view=saved'))
    await waitFor(() => expect(sentence()).toContain('tỷ lệ đạt chỉ tiêu nhỏ hơn 100'))
  })

  it('freezes an answer, shows it as it was, and row by row what differs today', async () => {
    const { world, inputs } = worldWithQueries()
    renderRoute(at(behind, '&run=1'), schemaLink(world))
    fireEvent.click(await screen.findByRole('button', { name: /Lưu làm chứng cứ/u }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'Đợt quý IV' } })
    fireEvent.click(within(dialog).getByRole('button', { name: /Lưu chứng cứ/u }))
    await waitFor(() => expect(inputs.freezeEvidence).toHaveLength(1))
    expect(await screen.findByRole('heading', { name: 'Đợt quý IV' })).toBeTruthy()
    expect(screen.getByText(/nguyên vẹn/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Chạy lại và so sánh/u }))
    expect(await screen.findByText(/21 dòng như cũ, 1 dòng đổi số/u)).toBeTruthy()
    expect(screen.getByText('Kết nạp: 14')).toBeTruthy()
    expect(screen.getByText('Kết nạp: 15')).toBeTruthy()
  })
})
