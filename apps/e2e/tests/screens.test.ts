import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BINH_THUAN, DIEN_BAN, DIEN_PHUONG, goToTab, settled, unit, type Tab } from '../src/application.js'
import { DESKTOP, PHONE, useBrowser } from '../src/browser.js'
import { repository } from '../src/system.js'

const { open } = useBrowser()
const folder = join(repository, 'apps/e2e/screenshots')
mkdirSync(folder, { recursive: true })

const screens: ReadonlyArray<readonly [string, string, Tab]> = [
  ['overview', unit(DIEN_BAN), 'overview'],
  ['overview-ward', unit(DIEN_PHUONG), 'overview'],
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

describe.each(sizes)('pictures at %s', (name, size, dark) => {
  it.each(screens)('%s', async (screen, path, tab) => {
    const page = await open(path, { size, dark })
    await settled(page)
    if (tab !== 'overview') await goToTab(page, tab)
    await page.waitForTimeout(300)
    const file = join(folder, `${screen}-${name}.png`)
    await page.screenshot({ path: file, fullPage: size === PHONE })
    expect(statSync(file).size).toBeGreaterThan(10_000)
  })
})
