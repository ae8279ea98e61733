import { expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { inSnapshot } from '../../src/database/snapshot.js'
import { execute, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { writeSettings } from '../../src/features/installation/installation.service.js'
import { useDatabase } from '../database.js'

const database = useDatabase()
const context = () => createContext({ database: database() })

it('reads what was committed when it began, and joins what it is called from', async () => {
  const days = (ctx: ReturnType<typeof context>) =>
    select<{ value: string }>(ctx, "SELECT value FROM installation_setting WHERE name = 'defaultAsOf'")
  const ctx = context()
  const seen = await inSnapshot(ctx, async (snapshot) => {
    const before = await days(snapshot)
    await inTransaction(ctx, (tx) => writeSettings(tx, { defaultAsOf: '2024-11-15' }))
    const outside = await days(context())
    return [before, outside, await inSnapshot(snapshot, days)]
  })
  expect(seen).toEqual([[], [{ value: '2024-11-15' }], []])
  expect(await inSnapshot(ctx, days)).toHaveLength(1)
})

it('writes nothing', async () => {
  const write = inSnapshot(context(), (ctx) => execute(ctx, 'DELETE FROM installation_setting'))
  await expect(write).rejects.toThrow('needs a unit of work')
})
