import type { Day, DossierState } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { marks, select, type Row } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** Which dossiers: of a unit and all below it as they stood on a day. */
export interface DossierQuestion {
  unit: number
  asOf: Day
  states: readonly DossierState[]
  words: readonly string[]
}

export interface DossierHit {
  id: number
  state: DossierState
  since: Day
  organization: number
  sortKey: string
}

function fromWhere(ctx: RequestContext, { unit, asOf, states, words }: DossierQuestion): SqlPart {
  const scope = inScope(scopeOf(ctx, 'people.read'), 'p.descendant', today(ctx))
  const free = notRestricted(ctx, 's.person')
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  const likes = words.map(() => `AND w.search_key LIKE ? ESCAPE '!'`).join(' ')
  return {
    sql: `FROM organization_path p ${join} dossier_spell s ON s.organization = p.descendant
      AND s.valid_to > ? AND s.valid_from <= ? JOIN dossier d ON d.opening_event = s.opening
      JOIN person w ON w.id = s.person
      WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND s.state IN (${marks(states)})
      AND ${scope.sql} AND ${free.sql} ${likes}`,
    params: [
      ...[asOf, asOf, unit, asOf, asOf, ...states],
      ...scope.params,
      ...free.params,
      ...words.map((word) => `%${word.replace(/[!%_]/gu, '!$&')}%`),
    ],
  }
}

/** A page of dossiers by the name of the person; one row more than the limit. */
export function listHits(
  ctx: RequestContext,
  question: DossierQuestion,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<DossierHit[]> {
  const { sql, params } = fromWhere(ctx, question)
  const after = page.after ? 'AND (w.sort_key > ? OR (w.sort_key = ? AND d.id > ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  return select<DossierHit>(
    ctx,
    `SELECT d.id, s.state, s.valid_from AS since, s.organization, w.sort_key AS sortKey ${sql} ${after}
     ORDER BY w.sort_key, d.id LIMIT ${page.limit + 1}`,
    [...params, ...afterParams],
  )
}

/** How many there are in each state. */
export async function countHits(
  ctx: RequestContext,
  question: DossierQuestion,
): Promise<Map<DossierState, number>> {
  const { sql, params } = fromWhere(ctx, question)
  const rows = await select<Row>(ctx, `SELECT s.state, COUNT(*) AS n ${sql} GROUP BY s.state`, params)
  return new Map(rows.map(({ state, n }) => [state as DossierState, Number(n)]))
}
