import { searchKey, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { marks } from '../../database/sql.js'
import { selectStoppable } from '../../database/stoppable.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** A unit to which conditions are put, as on the day of the tree. */
export interface AskedUnit {
  id: number
  tier: string
  parent: number
  sortKey: string
  /** Compared with the texts that are looked for in names. */
  searchKey: string
}

/** Which units: below some (those included), living on the day unless ended ones are wanted too; empty lists leave all in. */
export interface UnitsAsked {
  roots: readonly number[]
  day: Day
  ended: boolean
  tiers: readonly string[]
  kinds: readonly string[]
  sectors: readonly string[]
  groups: readonly number[]
  /** Only these, where any are given. */
  units: readonly number[] | null
}

const among = (column: string, values: readonly unknown[]): SqlPart[] =>
  values.length === 0 ? [] : [{ sql: `${column} IN (${marks(values)})`, params: [...values] }]

function conditionsOf(ctx: RequestContext, asked: UnitsAsked): SqlPart[] {
  const { day, ended, groups, units } = asked
  return [
    inScope(scopeOf(ctx, 'figures.read'), 'o.id', today(ctx)),
    ...(ended ? [] : [{ sql: 'o.closed > ?', params: [day] }]),
    ...among('v.tier', asked.tiers),
    ...among('v.kind', asked.kinds),
    ...among('v.sector', asked.sectors),
    ...(units === null ? [] : units.length === 0 ? [{ sql: '1 = 0', params: [] }] : among('o.id', units)),
    ...(groups.length === 0
      ? []
      : [
          {
            sql: `EXISTS (SELECT 1 FROM group_membership g WHERE g.organization = o.id
              AND g.valid_from <= ? AND g.valid_to > ? AND g.group_id IN (${marks(groups)}))`,
            params: [day, day, ...groups],
          },
        ]),
  ]
}

/** The units whose figures the viewer may read, each once, in no particular order. */
export async function listAsked(ctx: RequestContext, asked: UnitsAsked): Promise<AskedUnit[]> {
  if (asked.roots.length === 0) return []
  const conditions = conditionsOf(ctx, asked)
  const rows = await selectStoppable<AskedUnit>(
    ctx,
    `SELECT o.id, v.tier, v.parent, v.sort_key AS sortKey, v.search_key AS searchKey
     FROM organization_path p JOIN organization o ON o.id = p.descendant
     JOIN organization_version v ON v.organization = p.descendant AND v.valid_from <= ? AND v.valid_to > ?
     WHERE p.ancestor IN (${marks(asked.roots)}) AND p.valid_from <= ? AND p.valid_to > ?
       AND ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    [
      asked.day,
      asked.day,
      ...asked.roots,
      asked.day,
      asked.day,
      ...conditions.flatMap(({ params }) => params),
    ],
  )
  return [...new Map(rows.map((row) => [Number(row.id), row])).values()]
}

/** The roots of the tree on a day; not what lies outside the system. */
export async function listRoots(ctx: RequestContext, day: Day): Promise<number[]> {
  const scope = inScope(scopeOf(ctx, 'figures.read'), 'v.organization', today(ctx))
  const rows = await selectStoppable<{ id: number }>(
    ctx,
    `SELECT v.organization AS id FROM organization_version v WHERE v.parent = 0 AND v.valid_from <= ?
       AND v.valid_to > ? AND v.tier <> 'OUTSIDE' AND ${scope.sql} ORDER BY v.organization`,
    [day, day, ...scope.params],
  )
  return rows.map(({ id }) => Number(id))
}

/** Whether one of the units stood below another of them on some day from one to another. */
export async function anyNested(
  ctx: RequestContext,
  units: readonly number[],
  { from, to }: { from: Day; to: Day },
): Promise<boolean> {
  if (units.length < 2) return false
  const list = units.join(', ')
  const rows = await selectStoppable<{ one: number }>(
    ctx,
    `SELECT 1 AS one FROM organization_path p WHERE p.descendant IN (${list}) AND p.ancestor IN (${list})
       AND p.depth > 0 AND p.valid_from <= ? AND p.valid_to > ? LIMIT 1`,
    [to, from],
  )
  return rows.length > 0
}

/** What a text is compared by. */
export const keyOfText = (text: string): string => searchKey(text).trim()
