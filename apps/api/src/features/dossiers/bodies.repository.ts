import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inChunks, marks, select } from '../../database/sql.js'

/** A unit above a cell, or the cell itself at depth 0, as it was on a day. */
export interface LevelRow {
  cell: number
  id: number
  uid: string
  depth: number
  tier: string
  name: string
}

/** Everything above cells on a day with themselves, the nearest first; whatever the scope: rules need who decides. */
export function listLevels(ctx: RequestContext, cells: readonly number[], day: Day): Promise<LevelRow[]> {
  return inChunks([...cells], (chunk) =>
    select<LevelRow>(
      ctx,
      `SELECT p.descendant AS cell, p.ancestor AS id, o.uid, p.depth, v.tier, v.name FROM organization_path p
       JOIN organization o ON o.id = p.ancestor
       JOIN organization_version v ON v.organization = p.ancestor AND v.valid_from <= ? AND v.valid_to > ?
       WHERE p.descendant IN (${marks(chunk)}) AND p.valid_from <= ? AND p.valid_to > ? ORDER BY p.descendant, p.depth`,
      [day, day, ...chunk, day, day],
    ),
  )
}

/** Official members of a cell by the records at the end of a day. */
export async function countOfficial(ctx: RequestContext, cell: number, day: Day): Promise<number> {
  const [row] = await select<{ n: number | string | null }>(
    ctx,
    `SELECT SUM(members - probationary_members) AS n FROM ledger_entry
     WHERE organization = ? AND date <= ? AND basis IN (0, 1)`,
    [cell, day],
  )
  return Number(row?.n ?? 0)
}
