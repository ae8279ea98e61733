import type { DataSource, Logger } from 'typeorm'
import type { Database } from '../src/database/database.js'

/** What finding out who asks costs each request is not what a question costs. */
const identity = /FROM session s JOIN account a|FROM account_grant g LEFT JOIN/u

/** A logger that only counts; begin and end of transactions are not statements of ours. */
function counter(seen: string[]): Logger {
  const ignore = () => undefined
  const logQuery = (query: string) => {
    if (!/^(?:BEGIN|COMMIT|START|ROLLBACK)/u.test(query) && !identity.test(query)) seen.push(query)
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

/** The SQL statements that run on this database while `work` does. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
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
