import type { RequestContext } from '../../context.js'
import { execute, inChunks, marks, select } from '../../database/sql.js'

/** Which of the targets were changed since they were written with version 1. */
export async function listChangedSince(ctx: RequestContext, targets: readonly number[]): Promise<number[]> {
  const rows = await inChunks(targets, (chunk) =>
    select<{ id: number }>(ctx, `SELECT id FROM target WHERE id IN (${marks(chunk)}) AND version > 1`, chunk),
  )
  return rows.map(({ id }) => id)
}

/** Removes targets with their revisions. */
export async function deleteTargets(ctx: RequestContext, targets: readonly number[]): Promise<void> {
  await inChunks(targets, async (chunk) => {
    await execute(ctx, `DELETE FROM target_revision WHERE target IN (${marks(chunk)})`, chunk)
    await execute(ctx, `DELETE FROM target WHERE id IN (${marks(chunk)})`, chunk)
    return []
  })
}
