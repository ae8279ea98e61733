import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { chromiumPath } from '../environment.js'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 360, height: 740 }

/** How a page is opened. `fresh`: in a browser that has seen nothing yet, for tests that change what it remembers. */
export interface View {
  size?: { width: number; height: number }
  dark?: boolean
  url?: string
  fresh?: boolean
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

function watchFaults(page: Page, faults: string[]): void {
  page.on('request', (request) => {
    if (!isLocal(request.url())) faults.push(`a request left this machine: ${request.url()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
}

/** One context for each size and theme, so that the scripts are loaded once in a file of tests. */
function contexts(browser: Browser) {
  const known = new Map<string, Promise<BrowserContext>>()
  return ({ size = DESKTOP, dark = false, fresh = false }: View): Promise<BrowserContext> => {
    const key = `${size.width} ${size.height} ${dark}`
    const context = fresh ? undefined : known.get(key)
    if (context) return context
    const made = browser.newContext({
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    })
    if (!fresh) known.set(key, made)
    return made
  }
}

/**
 * A browser for the tests of a file. `open` gives a page of the system. After each test every page is closed and
 * checked: no request left this machine, and nothing was written to the console as an error.
 */
export function useBrowser(): { open: (path: string, view?: View) => Promise<Page> } {
  let browser: Browser
  let contextOf: ReturnType<typeof contexts>
  let pages: Page[] = []
  let faults: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: flags })
    contextOf = contexts(browser)
  })
  afterEach(async () => {
    const seen = faults
    await Promise.all(pages.map((page) => page.close()))
    pages = []
    faults = []
    expect(seen).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
  })
  const open = async (path: string, view: View = {}) => {
    const page = await (await contextOf(view)).newPage()
    watchRequests(page)
    watchFaults(page, faults)
    pages.push(page)
    await page.goto(new URL(path, view.url ?? inject('url')).href)
    return page
  }
  return { open }
}
