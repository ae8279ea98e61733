import type { DataSource, Logger } from 'typeorm'
import type { Database } from '../src/database/database.js'

/** What finding out who asks costs each request is not what a question costs. */
const identity = /FROM session s JOIN account a|FROM account_grant g LEFT JOIN/u

/** A statement as it ran, with the values of its marks. */
export interface Logged {
  sql: string
  values: readonly unknown[]
}

/** A logger that only counts; begin and end of transactions are not statements of ours. */
function counter(seen: Logged[]): Logger {
  const ignore = () => undefined
  const logQuery = (sql: string, values: unknown[] = []) => {
    if (!/^(?:BEGIN|COMMIT|START|ROLLBACK)/u.test(sql) && !identity.test(sql)) seen.push({ sql, values })
  }
  return {
    logQuery,
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  }
}

/**
 * The SQL statements that an answer takes when it is asked again: the first time also reads what is kept in memory
 * from then on.
 */
export async function statementsOf(database: Database, ask: () => Promise<unknown>): Promise<string[]> {
  await ask()
  return statementsDuring(database, ask)
}

/** The SQL statements that run on this database while `work` does. */
export async function statementsDuring(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  return (await loggedDuring(database, work)).map(({ sql }) => sql)
}

/** The same with the values that were given to them. */
export async function loggedDuring(database: Database, work: () => Promise<unknown>): Promise<Logged[]> {
  const seen: Logged[] = []
  const sources = [...new Set([database.reader, database.writer])] as (DataSource & { logger: Logger })[]
  const before = sources.map((source) => source.logger)
  for (const source of sources) source.logger = counter(seen)
  try {
    await work()
  } finally {
    sources.forEach((source, index) => {
      source.logger = before[index] ?? source.logger
    })
  }
  return seen
}
