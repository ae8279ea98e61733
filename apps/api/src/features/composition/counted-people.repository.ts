import type { Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'
import { behindStatement, type Behind, type Condition, type Crossing } from './crossing.statement.js'

/** Someone counted: the person, the cell, and for a flow the day. */
export interface CountedPerson {
  person: number
  organization: number
  on: Day | null
  /** Where the person stands in the order: day or sorted name, and an id. */
  key: readonly [string, number]
}

export interface PeoplePage {
  limit: number
  after?: readonly [string, number] | undefined
}

/** Only at cells whose people the viewer may see, and of restricted persons only those whom the viewer keeps. */
function visible(ctx: RequestContext): SqlPart {
  const seen = inScope(scopeOf(ctx, 'people.read'), 'e.organization', today(ctx))
  const free = notRestricted(ctx, 'pe.person')
  return { sql: `${seen.sql} AND ${free.sql}`, params: [...seen.params, ...free.params] }
}

/** Entries that cancel each other are nobody; probation shows in its own column. */
function having({ value, probationary }: Behind, conditions: readonly Condition[]): string {
  const counted = `SUM(${value}) <> 0`
  const probation = conditions.find(({ dimension }) => dimension === 'PROBATION')?.category
  if (probation === undefined) return counted
  return `${counted} AND SUM(${probationary}) ${probation === 'PROBATIONARY' ? '<>' : '='} 0`
}

/** Flows come the latest first, by event; stocks by name. */
function orderOf({ sort }: Crossing) {
  return sort === 'FLOW'
    ? { key: 'e.date', id: 'e.event', join: '', compare: '<', direction: 'DESC' }
    : {
        key: 'who.sort_key',
        id: 'who.id',
        join: 'JOIN person who ON who.id = pe.person',
        compare: '>',
        direction: 'ASC',
      }
}

/**
 * Who is counted in some categories of a crossing, `limit` and one more: for a flow the latest first, for a stock by
 * name; at cells whose people the viewer may see. Members of opening balances whom nobody named are no persons here.
 */
export async function listCounted(
  ctx: RequestContext,
  crossing: Crossing,
  conditions: readonly Condition[],
  opened: readonly number[],
  page: PeoplePage,
): Promise<CountedPerson[]> {
  const behind = behindStatement(crossing, conditions, opened, ctx.database.dialect)
  if (!behind) return []
  const { key, id, join, compare, direction } = orderOf(crossing)
  const scope = visible(ctx)
  const after = page.after ? `AND (${key} ${compare} ? OR (${key} = ? AND ${id} ${compare} ?))` : ''
  const rows = await select<Row>(
    ctx,
    `SELECT pe.person AS person, e.organization AS organization, ${key} AS sort_by, ${id} AS id
      FROM ${behind.from} ${join} WHERE ${behind.where} AND ${scope.sql} ${after}
      GROUP BY pe.person, e.organization, ${key}, ${id} HAVING ${having(behind, conditions)}
      ORDER BY sort_by ${direction}, id ${direction} LIMIT ${page.limit + 1}`,
    [...behind.params, ...scope.params, ...(page.after ? [page.after[0], page.after[0], page.after[1]] : [])],
  )
  return rows.map((row) => ({
    person: Number(row.person),
    organization: Number(row.organization),
    on: crossing.sort === 'FLOW' ? (row.sort_by as Day) : null,
    key: [String(row.sort_by), Number(row.id)],
  }))
}

/** How many of the counted are persons on record. */
export async function countNamed(
  ctx: RequestContext,
  crossing: Crossing,
  conditions: readonly Condition[],
  opened: readonly number[],
): Promise<number> {
  const behind = behindStatement(crossing, conditions, opened, ctx.database.dialect)
  if (!behind) return 0
  const scope = visible(ctx)
  const each = crossing.sort === 'FLOW' ? 'e.event, e.organization' : 'pe.person, e.organization'
  const [row] = await select<Row>(
    ctx,
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM ${behind.from} WHERE ${behind.where} AND ${scope.sql}
      GROUP BY ${each} HAVING ${having(behind, conditions)}) counted`,
    [...behind.params, ...scope.params],
  )
  return Number(row?.n ?? 0)
}
