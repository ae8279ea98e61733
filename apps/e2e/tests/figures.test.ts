import { describe, expect, it } from 'vitest'
import {
  BINH_THUAN,
  DIEN_BAN,
  DIEN_PHUONG,
  goToTab,
  headline,
  parameters,
  plain,
  settled,
  unit,
} from '../src/application.js'
import { useBrowser } from '../src/browser.js'

const { open, visit } = useBrowser()

describe('the published figures stand on the page', () => {
  it('opens at 15/11/2024 and says that its data are a demonstration', async () => {
    const page = await open('/')
    await settled(page)
    expect(parameters(page)).toMatchObject({ asOf: '2024-11-15', period: 'year-2024' })
    expect(await page.getByLabel('Tính đến ngày').inputValue()).toBe('15/11/2024')
    expect(await page.getByText('Dữ liệu trình diễn').first().isVisible()).toBe(true)
  })

  it('Điện Bàn admitted 220 of 150, 146,6 %, to 15/11/2024 (B3)', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('220')
    expect(await headline(page, 'target')).toBe('150')
    expect(await headline(page, 'completion')).toBe('146,6 %')
  })

  it('of these 124 are women, 56,3 %, and the paragraph prints them as the newspaper did (B4, B5)', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    const composition = page.getByRole('region', { name: 'Cơ cấu' })
    const women = plain(await composition.getByRole('listitem').filter({ hasText: 'Nữ' }).first().innerText())
    expect(women).toContain('124')
    expect(women).toContain('56,3 %')
    const statement = plain(await page.getByRole('region', { name: 'Văn bản thống kê' }).innerText())
    expect(statement).toContain('đã kết nạp 220 đảng viên mới, đạt 146,6% chỉ tiêu được giao')
    expect(statement).toContain('nữ 124 đồng chí (56%)')
    expect(statement).toContain('trình độ đại học trở lên 111 đồng chí (50,4%)')
  })

  it('Bình Thuận has 41.956 members on 30/06/2023, 4.909 admitted in the term (A2, A3)', async () => {
    const page = await visit(unit(BINH_THUAN, { asOf: '2023-06-30', period: 'term-2020' }))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('4.909')
    expect(plain(await page.locator('main').innerText())).toContain('41.956')
  })

  it('Điện Phương admitted 14 in 2024 (B9)', async () => {
    const page = await visit(unit(DIEN_PHUONG))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('14')
  })

  it('the totals row of the units below equals the unit', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    await goToTab(page, 'units')
    const total = page.getByRole('row').filter({ hasText: /^\s*Cộng/u })
    expect(plain(await total.innerText())).toMatch(/150 220/u)
    expect(await page.getByText(/Dòng cộng khớp với số liệu/u).isVisible()).toBe(true)
  })

  it('twenty-two units stand below Điện Bàn, and their admissions make 220', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    await goToTab(page, 'units')
    const counts = await page.locator('tbody [data-figure="admitted"]').allInnerTexts()
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(220)
  })
})
