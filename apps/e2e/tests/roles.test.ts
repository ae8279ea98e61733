import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { DIEN_BAN, DIEN_PHUONG, plain, settled, TABS, unit } from '../src/application.js'
import { PHONE, useBrowser } from '../src/browser.js'

const { open } = useBrowser()
const place = { asOf: '2024-11-15', period: 'year-2024' }

/** A role of the demonstration: what it opens, which tabs it sees there, and which it does not. */
interface Seen {
  userName: string
  at: string
  tabs: readonly (keyof typeof TABS)[]
  hidden: readonly (keyof typeof TABS)[]
  mayRecord: boolean
  administers: boolean
}

const roles: ReadonlyArray<readonly [string, Seen]> = [
  [
    'the administrator of a level',
    {
      userName: 'quan-tri-quang-nam',
      at: DIEN_BAN,
      tabs: ['overview', 'admissions'],
      hidden: ['inspection'],
      mayRecord: false,
      administers: true,
    },
  ],
  [
    'the organization commission',
    {
      userName: 'ban-to-chuc-dien-ban',
      at: DIEN_BAN,
      tabs: ['overview', 'admissions'],
      hidden: ['inspection'],
      mayRecord: true,
      administers: false,
    },
  ],
  [
    'the inspector',
    {
      userName: 'kiem-tra',
      at: DIEN_BAN,
      tabs: ['overview', 'admissions', 'inspection'],
      hidden: [],
      mayRecord: false,
      administers: false,
    },
  ],
  [
    'the officer of a committee',
    {
      userName: 'dang-uy-dien-phuong',
      at: DIEN_PHUONG,
      tabs: ['overview', 'admissions', 'inspection'],
      hidden: [],
      mayRecord: true,
      administers: false,
    },
  ],
  [
    'the secretary of a cell',
    {
      userName: 'bi-thu-khoi-pho-1',
      at: `${DIEN_PHUONG}-C1`,
      tabs: ['overview', 'admissions', 'inspection'],
      hidden: [],
      mayRecord: true,
      administers: false,
    },
  ],
  [
    'the viewer of figures',
    {
      userName: 'xem-so-lieu',
      at: DIEN_BAN,
      tabs: ['overview'],
      hidden: ['admissions', 'inspection'],
      mayRecord: false,
      administers: false,
    },
  ],
]

const cookieOf = (userName: string): string => inject('cookies')[userName] ?? ''

const text = async (page: Page): Promise<string> => plain(await page.locator('main').innerText())
const tab = (page: Page, name: keyof typeof TABS) =>
  page
    .getByRole('navigation', { name: 'Các mục của đơn vị' })
    .getByRole('link', { name: TABS[name], exact: true })

describe.each(roles)('%s', (_, { userName, at, tabs, hidden, mayRecord, administers }) => {
  const view = () => ({ fresh: true, cookie: cookieOf(userName) })

  it('sees the tabs that are for it, and no others', async () => {
    const page = await open(unit(at, place), view())
    await settled(page)
    for (const name of tabs) expect([name, await tab(page, name).count()]).toEqual([name, 1])
    for (const name of hidden) expect([name, await tab(page, name).count()]).toEqual([name, 0])
  })

  it('is offered to record only where it may', async () => {
    const page = await open(unit(at, place), view())
    await settled(page)
    const { pathname, search } = new URL(page.url())
    await page.goto(new URL(`${pathname}/admissions${search}`, page.url()).href)
    await settled(page)
    const record = page.getByRole('button', { name: 'Ghi nhận', exact: true })
    expect(await record.count()).toBe(mayRecord ? 1 : 0)
    if (hidden.includes('admissions')) expect(await text(page)).toContain('Bạn không có quyền xem')
  })

  it('is told by a copied address of the accounts whether they are for it', async () => {
    const page = await open('/accounts', view())
    await page
      .locator('main')
      .getByText(administers ? 'Lập tài khoản' : 'Bạn không có quyền xem')
      .first()
      .waitFor()
  })
})

/** Addresses of no unit, and who is answered there by a page; everybody else by whom to ask. */
const elsewhere: ReadonlyArray<readonly [string, string, readonly string[]]> = [
  ['/audit', 'Nhật ký', ['quan-tri', 'quan-tri-quang-nam', 'kiem-tra']],
  ['/accounts', 'Quản lý tài khoản', ['quan-tri', 'quan-tri-quang-nam']],
]

describe('a copied address', () => {
  it.each(elsewhere)('%s is answered by the page or by whom to ask', async (path, title, allowed) => {
    for (const userName of ['quan-tri', ...roles.map(([, seen]) => seen.userName)]) {
      const page = await open(path, { fresh: true, cookie: cookieOf(userName) })
      const main = page.locator('main')
      if (allowed.includes(userName)) await main.getByRole('heading', { name: title }).waitFor()
      else await main.getByText('Bạn không có quyền xem').waitFor()
    }
  })
})

describe('the system administrator', () => {
  it('comes to the accounts, and sees no figures at a copied address of a unit', async () => {
    const page = await open('/', { fresh: true, cookie: cookieOf('quan-tri') })
    await page.getByRole('heading', { name: 'Quản lý tài khoản' }).waitFor()
    await page.goto(new URL(unit(DIEN_BAN, place), page.url()).href)
    await page.locator('main').getByText('Bạn không có quyền xem').waitFor()
  })
})

describe('a unit outside one’s own', () => {
  it('is answered to the secretary of a cell as if there were none', async () => {
    const wide = await open(unit(DIEN_BAN, place), { fresh: true, cookie: cookieOf('kiem-tra') })
    await settled(wide)
    const { pathname, search } = new URL(wide.url())
    const page = await open(`${pathname}${search}`, {
      fresh: true,
      size: PHONE,
      cookie: cookieOf('bi-thu-khoi-pho-1'),
    })
    await page.locator('main').getByText('hoặc đơn vị không tồn tại').waitFor()
  })
})

describe('whoever has not signed in', () => {
  it('is shown the way in at the address, and is there afterwards', async () => {
    const page = await open(unit(DIEN_PHUONG, place), { fresh: true, cookie: null })
    await page.getByLabel('Tên đăng nhập').fill('dang-uy-dien-phuong')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(inject('passwords')['dang-uy-dien-phuong'] ?? '')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page
      .getByRole('heading', { name: /Điện Phương/u })
      .first()
      .waitFor()
  })
})
