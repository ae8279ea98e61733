import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import { describe, expect, it } from 'vitest'
import { DIEN_BAN, goToTab, settled, unit } from '../src/application.js'
import { useBrowser } from '../src/browser.js'

const { open } = useBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe: { run: () => Promise<AxeResults> }
  }
}

describe.each([
  ['light', false],
  ['dark', true],
])('in the %s theme', (_, dark) => {
  it.each(['overview', 'units', 'admissions', 'history'] as const)(
    'axe finds nothing serious in %s',
    async (tab) => {
      const page = await open(unit(DIEN_BAN), { dark })
      await settled(page)
      if (tab !== 'overview') await goToTab(page, tab)
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => window.axe.run())
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      expect(serious).toEqual([])
    },
  )
})
