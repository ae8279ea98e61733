import BetterSqlite3 from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Someone else writes to the embedded database; the message says what to do about it. */
export class DatabaseInUseError extends Error {
  constructor() {
    super('The embedded database is in use by another process that writes to it: stop the server first')
    this.name = 'DatabaseInUseError'
  }
}

/**
 * Makes this process the only one that writes to the embedded database, until `release` or the end of the process;
 * throws DatabaseInUseError when another one is. The lock is the operating system's (held through a transaction on
 * `writer.lock` beside the database), so one left behind by a process that died locks nobody out.
 */
export function acquireWriterLock(databaseFile: string): { release(): void } {
  mkdirSync(dirname(databaseFile), { recursive: true })
  const lock = new BetterSqlite3(join(dirname(databaseFile), 'writer.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw new DatabaseInUseError()
    throw error
  }
  return { release: () => void lock.close() }
}
