import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ask } from '../src/accounts.js'
import {
  BINH_THUAN,
  DIEN_BAN,
  DIEN_PHUONG,
  headline,
  plain,
  QUANG_NAM,
  settled,
  unit,
} from '../src/application.js'
import { go, useBrowser } from '../src/browser.js'
import { SAFELISTED, SERVER, startSystem, type System } from '../src/system.js'

const { visit } = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'seedbed-targets-'))
let system: System

const REMOVE = 'mutation ($input: RemoveTargetInput!) { removeTarget(input: $input) { id } }'

interface Target {
  id: string
  version: number
  kind: string
}

/** Takes away what the demonstration brings of these kinds, so that it has to be entered. */
async function clear(code: string, kinds: readonly string[]): Promise<void> {
  const { data } = await ask<{ organization: { targets: Target[] } }>(
    system.url,
    `query ($code: String!) { organization(code: $code, at: "2024-11-15") {
      targets(from: "2021-01-01", asOf: "2024-12-31") { id version kind } } }`,
    { code },
    inject('cookie'),
  )
  for (const { id, version } of data.organization.targets.filter(({ kind }) => kinds.includes(kind)))
    await ask(
      system.url,
      REMOVE,
      { input: { id, version, reason: 'Nhập lại trên bảng giao' } },
      inject('cookie'),
    )
}

beforeAll(async () => {
  cpSync(inject('demonstration'), join(folder, 'data'), { recursive: true })
  system = await startSystem(SERVER, join(folder, 'data'))
  await clear(DIEN_BAN, ['ASSIGNED'])
  await clear(DIEN_PHUONG, ['RANGE'])
  await clear(BINH_THUAN, ['RESOLUTION_AVERAGE'])
  await system.stop()
  system = await startSystem(SERVER, join(folder, 'data'), SAFELISTED)
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the targets tab of a unit with further parameters. */
async function openTargets(
  page: Page,
  code: string,
  more: Record<string, string>,
  place = {},
): Promise<void> {
  await go(page, unit(code, { asOf: '2024-11-15', period: 'year-2024', ...place }))
  await settled(page)
  const { pathname, search } = new URL(page.url())
  const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(search)), ...more })
  await go(page, `${pathname}/targets?${query.toString()}`)
  await settled(page)
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  const row = page.locator('.sb-sheet-row[data-unit]').filter({ hasText: name })
  await row.locator('.sb-sheet-typed.sb-num').click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function save(
  page: Page,
  fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: /Lưu tất cả$/u }).click()
  const dialog = page.getByRole('dialog')
  await fill?.(dialog)
  await dialog.getByRole('button', { name: 'Lưu tất cả', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await settled(page)
}

const cardOf = async (page: Page, name: RegExp) =>
  plain((await page.getByRole('article', { name }).textContent()) ?? '')

describe('targets entered through the worksheet and read back', () => {
  it('B1, B3: what the province assigns to Điện Bàn, year by year', async () => {
    const page = await visit(unit(QUANG_NAM), { url: system.url })
    for (const [year, amount] of Object.entries({ 2021: 110, 2022: 115, 2023: 120, 2024: 150 })) {
      await openTargets(page, QUANG_NAM, { year })
      await typeInto(page, 'Thị xã Điện Bàn', String(amount))
      await save(page)
    }
    await go(page, unit(DIEN_BAN, { asOf: '2023-12-31', period: 'from-2021-01-01' }))
    await settled(page)
    expect([await headline(page, 'admitted'), await headline(page, 'completion')]).toEqual(['428', '124,0 %'])
    await go(page, unit(DIEN_BAN, { asOf: '2024-11-15', period: 'year-2024' }))
    await settled(page)
    expect([await headline(page, 'admitted'), await headline(page, 'completion')]).toEqual(['220', '146,6 %'])
  })

  it('B7-B10: the range of Điện Phương’s resolution, reached in 2021 and exceeded in 2024', async () => {
    const page = await visit(unit(DIEN_BAN), { url: system.url })
    await openTargets(page, DIEN_BAN, { year: '2021', kind: 'RANGE' })
    await typeInto(page, 'Điện Phương', '5-6')
    await save(page, async (dialog) => {
      await dialog.getByLabel('Văn bản căn cứ').click()
      await page.getByTitle('Văn bản mới…').last().dispatchEvent('click')
      await dialog.getByLabel('Số văn bản').fill('Nghị quyết 04')
      await dialog.getByLabel('Trích yếu').fill('Phát triển đảng viên ở nông thôn 2021-2025')
      await dialog.getByLabel('Áp dụng đến hết năm').fill('2025')
    })
    await openTargets(
      page,
      DIEN_PHUONG,
      { view: 'own', year: '2021' },
      { asOf: '2021-12-31', period: 'year-2021' },
    )
    const first = await cardOf(page, /^chỉ tiêu nghị quyết năm 2021/u)
    expect(first).toMatch(/5–6 người.*100,0 %.*5\/5, hơn 0 đạt.*Nghị quyết 04/u)
    await openTargets(page, DIEN_PHUONG, { view: 'own', year: '2024' })
    expect(await cardOf(page, /^chỉ tiêu nghị quyết năm 2024/u)).toMatch(/14\/5, hơn 9 vượt/u)
    await go(page, unit(DIEN_PHUONG, { asOf: '2024-11-15', period: 'from-2021-01-01' }))
    await settled(page)
    expect(await headline(page, 'admitted')).toBe('37')
  })

  it('A5: the yearly average that the congress of Bình Thuận resolved, typed above its rows', async () => {
    const page = await visit(unit(BINH_THUAN), { url: system.url })
    const place = { asOf: '2022-12-31', period: 'year-2022' }
    await openTargets(page, BINH_THUAN, { year: '2021', kind: 'RESOLUTION_AVERAGE' }, place)
    await page.getByLabel('Chỉ tiêu của Tỉnh Bình Thuận').fill('2000')
    await page.keyboard.press('Enter')
    await save(page, async (dialog) => {
      await dialog.getByLabel('Áp dụng đến hết năm').fill('2025')
    })
    expect(await page.getByLabel('Chỉ tiêu của Tỉnh Bình Thuận').inputValue()).toBe('2000')
    await openTargets(page, BINH_THUAN, { view: 'own', year: '2022' }, place)
    expect(await cardOf(page, /bình quân năm 2022/u)).toMatch(/2\.000 người.*2\.000\/2\.000, hơn 0 đạt/u)
  })

  it('pastes a column from Excel: a word stays in its cell, the rest is taken, and undo brings all back', async () => {
    const page = await visit(unit(DIEN_BAN), { url: system.url })
    await openTargets(page, DIEN_BAN, { year: '2026' })
    const cells = page.locator('.sb-sheet-row[data-unit] .sb-sheet-typed.sb-num')
    await cells.first().click()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '1.200\r\nmười\r\n7\r\n')
      const grid = document.querySelector('[role="grid"]')
      grid?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    const texts = async () =>
      (await cells.allTextContents()).slice(0, 3).map((text) => plain(text).split(' ')[0])
    expect(await texts()).toEqual(['1.200', expect.stringMatching(/^mười/u), '7'])
    expect(await cells.nth(1).getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Control+z')
    expect(await texts()).toEqual(['', '', ''])
  })
})
