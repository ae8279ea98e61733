import { reason } from '@seedbed/shared'
import { setImmediate } from 'node:timers/promises'
import type { RequestContext } from '../context.js'
import { conflict } from '../errors/errors.js'
import { select } from './sql.js'

const cancelled = () => conflict(reason('QUERY_CANCELLED'))

/** Lets others have their turn, and stops (CONFLICT) where whoever asked has gone. */
export async function pause(ctx: RequestContext): Promise<void> {
  if (!ctx.signal) return
  await setImmediate()
  if (ctx.signal.aborted) throw cancelled()
}

/** A connection of the MySQL driver, as far as stopping needs it. */
interface Threaded {
  threadId: number
}

/**
 * One reading statement that ends in the database too when whoever asked has gone: on MySQL and MariaDB it is killed
 * by its thread, on SQLite a statement runs to its end in this process and the next does not begin, so ask in pieces.
 * The connection goes back only once the kill has been answered: nobody else's statement is ever hit.
 */
export async function selectStoppable<T>(
  ctx: RequestContext,
  sql: string,
  params: unknown[] = [],
): Promise<T[]> {
  const { signal, database } = ctx
  await pause(ctx)
  if (!signal || database.dialect !== 'mysql' || ctx.transaction || ctx.snapshot)
    return select<T>(ctx, sql, params)
  const runner = database.reader.createQueryRunner()
  let killing: Promise<unknown> = Promise.resolve()
  const stop = { kill: (): void => undefined }
  const onAbort = () => stop.kill()
  try {
    const { threadId } = (await runner.connect()) as Threaded
    stop.kill = () => {
      killing = database.reader.query(`KILL QUERY ${Number(threadId)}`).catch(() => undefined)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) throw cancelled()
    return (await runner.query(sql, params)) as T[]
  } catch (error) {
    throw signal.aborted ? cancelled() : error
  } finally {
    signal.removeEventListener('abort', onAbort)
    await killing
    await runner.release()
  }
}
