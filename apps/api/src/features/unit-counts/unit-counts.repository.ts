import type { Day, DissolveReason, UnitAttribute } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inChunks, marks, select } from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** How many units carry these codes; an attribute that was not asked for is absent. */
export interface UnitCountRow {
  ancestor: number
  tier?: string
  kind?: string
  sector?: string | null
  count: number
}

/** Column, list of labels and order of each attribute. */
const attributes: Record<UnitAttribute, { column: string; list: string; order: string }> = {
  TIER: { column: 'tier', list: 'tier', order: 'level' },
  KIND: { column: 'kind', list: 'organization_kind', order: 'position' },
  SECTOR: { column: 'sector', list: 'sector', order: 'position' },
}

const below = 'p.depth > 0 AND p.valid_from <= ? AND p.valid_to > ? AND o.closed > ?'
const versionOn = 'v.valid_from <= ? AND v.valid_to > ?'

/**
 * Living units below each of some units on a day, counted by attributes in the order of their lists, no sector
 * last. A number of a unit in scope is whole: what lies below it is in scope with it.
 */
export function countUnits(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
  by: readonly UnitAttribute[],
): Promise<UnitCountRow[]> {
  const asked = by.map((one, index) => ({ ...attributes[one], alias: `l${index}` }))
  const columns = asked.map(({ column }) => `v.${column}`)
  const lists = asked.map(
    ({ list, alias, column }) => `LEFT JOIN ${list} ${alias} ON ${alias}.code = v.${column}`,
  )
  const groups = ['p.ancestor', ...columns, ...asked.map(({ alias, order }) => `${alias}.${order}`)]
  const order = asked.flatMap(({ alias, order: rank, column }) => [
    `CASE WHEN v.${column} IS NULL THEN 1 ELSE 0 END`,
    `${alias}.${rank}`,
    `v.${column}`,
  ])
  return inChunks([...units], async (chunk) => {
    const rows = await select<UnitCountRow>(
      ctx,
      `SELECT ${['p.ancestor', ...columns].join(', ')}, COUNT(*) AS count
       FROM organization_path p JOIN organization o ON o.id = p.descendant
       JOIN organization_version v ON v.organization = p.descendant ${lists.join(' ')}
       WHERE p.ancestor IN (${marks(chunk)}) AND ${below} AND ${versionOn}
       GROUP BY ${groups.join(', ')} ORDER BY ${['p.ancestor', ...order].join(', ')}`,
      [...chunk, day, day, day, day, day],
    )
    return rows.map((row) => ({ ...row, count: Number(row.count) }))
  })
}

/** A time in which a unit stood below another without a change of what it was; days half-open. */
export interface Stay {
  ancestor: number
  unit: number
  since: Day
  until: Day
  opened: Day
  closed: Day
  tier: string
  kind: string
  sector: string | null
  /** Where tier, kind and sector stand in their lists. */
  tierRank: number
  kindRank: number
  sectorRank: number | null
  sortKey: string
  /** Why the unit was ended, where its end states it. */
  reason: DissolveReason | null
  /** Whether the viewer may see the unit by name. */
  visible: number
}

/**
 * Stays below some units that begin or end within a period (both days inclusive). A stay is what is common to a
 * path, a version and the life of the unit; whatever begins where another ends is among them as well.
 */
export function listStays(
  ctx: RequestContext,
  units: readonly number[],
  from: Day,
  to: Day,
): Promise<Stay[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const turns = ['p.valid_from', 'p.valid_to', 'v.valid_from', 'v.valid_to', 'o.closed']
  const since = 'CASE WHEN p.valid_from > v.valid_from THEN p.valid_from ELSE v.valid_from END'
  const until = 'CASE WHEN p.valid_to < v.valid_to THEN p.valid_to ELSE v.valid_to END'
  return inChunks([...units], (chunk) =>
    select<Stay>(
      ctx,
      `SELECT s.*, CASE WHEN s.ended < s.closed THEN s.ended ELSE s.closed END AS until FROM (
         SELECT p.ancestor, o.id AS unit, ${since} AS since, ${until} AS ended, o.opened, o.closed, v.tier, v.kind,
           v.sector, t.level AS tierRank, k.position AS kindRank, x.position AS sectorRank, v.sort_key AS sortKey,
           d.reason, CASE WHEN ${scope.sql} THEN 1 ELSE 0 END AS visible
         FROM organization_path p JOIN organization o ON o.id = p.descendant
         JOIN organization_version v ON v.organization = p.descendant
           AND v.valid_from < p.valid_to AND v.valid_to > p.valid_from AND v.valid_from <= ? AND v.valid_to >= ?
         JOIN tier t ON t.code = v.tier JOIN organization_kind k ON k.code = v.kind
         LEFT JOIN sector x ON x.code = v.sector
         LEFT JOIN organization_event d ON d.organization = o.id AND d.kind = 'DISSOLVE' AND d.effective_on = o.closed
         WHERE p.ancestor IN (${marks(chunk)}) AND p.depth > 0 AND p.valid_from <= ? AND p.valid_to >= ?
           AND p.valid_from < o.closed AND v.valid_from < o.closed
           AND (${turns.map((turn) => `${turn} BETWEEN ? AND ?`).join(' OR ')})
       ) s ORDER BY s.ancestor, s.unit, s.since`,
      [...scope.params, to, from, ...chunk, to, from, ...turns.flatMap(() => [from, to])],
    ),
  )
}

/** A unit of some tiers below another on a day. */
export interface UnitBelow {
  ancestor: number
  id: number
  opened: Day
  sortKey: string
  visible: number
}

/** Which units are meant: of any of these tiers, and of that kind and sector where they are given. */
export interface UnitFilter {
  tiers: readonly string[]
  kind: string | null
  sector: string | null
}

/** Living units below each of some units on a day, by name. */
export function listUnitsBelow(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
  { tiers, kind, sector }: UnitFilter,
): Promise<UnitBelow[]> {
  const scope = inScope(ctx.scope, 'o.id', today(ctx))
  const filters = [
    `v.tier IN (${marks(tiers)})`,
    ...(kind === null ? [] : ['v.kind = ?']),
    ...(sector === null ? [] : ['v.sector = ?']),
  ]
  const values = [...tiers, ...[kind, sector].filter((one) => one !== null)]
  return inChunks([...units], (chunk) =>
    select<UnitBelow>(
      ctx,
      `SELECT p.ancestor, o.id, o.opened, v.sort_key AS sortKey, CASE WHEN ${scope.sql} THEN 1 ELSE 0 END AS visible
       FROM organization_path p JOIN organization o ON o.id = p.descendant
       JOIN organization_version v ON v.organization = p.descendant
       WHERE p.ancestor IN (${marks(chunk)}) AND ${below} AND ${versionOn} AND ${filters.join(' AND ')}
       ORDER BY p.ancestor, v.sort_key, o.id`,
      [...scope.params, ...chunk, day, day, day, day, day, ...values],
    ),
  )
}
