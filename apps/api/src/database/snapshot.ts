import { DataSource, type EntityManager } from 'typeorm'
import type { RequestContext } from '../context.js'

/**
 * Everything that `work` reads is as it was at one moment, whatever others commit meanwhile. Inside a unit of work
 * or another snapshot it joins that one. On SQLite it opens a connection of its own: the reader is shared.
 */
export async function inSnapshot<T>(
  ctx: RequestContext,
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  if (ctx.transaction || ctx.snapshot) return work(ctx)
  const run = (manager: EntityManager) => work({ ...ctx, snapshot: manager, loaders: new Map() })
  const { dialect, reader } = ctx.database
  if (dialect === 'mysql') return reader.transaction('REPEATABLE READ', run)
  const own = await new DataSource(reader.options).initialize()
  try {
    return await own.transaction(run)
  } finally {
    await own.destroy()
  }
}
