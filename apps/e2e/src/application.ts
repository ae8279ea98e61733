import type { Page } from 'playwright-core'
import { isQuiet } from './browser.js'

/** Codes of the units that the tests visit. */
export const DIEN_BAN = '507'
export const BINH_THUAN = '60'
export const QUANG_NAM = '49'
export const DIEN_PHUONG = '20596'

export const TABS = {
  overview: 'Tổng quan',
  units: 'Đơn vị trực thuộc',
  admissions: 'Kết nạp',
  targets: 'Chỉ tiêu',
  composition: 'Cơ cấu',
  comparison: 'So sánh',
  balance: 'Biến động đảng viên',
  inspection: 'Kiểm tra',
  history: 'Lịch sử',
}
export type Tab = keyof typeof TABS

/** The address of a unit by its code, on a day and in a period of the address. */
export function unit(code: string, place: { asOf?: string; period?: string } = {}): string {
  const query = new URLSearchParams(place).toString()
  return `/codes/${code}${query ? `?${query}` : ''}`
}

/** Waits until the page stands: no request is under way, nothing is loading, and the unit has its name. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  for (let quiet = 0; quiet < 3;) {
    await page.waitForTimeout(50)
    const loading = await page.locator('main [aria-busy="true"], .sb-boot').count()
    quiet = isQuiet(page) && loading === 0 ? quiet + 1 : 0
  }
}

/** Goes to a tab of the unit on the page. */
export async function goToTab(page: Page, tab: Tab): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Các mục của đơn vị' })
    .getByRole('link', { name: TABS[tab], exact: true })
    .click()
  await page.waitForURL(
    tab === 'overview' ? /\/units\/[^/?]+(?:\?|$)/u : new RegExp(`/units/[^/]+/${tab}`, 'u'),
  )
  await settled(page)
}

/** The text of a figure in the headline of the overview. */
export async function headline(page: Page, id: 'admitted' | 'target' | 'completion'): Promise<string> {
  const text = await page.locator(`main [data-figure="${id}"]`).first().textContent()
  return plain(text ?? '')
}

/** A text with plain spaces. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** The parameters of the address on screen. */
export function parameters(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams)
}
