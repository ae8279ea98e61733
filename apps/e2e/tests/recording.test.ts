import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DIEN_BAN, goToTab, headline, settled, unit } from '../src/application.js'
import { go, useBrowser } from '../src/browser.js'
import { SAFELISTED, SERVER, startSystem, type System } from '../src/system.js'

const { visit } = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'seedbed-recording-'))
let system: System

beforeAll(async () => {
  cpSync(inject('demonstration'), join(folder, 'data'), { recursive: true })
  system = await startSystem(SERVER, join(folder, 'data'), SAFELISTED)
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function admittedIn(page: Page, code: string): Promise<string> {
  await go(page, unit(code))
  await settled(page)
  return headline(page, 'admitted')
}

let cell = ''

/** The list of admissions of some cell below Điện Bàn. */
async function openCell(): Promise<Page> {
  const page = await visit(cell || unit(DIEN_BAN), { url: system.url })
  await settled(page)
  if (cell) return page
  for (const name of [/Điện Phương/u, /Chi bộ/u]) {
    await goToTab(page, 'units')
    await page.locator('tbody').getByRole('link', { name }).first().click()
    await settled(page)
  }
  await goToTab(page, 'admissions')
  cell = new URL(page.url()).pathname + new URL(page.url()).search
  return page
}

const NAME = 'Nguyễn Thị Thử Nghiệm'

describe('recording and correcting on the page', () => {
  it('moves the figures of the town by one and back', async () => {
    const page = await visit(unit(DIEN_BAN), { url: system.url })
    expect(await admittedIn(page, DIEN_BAN)).toBe('220')
    await openCell()

    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Người mới, chưa có hồ sơ').click()
    await dialog.getByLabel('Họ và tên').fill(NAME)
    await dialog.getByLabel('Ngày sinh').fill('02/09/1999')
    await page.keyboard.press('Enter')
    await dialog.getByLabel('Nữ', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
    await page.getByRole('button', { name: NAME }).waitFor()
    expect(await admittedIn(page, DIEN_BAN)).toBe('221')

    await openCell()
    await page.getByRole('button', { name: NAME }).click()
    await page.getByRole('button', { name: 'Đính chính' }).click()
    const correction = page.getByRole('dialog', { name: 'Đính chính sự kiện' })
    await correction.getByLabel('Sai ở đâu, vì sao').fill('Ghi thử')
    await correction.getByRole('button', { name: 'Đính chính', exact: true }).click()
    await page.getByText(/đã đính chính \d/u).waitFor()
    expect(await admittedIn(page, DIEN_BAN)).toBe('220')
  })

  it('says why it refuses, and keeps what was typed', async () => {
    const page = await openCell()
    await page.getByRole('button', { name: 'Ghi nhận', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Người mới, chưa có hồ sơ').click()
    await dialog.getByLabel('Họ và tên').fill(NAME)
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
    await dialog.getByText('Cần điền mục này').first().waitFor()
    expect(await dialog.getByLabel('Họ và tên').inputValue()).toBe(NAME)
  })
})
