import type BetterSqlite3 from 'better-sqlite3'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { entities } from './entities.js'
import { migrations } from './migrations/index.js'
import { quietLogger } from './quiet-logger.js'

/** Waiting for a lock stops the whole process, so it is short; a unit of work tries again. */
const busyTimeout = 200

/** A unit of work takes the write lock when it begins: it then never fails half-way for want of it. */
function beginImmediate(connection: BetterSqlite3.Database): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => BetterSqlite3.Statement
  const immediate = (sql: string) => prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql)
  connection.prepare = immediate as typeof connection.prepare
}

function options(file: string, prepareDatabase: (connection: BetterSqlite3.Database) => void) {
  return {
    type: 'better-sqlite3',
    database: file,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    logger: quietLogger,
    timeout: busyTimeout,
    statementCacheSize: 200,
    prepareDatabase,
  } satisfies DataSourceOptions
}

/** The connection that writes: every acknowledged transaction is on the disk. */
export function sqliteWriter(file: string): DataSource {
  return new DataSource(
    options(file, (connection) => {
      connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      beginImmediate(connection)
    }),
  )
}

/** The connection that reads: it sees only what is committed and cannot write. */
export function sqliteReader(file: string): DataSource {
  return new DataSource({
    ...options(file, (connection) => {
      connection.pragma('query_only = ON')
      connection.pragma('cache_size = -32768')
    }),
    fileMustExist: true,
  })
}

interface SqliteDriver {
  databaseConnection: BetterSqlite3.Database
  queryRunner?: unknown
}

/**
 * After a transaction that failed: nothing of it stays open, and TypeORM's own count of open transactions, which is
 * wrong when BEGIN or ROLLBACK itself failed, starts afresh.
 */
export function resetAfterFailure(writer: DataSource): void {
  const driver = writer.driver as unknown as SqliteDriver
  if (driver.databaseConnection.inTransaction) driver.databaseConnection.exec('ROLLBACK')
  driver.queryRunner = undefined
}
