import { addDays, ENTERPRISE_SECTORS, KINH, UNIVERSITY_DEGREES, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { marks, select, type Row } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf } from '../../policy/scope.js'
import { toEvent, type EventRow } from './event.repository.js'

/** Which admissions of a unit: days inclusive, basis, perimeter, and conditions on the frozen attributes. */
export interface AdmissionQuestion {
  unit: number
  from: Day | null
  to: Day
  ceremony: boolean
  recorded: boolean
  treeAt: Day
  female?: boolean | null
  ethnicMinority?: boolean | null
  religious?: boolean | null
  youthUnion?: boolean | null
  enterprise?: boolean | null
  age18to30?: boolean | null
  university?: boolean | null
  introduced?: boolean | null
  courseCompleted?: boolean | null
  readmission?: boolean | null
  occupation?: string | null
  sourceKind?: string | null
  introducer?: string | null
}

interface Condition {
  sql: string
  params: unknown[]
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

function yesNo(value: boolean | null | undefined, sql: string, params: unknown[] = []): Condition[] {
  return isGiven(value) ? [{ sql: `(CASE WHEN ${sql} THEN 1 ELSE 0 END) = ${value ? 1 : 0}`, params }] : []
}

function equals(value: string | null | undefined, column: string): Condition[] {
  return isGiven(value) ? [{ sql: `${column} = ?`, params: [value] }] : []
}

function conditionsOf(q: AdmissionQuestion): Condition[] {
  return [
    ...yesNo(q.female, 'e.female = 1'),
    ...yesNo(q.ethnicMinority, 'e.ethnicity <> ?', [KINH]),
    ...yesNo(q.religious, 'e.religion IS NOT NULL'),
    ...yesNo(q.youthUnion, 'e.youth_union = 1'),
    ...yesNo(q.enterprise, `e.sector IN (${marks(ENTERPRISE_SECTORS)})`, [...ENTERPRISE_SECTORS]),
    ...yesNo(q.age18to30, 'e.age BETWEEN 18 AND 30'),
    ...yesNo(q.university, `e.degree IN (${marks(UNIVERSITY_DEGREES)})`, [...UNIVERSITY_DEGREES]),
    ...yesNo(q.introduced, 'e.introducer IS NOT NULL'),
    ...yesNo(q.courseCompleted, 'e.course_completed_on IS NOT NULL'),
    ...yesNo(q.readmission, 'e.readmission = 1'),
    ...equals(q.occupation, 'e.occupation'),
    ...equals(q.sourceKind, 'e.source_kind'),
    ...equals(q.introducer, 'e.introducer'),
  ]
}

/** FROM and WHERE of a question: events of living memory below the unit, by the tree that its figures use. */
function fromWhere(ctx: RequestContext, q: AdmissionQuestion): Condition {
  const scope = inScope(scopeOf(ctx, 'people.read'), 'p.descendant', today(ctx))
  const tree = q.recorded
    ? {
        sql: 'p.valid_to > ? AND p.valid_from <= ? AND e.date >= p.valid_from AND e.date < p.valid_to',
        params: [q.from ?? '1900-01-01', q.to],
      }
    : { sql: 'p.valid_from <= ? AND p.valid_to > ?', params: [q.treeAt, q.treeAt] }
  const kinds = q.ceremony ? ['CEREMONY'] : ['ADMISSION', 'READMISSION']
  const conditions = [tree, scope, notRestricted(ctx, 'e.person'), ...conditionsOf(q)]
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  return {
    sql: `FROM organization_path p ${join} person_event e ON e.organization = p.descendant
      AND e.kind IN (${marks(kinds)}) AND e.date > ? AND e.date <= ?
      WHERE p.ancestor = ? AND e.corrected_on IS NULL AND ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    params: [
      ...kinds,
      q.from === null ? '1900-01-01' : addDays(q.from, -1),
      q.to,
      q.unit,
      ...conditions.flatMap(({ params }) => params),
    ],
  }
}

/** A page of admissions, the latest first; one row more than the limit. */
export async function listAdmissions(
  ctx: RequestContext,
  q: AdmissionQuestion,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<EventRow[]> {
  const { sql, params } = fromWhere(ctx, q)
  const after = page.after ? 'AND (e.date < ? OR (e.date = ? AND e.id < ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  const ids = await select<{ id: number }>(
    ctx,
    `SELECT e.id ${sql} ${after} ORDER BY e.date DESC, e.id DESC LIMIT ${page.limit + 1}`,
    [...params, ...afterParams],
  )
  if (ids.length === 0) return []
  const rows = await select<Row>(
    ctx,
    `SELECT * FROM person_event WHERE id IN (${marks(ids)}) ORDER BY date DESC, id DESC`,
    ids.map(({ id }) => id),
  )
  return rows.map(toEvent)
}

/** How many there are: the number that the figure shows. */
export async function countAdmissions(ctx: RequestContext, q: AdmissionQuestion): Promise<number> {
  const { sql, params } = fromWhere(ctx, q)
  const [row] = await select<Row>(ctx, `SELECT COUNT(*) AS n ${sql}`, params)
  return Number(row?.n ?? 0)
}
