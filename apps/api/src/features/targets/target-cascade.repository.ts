import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select } from '../../database/sql.js'

/** How far a unit has allotted to those directly below it: how many stand there, have a number, and their sum. */
export interface Allotment {
  unit: number
  units: number
  done: number
  allotted: number
}

const plain = `t.kind = 'ASSIGNED' AND t.year_from = ? AND t.removed = 0 AND t.indicator = 'admitted'
  AND t.unit_kind IS NULL AND t.unit_sector IS NULL AND t.group_id IS NULL`

/** How far each unit directly below one has allotted the assigned targets of a year, by the tree of a day. */
export async function listAllotments(
  ctx: RequestContext,
  unit: number,
  year: number,
  day: Day,
): Promise<Allotment[]> {
  const rows = await select<Allotment>(
    ctx,
    `SELECT p.via AS unit, COUNT(*) AS units, COUNT(t.id) AS done, COALESCE(SUM(t.amount_min), 0) AS allotted
     FROM organization_path p JOIN organization o ON o.id = p.descendant
     LEFT JOIN target t ON t.organization = p.descendant AND ${plain}
     WHERE p.ancestor = ? AND p.depth = 2 AND p.valid_from <= ? AND p.valid_to > ? AND o.opened <= ? AND o.closed > ?
     GROUP BY p.via`,
    [year, unit, day, day, day, day],
  )
  return rows.map(({ unit: below, units, done, allotted }) => ({
    unit: below,
    units: Number(units),
    done: Number(done),
    allotted: Number(allotted),
  }))
}
