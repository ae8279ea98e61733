import {
  dayInVietNam,
  KINH,
  OPEN_END,
  type Day,
  type PersonCondition,
  type PersonQuery,
} from '@seedbed/shared'
import type { Database } from '../../database/database.js'
import { marks } from '../../database/sql.js'
import type { SqlPart } from '../../policy/scope.js'

type Dialect = Database['dialect']

/** What the conditions are compiled against: e the event, s the spell of a candidate, w the person, o the cell. */
export interface Ground {
  dialect: Dialect
  query: PersonQuery
  /** FROM and WHERE of everybody the question is about, before its conditions. */
  base: SqlPart
  /** How many months a certificate holds, by the day of its course. */
  validity: ReadonlyArray<{ value: number; validFrom: Day; validTo: Day }>
}

/** The day that an answer is about, and the last day of the course. */
export const dayColumn = ({ query }: Pick<Ground, 'query'>) =>
  query.subject === 'ADMISSIONS' ? 'e.date' : 's.valid_from'
export const certifiedColumn = ({ query }: Pick<Ground, 'query'>) =>
  query.subject === 'ADMISSIONS' ? 'e.course_completed_on' : 's.certified_on'

/** A day so many months later, at most the last of its month, as both engines then agree. */
function addMonths(dialect: Dialect, column: string, months: number): string {
  if (dialect === 'mysql') return `DATE_ADD(${column}, INTERVAL ${months} MONTH)`
  const day = `(CAST(strftime('%d', ${column}) AS INTEGER) - 1)`
  return `MIN(date(${column}, 'start of month', '+${months} months', '+' || ${day} || ' days'),
    date(${column}, 'start of month', '+${months + 1} months', '-1 day'))`
}

function addDays(dialect: Dialect, column: string, days: number): string {
  return dialect === 'mysql'
    ? `DATE_ADD(${column}, INTERVAL ${days} DAY)`
    : `date(${column}, '+${days} days')`
}

