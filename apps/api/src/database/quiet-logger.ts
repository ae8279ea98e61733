import type { Logger } from 'typeorm'

const ignore = (): void => undefined

/** TypeORM says nothing by itself: what fails is thrown, and logged once, where it is answered. */
export const quietLogger: Logger = {
  logQuery: ignore,
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: ignore,
  log: ignore,
}
