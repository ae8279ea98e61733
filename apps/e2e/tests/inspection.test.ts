import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { signIn } from '../src/accounts.js'
import { DIEN_BAN, DIEN_PHUONG, goToTab, plain, settled, unit } from '../src/application.js'
import { DESKTOP, PHONE, useBrowser } from '../src/browser.js'
import { repository, SERVER, startSystem, type System } from '../src/system.js'

const { open } = useBrowser()
const folder = mkdtempSync(join(tmpdir(), 'seedbed-inspection-'))
const pictures = join(repository, 'apps/e2e/screenshots')
const place = { asOf: '2024-11-15', period: 'year-2024' }
let system: System
const cookies: Record<string, string> = {}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  cpSync(inject('demonstration'), join(folder, 'data'), { recursive: true })
  system = await startSystem(SERVER, join(folder, 'data'))
  for (const userName of ['kiem-tra', 'dang-uy-dien-phuong', 'ban-to-chuc-dien-ban'])
    cookies[userName] = await signIn(system.url, userName, inject('passwords')[userName] ?? '')
})
afterAll(async () => {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The tab of inspection of a unit, as an account sees it. */
async function inspection(userName: string, code: string, size = DESKTOP): Promise<Page> {
  const view = { fresh: true, url: system.url, cookie: cookies[userName] ?? null, size }
  const page = await open(unit(code, place), view)
  await settled(page)
  await goToTab(page, 'inspection')
  return page
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })

/** Chooses what is done with the finding in the drawer, says the words, and waits until it is on record. */
async function step(page: Page, act: string, words: string): Promise<void> {
  const drawer = page.locator('.ant-drawer')
  await drawer.getByRole('button', { name: act, exact: true }).click()
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByText(`${act} ·`) })
    .last()
  await dialog.getByRole('textbox').first().fill(words)
  await dialog.getByRole('button', { name: act, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await settled(page)
}

const WORDS = 'Chưa phân công đảng viên giúp đỡ hai quần chúng mới'

describe('a finding', () => {
  it('is made by the inspector on the unit on screen', async () => {
    const page = await inspection('kiem-tra', DIEN_PHUONG)
    await page.getByRole('button', { name: 'Ghi phát hiện' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nội dung').fill(WORDS)
    await picture(page, 'finding-dialog-1440')
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(WORDS).waitFor()
    await settled(page)
    await picture(page, 'findings-1440')
  })

  it('is answered by the account of the unit, on a phone', async () => {
    const page = await inspection('dang-uy-dien-phuong', DIEN_PHUONG, PHONE)
    await picture(page, 'findings-360')
    await page.getByText(WORDS).click()
    await step(page, 'Trả lời', 'Chi bộ đã phân công từ ngày 20')
    expect(plain(await page.locator('.ant-drawer').innerText())).toContain('Đã trả lời, chờ phúc tra')
    expect(await page.locator('.ant-drawer').getByRole('button', { name: 'Phúc tra' }).count()).toBe(0)
    await picture(page, 'finding-360')
  })

  it('is re-checked and closed by the inspector', async () => {
    const page = await inspection('kiem-tra', DIEN_PHUONG)
    await page.getByText(WORDS).click()
    await step(page, 'Phúc tra', 'Đã xem sổ phân công')
    await step(page, 'Kết thúc', 'Không phải theo dõi thêm')
    const text = plain(await page.locator('.ant-drawer').innerText())
    for (const said of ['Đơn vị trả lời', 'Phúc tra: đã khắc phục', 'Đã kết thúc'])
      expect(text).toContain(said)
    await picture(page, 'finding-1440')
  })

  it('is nothing that the Organization Commission comes across', async () => {
    const { pathname, search } = new URL((await inspection('kiem-tra', DIEN_PHUONG)).url())
    const cookie = cookies['ban-to-chuc-dien-ban'] ?? null
    const page = await open(`${pathname}${search}`, { fresh: true, url: system.url, cookie })
    await page.locator('main').getByText('Bạn không có quyền xem').waitFor()
  })
})

describe('a round', () => {
  it('shows its subjects and what it counts', async () => {
    const page = await inspection('kiem-tra', DIEN_BAN)
    await page.getByText('Đợt kiểm tra, giám sát', { exact: true }).click()
    await settled(page)
    await picture(page, 'rounds-1440')
    await page.getByText('Công tác tạo nguồn và kết nạp đảng viên năm 2024').click()
    await page.getByRole('heading', { name: 'Đối tượng' }).waitFor()
    await settled(page)
    expect(plain(await page.locator('main').innerText())).toContain(
      'Đơn vị thấy ai đã mở hồ sơ từ ngày 15/12/2024',
    )
    await picture(page, 'round-1440')
    await page.setViewportSize(PHONE)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await picture(page, 'round-360')
    await page.setViewportSize(DESKTOP)
    await page.getByText('Số liệu báo cáo', { exact: true }).click()
    await settled(page)
    expect(plain(await page.locator('main').innerText())).toContain('Ủy ban kiểm tra · Kiểm tra chuyên đề')
    await picture(page, 'inspection-counts-1440')
  })
})
