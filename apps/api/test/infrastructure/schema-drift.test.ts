import { expect, it } from 'vitest'
import { migrate } from '../../src/database/migrate.js'
import { useDatabase } from '../database.js'

const database = useDatabase()

it('has after all migrations exactly the tables that the code expects', async () => {
  const drift = await database().writer.driver.createSchemaBuilder().log()
  expect(drift.upQueries.map((query) => query.query)).toEqual([])
})

it('has nothing left to migrate', async () => {
  const pending = await database().writer.showMigrations()
  expect(pending).toBe(false)
})

it('runs no migration twice when two instances start at once', async () => {
  const { config, dialect } = database()
  if (dialect === 'sqlite') await expect(migrate(config)).rejects.toThrow('in use by another process')
  else expect(await Promise.all([migrate(config), migrate(config)])).toEqual([[], []])
})
