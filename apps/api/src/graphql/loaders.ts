import DataLoader from 'dataloader'
import type { RequestContext } from '../context.js'

/** Keeps one statement within the parameter limits of both engines. */
const maxBatchSize = 5_000

/**
 * The loader of this name of the request, made on first use: many single lookups become one statement. `batch`
 * answers in the order of its keys. Keys that are objects are the same when their JSON is. A name belongs to one
 * batch function only; whatever else the answer depends on belongs into the name or the key.
 */
export function loader<Key, Value>(
  ctx: RequestContext,
  name: string,
  batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
): DataLoader<Key, Value, unknown> {
  const known = ctx.loaders.get(name) as DataLoader<Key, Value, unknown> | undefined
  if (known) return known
  const cacheKeyFn = (key: Key): unknown => (typeof key === 'object' ? JSON.stringify(key) : key)
  const made = new DataLoader<Key, Value, unknown>(batch, { cacheKeyFn, maxBatchSize })
  ctx.loaders.set(name, made)
  return made
}
