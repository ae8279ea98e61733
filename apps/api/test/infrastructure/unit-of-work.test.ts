import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { execute, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { useDatabase } from '../database.js'

const database = useDatabase()
const context = () => createContext({ database: database() })

beforeAll(() =>
  database().writer.query('CREATE TABLE probe (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)'),
)
beforeEach(() => database().writer.query('DELETE FROM probe'))

const insert = (ctx: RequestContext, id: number) =>
  execute(ctx, 'INSERT INTO probe (id, value) VALUES (?, 0)', [id])
async function ids(ctx: RequestContext): Promise<number[]> {
  const rows = await select<{ id: number }>(ctx, 'SELECT id FROM probe ORDER BY id')
  return rows.map((row) => Number(row.id))
}

describe('a unit of work', () => {
  it('is the only way to write', async () => {
    await expect(insert(context(), 1)).rejects.toThrow('needs a unit of work')
  })

  it('keeps to itself: a rollback of one leaves the others', async () => {
    const ctx = context()
    const one = (id: number, fails: boolean) =>
      inTransaction(ctx, async (inside) => {
        await insert(inside, id)
        await sleep(5)
        await insert(inside, id + 100)
        if (fails) throw new Error('rolled back')
      })
    const done = await Promise.allSettled([
      one(1, true),
      one(2, false),
      one(3, false),
      one(4, true),
      one(5, false),
    ])
    expect(done.map((result) => result.status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await ids(ctx)).toEqual([2, 3, 5, 102, 103, 105])
  })

  it('shows nothing of itself to others before its end, and all of it to itself', async () => {
    const ctx = context()
    await inTransaction(ctx, async (inside) => {
      await insert(inside, 1)
      expect(await ids(inside)).toEqual([1])
      expect(await ids(ctx)).toEqual([])
    })
    expect(await ids(ctx)).toEqual([1])
  })

  it('within another joins it', async () => {
    const ctx = context()
    const both = inTransaction(ctx, async (outer) => {
      await inTransaction(outer, (inner) => insert(inner, 1))
      throw new Error('rolled back')
    })
    await expect(both).rejects.toThrow('rolled back')
    expect(await ids(ctx)).toEqual([])
  })

  it('within another refuses the context from outside, with which it would wait for itself', async () => {
    const ctx = context()
    const both = inTransaction(ctx, () => inTransaction(ctx, (inner) => insert(inner, 1)))
    await expect(both).rejects.toThrow('needs the context of that one')
  })

  it('works again after one in which a statement failed', async () => {
    const ctx = context()
    await expect(
      inTransaction(ctx, (inside) => execute(inside, 'INSERT INTO nowhere VALUES (1)')),
    ).rejects.toThrow()
    await inTransaction(ctx, (inside) => insert(inside, 1))
    expect(await ids(ctx)).toEqual([1])
  })

  it('loses no update of nine writers that count in the database', async () => {
    const ctx = context()
    await inTransaction(ctx, (inside) => insert(inside, 1))
    const increment = () =>
      inTransaction(ctx, (inside) => execute(inside, 'UPDATE probe SET value = value + 1 WHERE id = 1'))
    const writer = async () => {
      for (let times = 0; times < 20; times += 1) await increment()
    }
    await Promise.all(Array.from({ length: 9 }, writer))
    expect(await select(ctx, 'SELECT value FROM probe')).toEqual([{ value: 180 }])
  })

  it('forgets what the loaders of the request had read', async () => {
    const ctx = context()
    ctx.loaders.set('probe', 'read before')
    await inTransaction(ctx, (inside) => {
      expect(inside.loaders.size).toBe(0)
      return insert(inside, 1)
    })
    expect(ctx.loaders.size).toBe(0)
  })
})

it('does not write through the reader of the embedded database', async () => {
  if (inject('engine') !== 'sqlite') return
  await expect(database().reader.query('INSERT INTO probe (id, value) VALUES (1, 0)')).rejects.toThrow(
    /readonly/u,
  )
})

describe.runIf(inject('engine') === 'mysql')('on a server', () => {
  it('runs a unit of work again that was chosen as the victim of a deadlock', async () => {
    const ctx = context()
    await inTransaction(ctx, async (inside) => {
      await insert(inside, 1)
      await insert(inside, 2)
    })
    let runs = 0
    const both = (first: number, second: number) =>
      inTransaction(ctx, async (inside) => {
        runs += 1
        await execute(inside, 'UPDATE probe SET value = value + 1 WHERE id = ?', [first])
        await sleep(50)
        await execute(inside, 'UPDATE probe SET value = value + 1 WHERE id = ?', [second])
      })
    await Promise.all([both(1, 2), both(2, 1)])
    expect(runs).toBeGreaterThan(2)
    expect(await select(ctx, 'SELECT value FROM probe')).toEqual([{ value: 2 }, { value: 2 }])
  })
})
