import type { DataSource, QueryRunner } from 'typeorm'
import type { DatabaseConfig } from '../config.js'
import { openDatabase } from './data-source.js'

/** How long one instance waits for another that migrates. */
const lockSeconds = 120

async function withServerLock<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  const lockName = "CONCAT('seedbed_migrate_', LEFT(SHA2(DATABASE(), 256), 40))"
  const rows = (await runner.query(`SELECT GET_LOCK(${lockName}, ${lockSeconds}) AS held`)) as {
    held: unknown
  }[]
  if (Number(rows[0]?.held) !== 1) throw new Error('Another instance is migrating this database')
  try {
    return await work()
  } finally {
    await runner.query(`SELECT RELEASE_LOCK(${lockName})`)
  }
}

/** Names and codes are compared byte by byte, so Hồ and Hổ, Ba Tô and Ba Tơ are different. */
async function makeTextBinary(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query('SELECT @@collation_database AS collation')) as { collation: string }[]
  if (rows[0]?.collation === 'utf8mb4_bin') return
  await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin')
}

async function runMigrations(source: DataSource): Promise<string[]> {
  const done = await source.runMigrations({ transaction: 'each' })
  return done.map((migration) => migration.name)
}

async function migrateServer(source: DataSource): Promise<string[]> {
  const runner = source.createQueryRunner()
  try {
    return await withServerLock(runner, async () => {
      await makeTextBinary(runner)
      return runMigrations(source)
    })
  } finally {
    await runner.release()
  }
}

/**
 * Brings the tables of the configured database up to this version and names the migrations it ran. One instance at
 * a time does so: on the embedded database by the writer's lock, on a server by a named lock. It opens its own
 * connections, because a migration may take longer than a request is allowed to.
 */
export async function migrate(config: DatabaseConfig): Promise<string[]> {
  const database = await openDatabase(config, { poolSize: 2, queryTimeout: 0 })
  try {
    return database.dialect === 'mysql'
      ? await migrateServer(database.writer)
      : await runMigrations(database.writer)
  } finally {
    await database.close()
  }
}
