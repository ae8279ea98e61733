import mysql from 'mysql2'
import { DataSource } from 'typeorm'
import { entities } from './entities.js'
import { migrations } from './migrations/index.js'
import { driverWith } from './mysql-pool.js'
import { quietLogger } from './quiet-logger.js'

export interface MysqlOptions {
  url: string
  poolSize: number
  /** Seconds after which a statement is given up; 0: never (migrations). */
  queryTimeout: number
}

type Flavour = 'mysql' | 'mariadb'

const connectTimeout = 3_000
/** Requests waiting for a connection beyond this are refused at once. */
const queueLimit = 500
const lockWaitSeconds = 5

const sqlMode =
  'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'

/** What every connection is told first; the server itself then ends a statement that takes too long. */
function sessionSettings(flavour: Flavour, queryTimeout: number): string {
  const limit =
    flavour === 'mariadb'
      ? `max_statement_time = ${queryTimeout}`
      : `max_execution_time = ${queryTimeout * 1_000}`
  return `SET SESSION sql_mode = '${sqlMode}', innodb_lock_wait_timeout = ${lockWaitSeconds}, ${limit}`
}

/** Asks the server which of the two it is; TypeORM's schema comparison differs between them. */
async function flavourOf(url: string): Promise<Flavour> {
  const connection = mysql.createConnection({ uri: url, connectTimeout }).promise()
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version')
    return String((rows as { version: string }[])[0]?.version).includes('MariaDB') ? 'mariadb' : 'mysql'
  } finally {
    connection.destroy()
  }
}

/** A pool on MySQL or MariaDB, not yet opened: days as strings, UTC, text compared byte by byte. */
export async function mysqlSource(options: MysqlOptions): Promise<DataSource> {
  const flavour = await flavourOf(options.url)
  const clientTimeout = options.queryTimeout === 0 ? undefined : options.queryTimeout * 1_000 + 500
  return new DataSource({
    type: flavour,
    url: options.url,
    driver: driverWith(sessionSettings(flavour, options.queryTimeout), connectTimeout),
    logger: quietLogger,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: ['DATE'],
    connectTimeout,
    poolSize: options.poolSize,
    ...(clientTimeout === undefined
      ? {}
      : { enableQueryTimeout: true, maxQueryExecutionTime: clientTimeout }),
    extra: { queueLimit },
  })
}
