import type { RequestContext } from '../../context.js'
import { execute, forUpdate, insertIdentified, rowByUid, select } from '../../database/sql.js'

/** One import that was done. */
export interface BatchRow {
  id: number
  uid: string
  source: string
  checksum: string
  lines: number
  importedAt: string
  undoneAt: string | null
}

const columns = 'id, uid, source, checksum, `lines`, imported_at AS importedAt, undone_at AS undoneAt'

/** Stores the batch; answers its internal id. */
export async function insertBatch(
  ctx: RequestContext,
  batch: { uid: string; source: string; checksum: string; lines: number },
): Promise<number> {
  const row = {
    uid: batch.uid,
    source: batch.source,
    checksum: batch.checksum,
    '`lines`': batch.lines,
    imported_at: ctx.clock.now().toISOString(),
    before_state: '{}',
  }
  const [id] = await insertIdentified(ctx, 'import_batch', [row])
  return id ?? 0
}

/** Batches, the newest first. */
export function listBatches(ctx: RequestContext): Promise<BatchRow[]> {
  return select<BatchRow>(ctx, `SELECT ${columns} FROM import_batch ORDER BY id DESC`)
}

/** The batch of that outer id with what it changed; locked inside a unit of work. */
export function findBatch(
  ctx: RequestContext,
  uid: string,
): Promise<(BatchRow & { beforeState: string }) | undefined> {
  return rowByUid(ctx, 'import_batch', `${columns}, before_state AS beforeState`, uid, forUpdate(ctx))
}

/** A batch of the same content that still counts. */
export async function findSameContent(ctx: RequestContext, checksum: string): Promise<BatchRow | undefined> {
  const rows = await select<BatchRow>(
    ctx,
    `SELECT ${columns} FROM import_batch WHERE checksum = ? AND undone_at IS NULL`,
    [checksum],
  )
  return rows[0]
}

/** Keeps what the import changed of things that stood before. */
export async function writeBeforeState(ctx: RequestContext, batch: number, state: string): Promise<void> {
  await execute(ctx, 'UPDATE import_batch SET before_state = ? WHERE id = ?', [state, batch])
}

/** Marks the batch as undone. */
export async function markUndone(ctx: RequestContext, batch: number): Promise<void> {
  await execute(ctx, 'UPDATE import_batch SET undone_at = ? WHERE id = ?', [
    ctx.clock.now().toISOString(),
    batch,
  ])
}
