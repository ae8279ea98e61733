import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BINH_THUAN, DIEN_BAN, DIEN_PHUONG, goToTab, settled, unit, type Tab } from '../src/application.js'
import { DESKTOP, PHONE, useBrowser } from '../src/browser.js'
import { repository } from '../src/system.js'

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> }
  }
}

const { visit } = useBrowser()
const folder = join(repository, 'apps/e2e/screenshots')
mkdirSync(folder, { recursive: true })
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const screens: ReadonlyArray<readonly [string, string, Tab]> = [
  ['overview', unit(DIEN_BAN), 'overview'],
  ['units', unit(DIEN_BAN), 'units'],
  ['admissions', unit(DIEN_BAN), 'admissions'],
  ['targets', unit(DIEN_BAN), 'targets'],
  ['composition', unit(DIEN_BAN), 'composition'],
  ['comparison', unit(DIEN_BAN), 'comparison'],
  ['balance', unit(DIEN_BAN), 'balance'],
  ['inspection', unit(DIEN_BAN), 'inspection'],
  ['history', unit(DIEN_PHUONG), 'history'],
  ['overview-province', unit(BINH_THUAN, { asOf: '2023-06-30', period: 'term-2020' }), 'overview'],
]

const contrast = 'color-contrast'

/** In the dark the same elements have other colours; on a phone the same colours stand in another order. */
const sizes: ReadonlyArray<readonly [string, { width: number; height: number }, boolean, RunOptions]> = [
  ['1440', DESKTOP, false, {}],
  ['1440-dark', DESKTOP, true, { runOnly: [contrast] }],
  ['360', PHONE, false, { rules: { [contrast]: { enabled: false } } }],
]

async function seriousFaults(page: Page, asked: RunOptions): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe)
  const options = { ...asked, resultTypes: ['violations' as const], preload: false }
  const { violations } = await page.evaluate((given) => window.axe.run(given), options)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

describe.each(sizes)('at %s', (name, size, dark, asked) => {
  let page: Page | undefined
  let standing = ''
  it.each(screens)(
    '%s is drawn, does not scroll sideways, and axe finds nothing serious',
    async (title, path, tab) => {
      if (!page || standing !== path) page = await visit(path, { size, dark })
      standing = path
      await settled(page)
      await goToTab(page, tab)
      const file = join(folder, `${title}-${name}.png`)
      await page.screenshot({ path: file, fullPage: size === PHONE })
      expect(statSync(file).size).toBeGreaterThan(10_000)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      expect(await seriousFaults(page, asked)).toEqual([])
    },
  )
})
