import type { Mutex } from 'async-mutex'
import type { DataSource } from 'typeorm'

/**
 * The two connections to one database. On SQLite the writer is one connection behind a queue and the reader is
 * query-only; on MySQL or MariaDB both are the same pool.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'mysql'
  readonly writer: DataSource
  readonly reader: DataSource
  /** SQLite only: units of work run one after the other. */
  readonly writeQueue?: Mutex
  /** How many bytes of the ledger may be kept in memory (see features/columns); 0: every answer is read anew. */
  readonly columnBytes: number
}
