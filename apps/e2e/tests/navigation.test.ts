import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  DIEN_BAN,
  QUANG_NAM,
  goToTab,
  headline,
  parameters,
  plain,
  settled,
  unit,
} from '../src/application.js'
import { useBrowser } from '../src/browser.js'

const { open, visit } = useBrowser()

const heading = async (page: Page) => plain(await page.locator('main h1').first().innerText())

async function choose(page: Page, name: RegExp): Promise<void> {
  await page.locator('tbody').getByRole('link', { name }).first().click()
  await settled(page)
}

describe('going down to the people', () => {
  it('leads by clicks from the province over town, ward and cell to the persons behind a number', async () => {
    const page = await visit(unit(QUANG_NAM))
    await settled(page)
    await goToTab(page, 'units')
    await choose(page, /Điện Bàn/u)
    expect(await heading(page)).toContain('Điện Bàn')
    await choose(page, /Điện Phương/u)
    expect(await heading(page)).toContain('Điện Phương')
    await choose(page, /Chi bộ/u)
    expect(await heading(page)).toContain('Chi bộ')
    await goToTab(page, 'admissions')
    const crumbs = await page
      .getByRole('navigation', { name: 'Đường dẫn tổ chức' })
      .getByRole('link')
      .allInnerTexts()
    expect(crumbs).toHaveLength(3)
  })

  it('shows behind the number of admitted exactly so many persons', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    await page.locator('main a[data-figure="admitted"]').first().click()
    await page.waitForURL(/\/admissions/u)
    await settled(page)
    expect(await page.getByText('220 người').first().isVisible()).toBe(true)
  })

  it('makes every number of the table a link to what is behind it', async () => {
    const page = await visit(unit(DIEN_BAN))
    await settled(page)
    await goToTab(page, 'units')
    const cells = page.locator('tbody [data-figure="admitted"]')
    const count = await cells.count()
    expect(count).toBeGreaterThan(20)
    expect(
      await page.locator('tbody a[data-figure="admitted"], tbody a:has([data-figure="admitted"])').count(),
    ).toBe(count)
  })

  it('goes down in the tree on the left', async () => {
    const page = await open(unit(DIEN_BAN))
    await page.setViewportSize({ width: 1440, height: 1800 })
    await settled(page)
    const tree = page.getByRole('navigation', { name: 'Cây tổ chức' })
    const ward = tree.getByText('P. Điện Phương', { exact: true })
    await ward.click()
    await page.waitForFunction(() => document.querySelector('main h1')?.textContent?.includes('Điện Phương'))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('14')
  })
})

describe('search without accents', () => {
  it('finds "dien phuong" with Ctrl+K and opens it with Enter', async () => {
    const page = await open('/')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Tìm đơn vị, người, lệnh…' }).fill('dien phuong')
    const best = page.getByRole('option').filter({ hasText: 'Điện Phương' }).first()
    await best.waitFor()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('main h1')?.textContent?.includes('Điện Phương'))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('14')
  })

  it('finds the same with decomposed accents', async () => {
    const page = await open('/')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page
      .getByRole('combobox', { name: 'Tìm đơn vị, người, lệnh…' })
      .fill('Điện Phương'.normalize('NFD'))
    expect(await page.getByRole('option').filter({ hasText: 'Điện Phương' }).first().innerText()).toContain(
      'Điện Phương',
    )
  })

  it('filters the tree', async () => {
    const page = await open('/')
    await settled(page)
    await page.getByRole('textbox', { name: 'Lọc đơn vị' }).fill('dien phuong')
    await page
      .getByRole('navigation', { name: 'Cây tổ chức' })
      .getByText(/Điện Phương/u)
      .first()
      .waitFor()
  })
})

describe('the address holds the view', () => {
  it('keeps unit, tab, day and period over a reload', async () => {
    const page = await open(unit(DIEN_BAN))
    await settled(page)
    await page.getByLabel('Tính đến ngày').fill('30/06/2023')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2023-06-30/u)
    await settled(page)
    await goToTab(page, 'units')
    const before = page.url()
    const total = plain(
      await page
        .getByRole('row')
        .filter({ hasText: /^\s*Cộng/u })
        .innerText(),
    )
    await page.reload()
    await settled(page)
    expect(page.url()).toBe(before)
    expect(parameters(page)).toMatchObject({ asOf: '2023-06-30', period: 'year-2023' })
    expect(
      plain(
        await page
          .getByRole('row')
          .filter({ hasText: /^\s*Cộng/u })
          .innerText(),
      ),
    ).toBe(total)
  })

  it('goes back with the browser', async () => {
    const page = await open(unit(DIEN_BAN))
    await settled(page)
    await goToTab(page, 'units')
    await page.goBack()
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('220')
  })
})
