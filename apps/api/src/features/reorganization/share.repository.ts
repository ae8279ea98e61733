import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select, type Row } from '../../database/sql.js'

/** To which successor (by place) a person of a split cell goes. */
export interface ShareRow {
  operation: number
  person: number
  successor: number
  byRule: boolean
}

/** Who is assigned by the operations. */
export async function listAssigned(ctx: RequestContext, operations: readonly number[]): Promise<ShareRow[]> {
  const rows = await inChunks([...operations], (chunk) =>
    select<Row>(
      ctx,
      `SELECT operation, person, successor, by_rule AS byRule FROM reorganization_share
       WHERE operation IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return rows.map((row) => ({
    operation: Number(row.operation),
    person: Number(row.person),
    successor: Number(row.successor),
    byRule: Number(row.byRule) === 1,
  }))
}

/** Assigns persons; null: takes the assignment back. */
export async function writeAssigned(
  ctx: RequestContext,
  operation: number,
  persons: readonly number[],
  to: { successor: number; byRule: boolean } | null,
): Promise<void> {
  await inChunks([...persons], async (chunk) => {
    await execute(
      ctx,
      `DELETE FROM reorganization_share WHERE operation = ? AND person IN (${marks(chunk)})`,
      [operation, ...chunk],
    )
    return []
  })
  if (to === null) return
  await insertRows(
    ctx,
    'reorganization_share',
    persons.map((person) => ({ operation, person, successor: to.successor, by_rule: to.byRule ? 1 : 0 })),
  )
}

/** Takes back what rules assigned. */
export async function deleteByRule(ctx: RequestContext, operation: number): Promise<void> {
  await execute(ctx, 'DELETE FROM reorganization_share WHERE operation = ? AND by_rule = 1', [operation])
}
