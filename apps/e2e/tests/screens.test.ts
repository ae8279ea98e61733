import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BINH_THUAN, DIEN_BAN, DIEN_PHUONG, goToTab, settled, unit, type Tab } from '../src/application.js'
import { DESKTOP, PHONE, useBrowser } from '../src/browser.js'
import { repository } from '../src/system.js'

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> }
  }
}

const { open } = useBrowser()
const folder = join(repository, 'apps/e2e/screenshots')
mkdirSync(folder, { recursive: true })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const screens: ReadonlyArray<readonly [string, string, Tab]> = [
  ['overview', unit(DIEN_BAN), 'overview'],
  ['overview-province', unit(BINH_THUAN, { asOf: '2023-06-30', period: 'term-2020' }), 'overview'],
  ['units', unit(DIEN_BAN), 'units'],
  ['admissions', unit(DIEN_BAN), 'admissions'],
  ['history', unit(DIEN_PHUONG), 'history'],
]

const sizes = [
  ['1440', DESKTOP, false],
  ['1440-dark', DESKTOP, true],
  ['360', PHONE, false],
] as const

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

describe.each(sizes)('at %s', (name, size, dark) => {
  it.each(screens)(
    '%s is drawn, does not scroll sideways, and axe finds nothing serious',
    async (...screen) => {
      const [title, path, tab] = screen
      const page = await open(path, { size, dark })
      await settled(page)
      if (tab !== 'overview') await goToTab(page, tab)
      await page.waitForTimeout(200)
      const file = join(folder, `${title}-${name}.png`)
      await page.screenshot({ path: file, fullPage: size === PHONE })
      expect(statSync(file).size).toBeGreaterThan(10_000)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      expect(await seriousFaults(page)).toEqual([])
    },
  )
})
