import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../context.js'
import type { Database } from './database.js'
import { resetAfterFailure } from './sqlite.js'

/** Deadlock, lock timeout, changed row, cluster conflict: MySQL and MariaDB ask to run the transaction again. */
const retryable = new Set<unknown>([1020, 1180, 1205, 1213, 3101])
/** Another process holds the lock of the file for a moment; nothing has been done yet. */
const retryableOnSqlite = new Set<unknown>(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])

/** Set while a unit of work runs: one begun inside with the context from outside would wait for itself. */
const running = new AsyncLocalStorage<true>()

/**
 * The unit of work, the only way to write: all of `work` is stored or none of it. Inside another unit of work it
 * joins that one. An operation that goes on record is written down at its end, so that the chain of records is held
 * no longer than the commit takes. `work` may run up to five times, so it must not act outside the database.
 */
export async function inTransaction<T>(
  ctx: RequestContext,
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  if (ctx.transaction) return work(ctx)
  if (running.getStore()) throw new Error('A unit of work inside another needs the context of that one')
  const run = async (manager: EntityManager) => {
    const inside = { ...ctx, transaction: manager, loaders: new Map() }
    ctx.audit?.begin()
    const result = await work(inside)
    await ctx.audit?.write(inside, result)
    return result
  }
  try {
    const result = await running.run(true, () => transact(ctx.database, run))
    ctx.audit?.committed()
    return result
  } finally {
    ctx.loaders.clear()
  }
}

/**
 * On SQLite units of work wait for each other, because they share one connection. On MySQL each statement sees what
 * is committed, so that what is read behind a lock is true; whoever reads and then writes takes the lock first.
 */
async function transact<T>(database: Database, run: (manager: EntityManager) => Promise<T>): Promise<T> {
  const { writer, writeQueue } = database
  if (!writeQueue) return withRetry(5, retryable, () => writer.transaction('READ COMMITTED', run))
  const attempt = async () => {
    try {
      return await writer.transaction(run)
    } catch (error) {
      resetAfterFailure(writer)
      throw error
    }
  }
  return withRetry(3, retryableOnSqlite, () => writeQueue.runExclusive(attempt))
}

async function withRetry<T>(attempts: number, codes: Set<unknown>, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !codes.has(errorCode(error))) throw error
      await sleep(attempt * 10 * (1 + Math.random()))
    }
  }
}

/** MySQL numbers its errors, SQLite names them. */
function errorCode(error: unknown): unknown {
  const outer = (error ?? {}) as {
    driverError?: { errno?: number; code?: string }
    errno?: number
    code?: string
  }
  const inner = outer.driverError ?? outer
  return inner.errno ?? inner.code
}
