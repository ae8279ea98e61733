import { chromium, type Browser, type Page } from 'playwright-core'
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

/** How a page is opened. */
export interface View {
  size?: { width: number; height: number }
  dark?: boolean
  url?: string
}

function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'data:' || protocol === 'blob:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  )
}

/**
 * A browser for the tests of a file. `open` gives a fresh page of the system. After each test every page is checked:
 * no request left this machine, nothing was written to the console as an error, and it is closed.
 */
export function useBrowser(): { open: (path: string, view?: View) => Promise<Page> } {
  let browser: Browser
  let pages: Page[] = []
  let faults: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, headless: true, args: flags })
  })
  afterEach(async () => {
    const seen = faults
    await Promise.all(pages.map((page) => page.context().close()))
    pages = []
    faults = []
    expect(seen).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
  })
  const open = async (path: string, view: View = {}) => {
    const context = await browser.newContext({
      viewport: view.size ?? DESKTOP,
      colorScheme: view.dark ? 'dark' : 'light',
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('request', (request) => {
      if (!isLocal(request.url())) faults.push(`a request left this machine: ${request.url()}`)
    })
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    pages.push(page)
    await page.goto(new URL(path, view.url ?? inject('url')).href)
    return page
  }
  return { open }
}
