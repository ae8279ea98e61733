import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DIEN_BAN, DIEN_PHUONG, plain, settled, unit } from '../src/application.js'
import { go, useBrowser } from '../src/browser.js'
import { SERVER, startSystem, type System } from '../src/system.js'

const { visit } = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'seedbed-reorganization-'))
let system: System

beforeAll(async () => {
  cpSync(inject('demonstration'), join(folder, 'data'), { recursive: true })
  system = await startSystem(SERVER, join(folder, 'data'))
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const FIRST_DAY = { asOf: '2024-12-01', period: 'year-2024' }

async function pickUnit(page: Page, dialog: Locator, field: string, text: string, name: string) {
  await dialog.getByLabel(field).fill(text)
  await page
    .locator('.ant-select-dropdown:visible .sb-unit-option')
    .filter({ hasText: name })
    .first()
    .dispatchEvent('click')
}

/** Members of a unit on a day, by one of the perimeters. */
async function admitted(page: Page, code: string, place: Record<string, string>): Promise<string> {
  await go(page, `/codes/${code}?${new URLSearchParams(place).toString()}`)
  await settled(page)
  return plain((await page.locator('main [data-figure="admitted"]').first().textContent()) ?? '')
}

describe('a merger of two communes on the page', () => {
  it('is drafted, rehearsed, carried out, seen in both perimeters and undone', async () => {
    const page = await visit(unit(DIEN_BAN), { url: system.url })
    await settled(page)
    const before = await admitted(page, DIEN_PHUONG, { asOf: '2024-11-30', period: 'year-2024' })

    await go(page, '/reorganizations')
    await page.getByRole('button', { name: 'Lập phương án' }).click()
    const header = page.getByRole('dialog')
    expect(await header.evaluate((dialog) => getComputedStyle(dialog).opacity)).toBe('1')
    await header.getByLabel('Tên phương án').fill('Nhập hai phường')
    await header.getByLabel('Có hiệu lực từ ngày').fill('01/12/2024')
    await page.keyboard.press('Enter')
    await header.getByLabel('Đơn vị chủ trì').fill('Thị xã Điện Bàn')
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: 'Thị xã Điện Bàn' })
      .first()
      .dispatchEvent('click')
    await header.getByRole('button', { name: 'Bắt đầu soạn' }).click()
    await page.getByRole('heading', { name: 'Nhập hai phường' }).waitFor()

    await page.getByRole('button', { name: /Thêm việc/u }).click()
    await page.getByRole('menuitem', { name: 'Sáp nhập, hợp nhất' }).click()
    const merger = page.getByRole('dialog')
    const units = 'Các đơn vị được nhập (sẽ kết thúc)'
    await pickUnit(page, merger, units, 'Điện Phương', 'Phường Điện Phương')
    await pickUnit(page, merger, units, 'Điện Minh', 'Phường Điện Minh')
    await merger.getByLabel('Tên đơn vị mới').fill('Phường Điện Bàn Thử')
    await merger.getByLabel('Mã đơn vị mới').fill('THU-1')
    await merger.getByRole('button', { name: 'Thêm vào phương án' }).click()
    await page
      .getByText(/Sáp nhập/u)
      .first()
      .waitFor()

    await page.getByRole('link', { name: 'Chạy thử' }).click()
    await page.getByText('Không có lỗi.').waitFor()
    await page.getByText(/Số đảng viên trước và sau bằng nhau/u).waitFor()

    await page.getByRole('button', { name: 'Thực hiện…' }).click()
    await page.getByText('2 đơn vị kết thúc').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện', exact: true }).click()
    await page.getByText(/Tổ chức mới có hiệu lực từ ngày 01\/12\/2024/u).waitFor()
    const plan = new URL(page.url()).pathname
    await page.getByRole('button', { name: 'Đóng', exact: true }).last().click()

    expect(await admitted(page, 'THU-1', { ...FIRST_DAY, perimeter: 'RECORDED' })).toBe('0')
    const restated = Number(await admitted(page, 'THU-1', FIRST_DAY))
    expect(restated).toBeGreaterThan(Number(before))

    await go(page, unit(DIEN_PHUONG, FIRST_DAY))
    await page.locator('.sb-banner').waitFor()
    expect(plain((await page.locator('.sb-banner').textContent()) ?? '')).toContain('Phường Điện Bàn Thử')

    await go(page, plan)
    await page.getByRole('button', { name: 'Hoàn tác…' }).click()
    await page.getByText(/mọi số liệu bằng đúng số trước khi thực hiện/u).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác', exact: true }).click()
    await page.getByText('Đã hoàn tác', { exact: true }).waitFor()
    expect(await admitted(page, DIEN_PHUONG, { asOf: '2024-12-01', period: 'year-2024' })).toBe(before)
  })
})
