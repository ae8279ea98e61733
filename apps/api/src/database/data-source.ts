import { Mutex } from 'async-mutex'
import type { DatabaseConfig } from '../config.js'
import type { Database } from './database.js'
import { mysqlSource } from './mysql.js'
import { sqliteReader, sqliteWriter } from './sqlite.js'
import { acquireWriterLock } from './writer-lock.js'

export interface OpenOptions {
  /** For commands that only read: they work while the server runs; a write then fails. */
  readOnly?: boolean
  /** MySQL: connections at most. */
  poolSize?: number
  /** MySQL: seconds after which a statement is given up; 0 for never. */
  queryTimeout?: number
  /** Bytes of the ledger that may be kept in memory; 0 if absent, since a command does not live long. */
  columnBytes?: number
}

/** A database that is open; `close` ends its connections and gives up the lock. */
export interface OpenDatabase extends Database {
  close(): Promise<void>
}

async function openSqlite(
  file: string,
  { readOnly = false, columnBytes = 0 }: OpenOptions,
): Promise<OpenDatabase> {
  const lock = readOnly ? undefined : acquireWriterLock(file)
  try {
    const writer = readOnly ? undefined : await sqliteWriter(file).initialize()
    const reader = await sqliteReader(file).initialize()
    const close = async () => {
      await reader.destroy()
      await writer?.destroy()
      lock?.release()
    }
    return {
      dialect: 'sqlite',
      writer: writer ?? reader,
      reader,
      writeQueue: new Mutex(),
      columnBytes,
      close,
    }
  } catch (error) {
    lock?.release()
    throw error
  }
}

async function openMysql(url: string, options: OpenOptions): Promise<OpenDatabase> {
  const { poolSize = 10, queryTimeout = 4, columnBytes = 0 } = options
  const pool = await (await mysqlSource({ url, poolSize, queryTimeout })).initialize()
  return { dialect: 'mysql', writer: pool, reader: pool, columnBytes, close: () => pool.destroy() }
}

/**
 * Opens the configured database. Throws DatabaseInUseError when the embedded one is to be written to and another
 * process does so already, and the driver's error when a server cannot be reached within three seconds.
 */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions = {}): Promise<OpenDatabase> {
  if (config.dialect === 'sqlite') return openSqlite(config.file, options)
  return openMysql(config.url, options)
}
