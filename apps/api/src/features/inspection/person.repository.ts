import { addDays, dayInVietNam, daysBetween, type Day, type PersonQuery } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { marks, type Row } from '../../database/sql.js'
import { selectStoppable } from '../../database/stoppable.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'
import { certifiedColumn, conditionSql, dayColumn, expirySql, type Ground } from './person-sql.js'

/** Somebody who fulfils the conditions. */
export interface PersonFound {
  person: number
  organization: number
  event: number
  on: Day
  recordedOn: Day
  lag: number
  stage: string | null
  certifiedOn: Day | null
  certificateExpiresOn: Day | null
}

/**
 * FROM and WHERE of everybody a question is about: who stands below its units by the tree of the as-of date, where
 * the viewer may read persons, and who is not restricted.
 */
export function baseOf(ctx: RequestContext, query: PersonQuery, roots: readonly number[]): SqlPart {
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  const scope = inScope(scopeOf(ctx, 'people.read'), 'p.descendant', today(ctx))
  const restricted = notRestricted(ctx, 'w.id')
  const { from, asOf } = query
  const admissions = query.subject === 'ADMISSIONS'
  const joined = admissions
    ? `${join} person_event e ON e.organization = p.descendant AND e.kind IN ('ADMISSION', 'READMISSION')
        AND e.date > ? AND e.date <= ? JOIN person w ON w.id = e.person`
    : `${join} candidate_spell s ON s.organization = p.descendant AND s.valid_to > ? AND s.valid_from <= ?
        JOIN person w ON w.id = s.person JOIN person_event e ON e.id = s.event`
  const days = admissions ? [addDays(from ?? '1900-01-02', -1), asOf] : [asOf, asOf]
  return {
    sql: `FROM organization_path p ${joined} JOIN organization o ON o.id = p.descendant
      WHERE p.ancestor IN (${marks(roots)}) AND p.valid_from <= ? AND p.valid_to > ?
        ${admissions ? 'AND e.corrected_on IS NULL' : ''} AND ${scope.sql} AND ${restricted.sql}`,
    params: [...days, ...roots, asOf, asOf, ...scope.params, ...restricted.params],
  }
}

function filtered(ground: Ground): SqlPart {
  const { base, query } = ground
  if (!query.where) return base
  const { sql, params } = conditionSql(ground, query.where)
  return { sql: `${base.sql} AND ${sql}`, params: [...base.params, ...params] }
}

/** A page of those who fulfil the conditions, the latest first; one more than the limit. */
export async function listFound(
  ctx: RequestContext,
  ground: Ground,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<PersonFound[]> {
  const { sql, params } = filtered(ground)
  const on = dayColumn(ground)
  const stage = ground.query.subject === 'ADMISSIONS' ? 'NULL' : 's.stage'
  const after = page.after ? `AND (${on} < ? OR (${on} = ? AND e.id < ?))` : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  const rows = await selectStoppable<Row>(
    ctx,
    `SELECT DISTINCT w.id AS person, p.descendant AS organization, e.id AS event, ${on} AS day, e.recorded_at AS recordedAt,
       ${stage} AS stage, ${certifiedColumn(ground)} AS certifiedOn, ${expirySql(ground)} AS expiresOn
     ${sql} ${after} ORDER BY day DESC, event DESC LIMIT ${page.limit + 1}`,
    [...params, ...afterParams],
  )
  return rows.map((row) => {
    const recordedOn = dayInVietNam(new Date(String(row['recordedAt'])))
    const day = row['day'] as Day
    return {
      ...{
        person: Number(row['person']),
        organization: Number(row['organization']),
        event: Number(row['event']),
      },
      ...{ on: day, recordedOn, lag: Math.max(0, daysBetween(day, recordedOn)) },
      stage: (row['stage'] as string | null) ?? null,
      certifiedOn: (row['certifiedOn'] as Day | null) ?? null,
      certificateExpiresOn: (row['expiresOn'] as Day | null) ?? null,
    }
  })
}

/** How many there are. */
export async function countFound(ctx: RequestContext, ground: Ground): Promise<number> {
  const { sql, params } = filtered(ground)
  const [row] = await selectStoppable<Row>(ctx, `SELECT COUNT(DISTINCT e.id) AS n ${sql}`, params)
  return Number(row?.['n'] ?? 0)
}
