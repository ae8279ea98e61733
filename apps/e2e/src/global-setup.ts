import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from '../environment.js'
import { openTester, passwordsIn, signIn } from './accounts.js'
import { SAFELISTED, SERVER, START, startSystem, type Ending, type System } from './system.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The system that tests read from, with the safelist on; nobody writes to it. */
    url: string
    /** Where the browser listens that all tests drive. */
    browser: string
    /** Data with the demonstration, for tests that write: copy it and start a system of their own. */
    demonstration: string
    /** Cookie of somebody who may do everything, in all of these systems. */
    cookie: string
    /** Passwords of the demonstration's accounts by user name. */
    passwords: Record<string, string>
    /** Cookies of these accounts by user name. */
    cookies: Record<string, string>
    /** How the first start went, ended, and how long the second took. */
    first: { seconds: number; ending: Ending }
    secondSeconds: number
  }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let folder = ''
let system: System | undefined
let browser: BrowserServer | undefined

/**
 * `npm start` on an empty directory loads the demonstration once; then the system that all tests read from, and the
 * browser. With the safelist on, whatever the application asks that is not on it fails the test that comes there.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'seedbed-e2e-'))
  const read = join(folder, 'read')
  const first = await startSystem(START, read)
  const passwords = passwordsIn(read)
  const cookie = await openTester(first.url, passwords)
  const cookies: Record<string, string> = {}
  for (const [userName, password] of Object.entries(passwords))
    cookies[userName] = await signIn(first.url, userName, password)
  const ending = await first.stop()
  cpSync(read, join(folder, 'demonstration'), { recursive: true })
  system = await startSystem(SERVER, read, SAFELISTED)
  browser = await chromium.launchServer({ executablePath: chromiumPath, headless: true, args: flags })
  project.provide('url', system.url)
  project.provide('browser', browser.wsEndpoint())
  project.provide('demonstration', join(folder, 'demonstration'))
  project.provide('cookie', cookie)
  project.provide('passwords', passwords)
  project.provide('cookies', cookies)
  project.provide('first', { seconds: first.seconds, ending })
  project.provide('secondSeconds', system.seconds)
}

/** Closes the browser, stops the system and removes its data. */
export async function teardown(): Promise<void> {
  await browser?.close()
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
}
