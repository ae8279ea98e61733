import type { CandidateStage, Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** Somebody who is a candidate on a day: where, how far, and since when. */
export interface CandidateRow {
  person: number
  organization: number
  stage: CandidateStage
  since: Day
  enteredOn: Day
  listedOn: Day | null
  certifiedOn: Day | null
  sourceKind: string | null
  introducer: string | null
  birthDate: Day
  sortKey: string
  /** The event by which the spell began. */
  event: number
}

/** Which candidates: of a unit and all below it on a day, narrowed by `conditions` over s (spell) and w (person). */
export interface CandidateQuestion {
  unit: number
  asOf: Day
  conditions: readonly SqlPart[]
}

const columns = `s.person, s.organization, s.stage, s.valid_from AS since, s.entered_on AS enteredOn, s.listed_on AS listedOn,
  s.certified_on AS certifiedOn, s.source_kind AS sourceKind, s.introducer, w.birth_date AS birthDate, w.sort_key AS sortKey,
  s.event`

function fromWhere(ctx: RequestContext, { unit, asOf, conditions }: CandidateQuestion): SqlPart {
  const scope = inScope(scopeOf(ctx, 'people.read'), 'p.descendant', today(ctx))
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  const all = [scope, notRestricted(ctx, 's.person'), ...conditions]
  return {
    sql: `FROM organization_path p ${join} candidate_spell s ON s.organization = p.descendant
      AND s.valid_to > ? AND s.valid_from <= ? JOIN person w ON w.id = s.person
      WHERE p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND ${all.map(({ sql }) => sql).join(' AND ')}`,
    params: [asOf, asOf, unit, asOf, asOf, ...all.flatMap(({ params }) => params)],
  }
}

/** A page of candidates by name; one row more than the limit. */
export function listCandidates(
  ctx: RequestContext,
  question: CandidateQuestion,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<CandidateRow[]> {
  const { sql, params } = fromWhere(ctx, question)
  const after = page.after ? 'AND (w.sort_key > ? OR (w.sort_key = ? AND w.id > ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  return select(ctx, `SELECT ${columns} ${sql} ${after} ORDER BY w.sort_key, w.id LIMIT ${page.limit + 1}`, [
    ...params,
    ...afterParams,
  ])
}

/** How many there are, by stage. */
export async function countCandidates(
  ctx: RequestContext,
  question: CandidateQuestion,
): Promise<Map<CandidateStage, number>> {
  const { sql, params } = fromWhere(ctx, question)
  const rows = await select<Row>(ctx, `SELECT s.stage, COUNT(*) AS n ${sql} GROUP BY s.stage`, params)
  return new Map(rows.map(({ stage, n }) => [stage as CandidateStage, Number(n)]))
}

/** Candidates of a unit who share name and birth date with somebody else on record, by name. */
export async function listDoubles(
  ctx: RequestContext,
  question: CandidateQuestion,
  limit: number,
): Promise<Array<{ person: number; other: number }>> {
  const free = notRestricted(ctx, 'd.id')
  const { sql, params } = fromWhere(ctx, { ...question, conditions: [...question.conditions, free] })
  return select(
    ctx,
    `SELECT s.person, d.id AS other ${sql.replace('WHERE', 'JOIN person d ON d.birth_date = w.birth_date AND d.search_key = w.search_key AND d.id <> w.id WHERE')}
     ORDER BY w.sort_key, w.id, d.id LIMIT ${limit}`,
    params,
  )
}
