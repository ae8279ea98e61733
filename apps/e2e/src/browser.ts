import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { afterEach, expect, inject } from 'vitest'

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** How a page is opened. `fresh`: in a browser that has seen nothing yet, for tests that change what it remembers. */
export interface View {
  size?: { width: number; height: number }
  dark?: boolean
  url?: string
  fresh?: boolean
  /** Who has signed in, by the cookie; null for nobody. Absent: somebody who may do everything. */
  cookie?: string | null
}

function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'data:' || protocol === 'blob:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  )
}

const underWay = new WeakMap<Page, Set<Request>>()

/** Whether no request of the page is under way. */
export function isQuiet(page: Page): boolean {
  return (underWay.get(page)?.size ?? 0) === 0
}

function watchRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => requests.add(request))
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

let browser: Promise<Browser> | undefined
const contexts = new Map<string, Promise<BrowserContext>>()
const kept = new Map<string, Page>()
let opened: Page[] = []
let faults: string[] = []

const sizeAndTheme = ({ size = DESKTOP, dark = false, cookie = '' }: View) =>
  `${size.width} ${size.height} ${dark} ${cookie}`

async function newContext({ size = DESKTOP, dark = false, cookie }: View): Promise<BrowserContext> {
  browser ??= chromium.connect(inject('browser'))
  const context = await (
    await browser
  ).newContext({
    viewport: size,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  const [name, value] = (cookie === undefined ? inject('cookie') : (cookie ?? '')).split('=')
  if (name && value)
    await context.addCookies([
      { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
    ])
  return context
}

/** One context for each size and theme, so that the scripts are loaded once. */
function contextOf(view: View): Promise<BrowserContext> {
  const known = view.fresh ? undefined : contexts.get(sizeAndTheme(view))
  if (known) return known
  const made = newContext(view)
  if (!view.fresh) contexts.set(sizeAndTheme(view), made)
  return made
}

async function load(path: string, view: View): Promise<Page> {
  const page = await (await contextOf(view)).newPage()
  watchRequests(page)
  page.on('request', (request) => {
    if (!isLocal(request.url())) faults.push(`a request left this machine: ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    // A browser tells every answer 401; whoever has not signed in is asked to, which is no fault.
    if (message.type() === 'error' && !message.text().includes('401 (Unauthorized)'))
      faults.push(`console: ${message.text()}`)
  })
  await page.goto(new URL(path, view.url ?? inject('url')).href)
  return page
}

/** Goes to an address without loading the application anew, as its own links do, and waits until it is drawn. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    window.history.pushState(null, '', address)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/codes/'))
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Loads a page of the system. It is closed after the test. */
async function open(path: string, view: View = {}): Promise<Page> {
  const page = await load(path, view)
  opened.push(page)
  return page
}

/** The page of this size and theme that all tests share which only look: it goes to the address without a load. */
async function visit(path: string, view: Omit<View, 'fresh'> = {}): Promise<Page> {
  const key = `${sizeAndTheme(view)} ${view.url ?? ''}`
  const page = kept.get(key)
  if (page) await go(page, path)
  const standing = page ?? (await load(path, view))
  kept.set(key, standing)
  return standing
}

/**
 * The browser for the tests of a file; all files share it. After each test it is checked that no request left this
 * machine and nothing was written to the console as an error.
 */
export function useBrowser(): { open: typeof open; visit: typeof visit } {
  afterEach(async () => {
    const seen = faults
    await Promise.all(opened.map((page) => page.close()))
    opened = []
    faults = []
    expect(seen).toEqual([])
  })
  return { open, visit }
}
