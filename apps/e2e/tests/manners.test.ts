import { describe, expect, it } from 'vitest'
import { DIEN_BAN, plain, settled, unit } from '../src/application.js'
import { PHONE, useBrowser } from '../src/browser.js'

const { open } = useBrowser()

describe('language and theme', () => {
  it('speaks English after one switch and remembers it', async () => {
    const page = await open(unit(DIEN_BAN), { fresh: true })
    await settled(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    await page.getByText('EN', { exact: true }).click()
    await page.getByRole('link', { name: 'Overview', exact: true }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: 'Overview', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await settled(page)
    expect(plain(await page.locator('main').innerText())).toMatch(/146\.6 ?%/u)
  })

  it('turns dark and remembers it', async () => {
    const page = await open(unit(DIEN_BAN), { fresh: true })
    await settled(page)
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await page.getByRole('button', { name: 'Chuyển sang giao diện tối' }).click()
    await page.getByRole('button', { name: 'Chuyển sang giao diện sáng' }).waitFor()
    expect(await background()).not.toBe(light)
    await page.reload()
    await page.getByRole('button', { name: 'Chuyển sang giao diện sáng' }).waitFor()
    expect(await background()).not.toBe(light)
  })
})

describe('on a phone', () => {
  it('opens the tree as a drawer', async () => {
    const page = await open(unit(DIEN_BAN), { size: PHONE })
    await settled(page)
    await page.getByRole('button', { name: 'Mở cây tổ chức' }).click()
    await page.getByRole('dialog').getByText('TX Điện Bàn').first().waitFor()
  })
})

describe('what is not there', () => {
  it('says so for an address that leads nowhere', async () => {
    const page = await open('/nowhere')
    expect(plain(await page.locator('main').innerText())).toContain('Không có trang này')
  })
})