/** The first day on which the certificate no longer holds; NULL without one, or without a rule for its day. */
export function expirySql(ground: Ground): string {
  const column = certifiedColumn(ground)
  const cases = ground.validity.map(
    ({ value, validFrom, validTo }) =>
      `WHEN ${column} >= '${validFrom}' AND ${column} < '${validTo === OPEN_END ? '9999-12-31' : validTo}' THEN ${addMonths(ground.dialect, column, value)}`,
  )
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`
}

const part = (sql: string, params: unknown[] = []): SqlPart => ({ sql, params })

const columnsOf = (ground: Ground) => {
  const admissions = ground.query.subject === 'ADMISSIONS'
  return {
    SEX: `CASE ${admissions ? 'e' : 'w'}.female WHEN 1 THEN 'FEMALE' WHEN 0 THEN 'MALE' END`,
    ETHNICITY: `CASE WHEN ${admissions ? 'e' : 'w'}.ethnicity = '${KINH}' THEN 'KINH' WHEN ${admissions ? 'e' : 'w'}.ethnicity IS NOT NULL THEN 'MINORITY' END`,
    RELIGION: `CASE WHEN ${admissions ? 'e' : 'w'}.religion IS NOT NULL THEN 'RELIGIOUS' ELSE 'NONE' END`,
    OCCUPATION: 'e.occupation',
    DEGREE: 'e.degree',
    SOURCE_KIND: admissions ? 'e.source_kind' : 's.source_kind',
    INTRODUCER: admissions ? 'e.introducer' : 's.introducer',
    STAGE: admissions ? 'NULL' : 's.stage',
  }
}

function attributeSql(
  ground: Ground,
  { attribute, codes, not }: NonNullable<PersonCondition['attribute']>,
): SqlPart {
  const column = `COALESCE(${columnsOf(ground)[attribute]}, 'UNKNOWN')`
  return part(`${column} ${not ? 'NOT IN' : 'IN'} (${marks(codes)})`, [...codes])
}

/** Instants are kept in UTC; a day in Viet Nam begins at 17:00 of the day before. */
const firstInstantAfter = (day: Day) => `${day}T17:00:00.000Z`

function dayBefore(day: Day): Day {
  return dayInVietNam(new Date(Date.parse(`${day}T00:00:00+07:00`) - 1))
}

function daySql(ground: Ground, { day, from, to }: NonNullable<PersonCondition['day']>): SqlPart {
  if (day === 'RECORDED')
    return both(
      from ? part('e.recorded_at >= ?', [firstInstantAfter(dayBefore(from))]) : null,
      to ? part('e.recorded_at < ?', [firstInstantAfter(to)]) : null,
    )
  const columns = {
    ...{ BIRTH: 'w.birth_date', SINCE: dayColumn(ground), CERTIFIED: certifiedColumn(ground) },
    LISTED: ground.query.subject === 'ADMISSIONS' ? 'NULL' : 's.listed_on',
    DECIDED: ground.query.subject === 'ADMISSIONS' ? 'e.date' : 'NULL',
  }
  const column = columns[day]
  return both(from ? part(`${column} >= ?`, [from]) : null, to ? part(`${column} <= ?`, [to]) : null)
}

function both(...parts: ReadonlyArray<SqlPart | null>): SqlPart {
  const given = parts.filter((one) => one !== null)
  return part(
    `(${given.map(({ sql }) => sql).join(' AND ')})`,
    given.flatMap(({ params }) => params),
  )
}

const mentored = (ground: Ground) =>
  `FROM mentorship m WHERE m.person = w.id AND m.valid_from <= ${ground.query.subject === 'ADMISSIONS' ? 'e.date' : '?'}
    AND m.valid_to >= ${ground.query.subject === 'ADMISSIONS' ? 'e.date' : '?'}`
const mentorDays = ({ query }: Ground) => (query.subject === 'ADMISSIONS' ? [] : [query.asOf, query.asOf])

/** Who had the same mentor: counted over everybody the question is about, before its conditions. */
function sameMentor(ground: Ground, times: number): SqlPart {
  return part(
    `EXISTS (SELECT 1 ${mentored(ground)} AND m.mentor IN (SELECT n.mentor FROM mentorship n
      WHERE n.person IN (SELECT w.id ${ground.base.sql}) GROUP BY n.mentor HAVING COUNT(DISTINCT n.person) > ?))`,
    [...mentorDays(ground), ...ground.base.params, times],
  )
}

/** Who was recommended by the same member, counted in the same way. */
function sameRecommender({ base }: Ground, times: number): SqlPart {
  return part(
    `EXISTS (SELECT 1 FROM dossier d JOIN dossier_recommender r ON r.dossier = d.id WHERE d.person = w.id
      AND r.person IN (SELECT n.person FROM dossier_recommender n JOIN dossier b ON b.id = n.dossier
        WHERE b.person IN (SELECT w.id ${base.sql}) GROUP BY n.person HAVING COUNT(DISTINCT b.person) > ?))`,
    [...base.params, times],
  )
}

function factSql(ground: Ground, { fact, number }: NonNullable<PersonCondition['fact']>): SqlPart {
  const { dialect, query } = ground
  const admissions = query.subject === 'ADMISSIONS'
  const on = admissions ? 'e.date' : '?'
  const onDays = admissions ? [] : [query.asOf]
  const days = Number(number ?? 0)
  switch (fact) {
    case 'NO_MENTOR':
      return part(`NOT EXISTS (SELECT 1 ${mentored(ground)})`, mentorDays(ground))
    case 'CERTIFICATE_EXPIRED':
      return part(`COALESCE(${expirySql(ground)}, '${OPEN_END}') <= ${on}`, onDays)
    case 'CERTIFICATE_EXPIRES_WITHIN': {
      const expiry = `COALESCE(${expirySql(ground)}, '${OPEN_END}')`
      const until = admissions ? addDays(dialect, 'e.date', days) : addDays(dialect, '?', days)
      return part(`(${expiry} > ${on} AND ${expiry} <= ${until})`, [...onDays, ...onDays])
    }
    case 'NO_CERTIFICATE':
      return part(`${certifiedColumn(ground)} IS NULL`)
    case 'CERTIFICATE_EXPIRED_AT_VOTE':
      return part(
        `EXISTS (SELECT 1 FROM dossier d JOIN dossier_step t ON t.dossier = d.id WHERE d.person = w.id
          AND t.kind = 'CELL_VOTE' AND t.corrected_on IS NULL AND t.date <= ${on}
          AND COALESCE(${expirySql(ground)}, '${OPEN_END}') <= t.date)`,
        onDays,
      )
    case 'SAME_RECOMMENDER_MORE_THAN':
      return sameRecommender(ground, days)
    case 'SAME_MENTOR_MORE_THAN':
      return sameMentor(ground, days)
    case 'RECORDED_LATER_THAN': {
      const last = addDays(dialect, dayColumn(ground), days)
      const instant =
        dialect === 'mysql' ? `CONCAT(${last}, 'T17:00:00.000Z')` : `(${last} || 'T17:00:00.000Z')`
      return part(`(e.backfilled = 0 AND e.recorded_at >= ${instant})`)
    }
    case 'IN_ENDED_UNIT':
      return part(
        `(o.closed <= ${on} OR EXISTS (SELECT 1 FROM rehomed_event h WHERE h.source = 0 AND h.event = e.id))`,
        onDays,
      )
  }
}

/** A condition as SQL. */
export function conditionSql(ground: Ground, condition: PersonCondition): SqlPart {
  const { all, any, attribute, day, fact } = condition
  const list = all ?? any
  if (list) {
    const parts = list.map((one) => conditionSql(ground, one))
    const sql = parts.map((one) => one.sql).join(all ? ' AND ' : ' OR ')
    return part(
      `(${sql})`,
      parts.flatMap(({ params }) => params),
    )
  }
  if (attribute) return attributeSql(ground, attribute)
  if (day) return daySql(ground, day)
  if (!fact) return part('1 = 1')
  const { sql, params } = factSql(ground, fact)
  return fact.not ? part(`NOT (${sql})`, params) : part(sql, params)
}
