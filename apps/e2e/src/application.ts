import type { Page } from 'playwright-core'

/** Codes of the units that the tests visit. */
export const DIEN_BAN = '507'
export const BINH_THUAN = '60'
export const QUANG_NAM = '49'
export const DIEN_PHUONG = '20596'

export const TABS = {
  overview: 'Tổng quan',
  units: 'Đơn vị trực thuộc',
  admissions: 'Kết nạp',
  history: 'Lịch sử',
}
export type Tab = keyof typeof TABS

/** The address of a unit by its code, on a day and in a period of the address. */
export function unit(code: string, place: { asOf?: string; period?: string } = {}): string {
  const query = new URLSearchParams(place).toString()
  return `/codes/${code}${query ? `?${query}` : ''}`
}

/** Waits until nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))
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
