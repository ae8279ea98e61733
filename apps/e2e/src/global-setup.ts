import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { SERVER, START, startSystem, type Ending, type System } from './system.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** The system that tests read from; nobody writes to it. */
    url: string
    /** Data with the demonstration, for tests that write: copy it and start a system of their own. */
    demonstration: string
    /** How the first start went, ended, and how long the second took. */
    first: { seconds: number; ending: Ending }
    secondSeconds: number
  }
}

let folder = ''
let system: System | undefined

/** `npm start` on an empty directory loads the demonstration once; then the system that all tests read from. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'seedbed-e2e-'))
  const read = join(folder, 'read')
  const first = await startSystem(START, read)
  const ending = await first.stop()
  cpSync(read, join(folder, 'demonstration'), { recursive: true })
  system = await startSystem(SERVER, read)
  project.provide('url', system.url)
  project.provide('demonstration', join(folder, 'demonstration'))
  project.provide('first', { seconds: first.seconds, ending })
  project.provide('secondSeconds', system.seconds)
}

/** Stops the system and removes its data. */
export async function teardown(): Promise<void> {
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
}
