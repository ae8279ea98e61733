import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../context.js'

/** Deadlock, lock timeout, changed row, cluster conflict: MySQL and MariaDB ask to run the transaction again. */
const retryable = new Set([1020, 1180, 1205, 1213, 3101])
const attempts = 5

/**
 * The unit of work, the only way to write: all of `work` is stored or none of it. Inside another unit of work it
 * joins that one. `work` may run up to five times on MySQL, so it must not act outside the database.
 */
export async function inTransaction<T>(
  ctx: RequestContext,
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  if (ctx.transaction) return work(ctx)
  const run = (manager: EntityManager) => work({ ...ctx, transaction: manager, loaders: new Map() })
  const { writer, writeQueue } = ctx.database
  try {
    if (writeQueue) return await writeQueue.runExclusive(() => writer.transaction(run))
    return await withRetry(() => writer.transaction(run))
  } finally {
    ctx.loaders.clear()
  }
}

async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !retryable.has(errorNumber(error))) throw error
      await sleep(attempt * 10 * (1 + Math.random()))
    }
  }
}

function errorNumber(error: unknown): number {
  const driverError = (error as { driverError?: { errno?: number }; errno?: number } | null) ?? {}
  return driverError.driverError?.errno ?? driverError.errno ?? 0
}
