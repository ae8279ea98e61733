import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { marks, select } from '../../database/sql.js'

/** For which part of a unit a target is: cells of a kind or sector, or what stands in or below some units. */
export interface ScopeFilter {
  kind: string | null
  sector: string | null
  within: readonly number[] | null
  cellsOnly: boolean
}

/** Living units of that sort at or below a unit on a day. */
export async function listScope(
  ctx: RequestContext,
  unit: number,
  day: Day,
  { kind, sector, within, cellsOnly }: ScopeFilter,
): Promise<number[]> {
  if (within?.length === 0) return []
  const inside = `EXISTS (SELECT 1 FROM organization_path g WHERE g.descendant = o.id
    AND g.ancestor IN (${marks(within ?? [])}) AND g.valid_from <= ? AND g.valid_to > ?)`
  const filters = [
    ...(cellsOnly ? ['t.holds_members = 1'] : []),
    ...(kind === null ? [] : ['v.kind = ?']),
    ...(sector === null ? [] : ['v.sector = ?']),
    ...(within === null ? [] : [inside]),
  ]
  const values = [
    ...[kind, sector].filter((one) => one !== null),
    ...(within === null ? [] : [...within, day, day]),
  ]
  const rows = await select<{ id: number }>(
    ctx,
    `SELECT DISTINCT o.id FROM organization_path p JOIN organization o ON o.id = p.descendant
     JOIN organization_version v ON v.organization = o.id JOIN tier t ON t.code = v.tier
     WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND o.opened <= ? AND o.closed > ?
       AND v.valid_from <= ? AND v.valid_to > ? ${filters.map((one) => `AND ${one}`).join(' ')}`,
    [unit, day, day, day, day, day, day, ...values],
  )
  return rows.map(({ id }) => id)
}
