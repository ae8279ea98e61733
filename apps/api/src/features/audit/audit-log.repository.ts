import type { AuditOutcome } from '@seedbed/shared'
import { BEGINNING, type AuditFacts, type Head } from '../../audit/chain.js'
import { today, type RequestContext } from '../../context.js'
import { select } from '../../database/sql.js'
import { inScope, type Scope, type SqlPart } from '../../policy/scope.js'

/** A record as it is stored. */
export interface AuditRow extends AuditFacts {
  hash: string
}

type StoredRow = Omit<AuditRow, 'units' | 'persons'> & { units: string; persons: string }

const columns = `r.sequence, r.recorded_at AS recordedAt, r.request, r.actor_kind AS actorKind,
  r.actor_account AS actorAccount, r.actor_name AS actorName, r.origin, r.operation, r.outcome, r.code,
  r.object_kind AS objectKind, r.object, r.units, r.persons, r.input, r.before_state AS \`before\`,
  r.after_state AS \`after\`, r.hash`

const idsOf = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number))

const toRow = (row: StoredRow): AuditRow => ({
  ...row,
  units: idsOf(row.units),
  persons: idsOf(row.persons),
})

/** What records are asked for; instants are ISO 8601 in UTC, `until` is the first that is not asked for. */
export interface AuditConditions {
  unit?: number
  /** With `unit`: what stands below it today as well. */
  below?: boolean
  person?: number
  actor?: string
  operation?: string
  outcome?: AuditOutcome
  from?: string
  until?: string
}

function subjectIs(kind: 'UNIT' | 'PERSON', condition: SqlPart): SqlPart {
  return {
    sql: `EXISTS (SELECT 1 FROM audit_subject s WHERE s.sequence = r.sequence AND s.kind = '${kind}' AND ${condition.sql})`,
    params: condition.params,
  }
}

function unitIs(unit: number, below: boolean, day: string): SqlPart {
  if (below) return subjectIs('UNIT', inScope({ all: false, organizations: [unit] }, 's.subject', day))
  return subjectIs('UNIT', { sql: 's.subject = ?', params: [unit] })
}

function conditionsOf(conditions: AuditConditions, day: string): SqlPart[] {
  const { unit, below = false, person, actor, operation, outcome, from, until } = conditions
  const equal = (column: string, value: unknown): SqlPart[] =>
    value === undefined ? [] : [{ sql: `r.${column} = ?`, params: [value] }]
  return [
    ...(unit === undefined ? [] : [unitIs(unit, below, day)]),
    ...(person === undefined ? [] : [subjectIs('PERSON', { sql: 's.subject = ?', params: [person] })]),
    ...equal('actor_name', actor),
    ...equal('operation', operation),
    ...equal('outcome', outcome),
    ...(from === undefined ? [] : [{ sql: 'r.recorded_at >= ?', params: [from] }]),
    ...(until === undefined ? [] : [{ sql: 'r.recorded_at < ?', params: [until] }]),
  ]
}

/**
 * Records that meet the conditions, the latest first, up to `limit + 1`. Within a scope only those that concern a unit
 * of it; what concerns no unit is read by those alone who may read everything.
 */
export async function listRecords(
  ctx: RequestContext,
  scope: Scope,
  conditions: AuditConditions,
  page: { limit: number; before?: number },
): Promise<AuditRow[]> {
  const day = today(ctx)
  const parts = conditionsOf(conditions, day)
  if (!scope.all) parts.push(subjectIs('UNIT', inScope(scope, 's.subject', day)))
  if (page.before !== undefined) parts.push({ sql: 'r.sequence < ?', params: [page.before] })
  const where = parts.map(({ sql }) => sql).join(' AND ') || '1 = 1'
  const rows = await select<StoredRow>(
    ctx,
    `SELECT ${columns} FROM audit_record r WHERE ${where} ORDER BY r.sequence DESC LIMIT ${page.limit + 1}`,
    parts.flatMap(({ params }) => params),
  )
  return rows.map(toRow)
}

/** Records of every kind in the order in which they were added, after a number. */
export async function readChain(ctx: RequestContext, after: number, limit: number): Promise<AuditRow[]> {
  const rows = await select<StoredRow>(
    ctx,
    `SELECT ${columns} FROM audit_record r WHERE r.sequence > ? ORDER BY r.sequence LIMIT ${limit}`,
    [after],
  )
  return rows.map(toRow)
}

/** By which units and persons the records after a number, up to another, are found. */
export async function readSubjects(
  ctx: RequestContext,
  after: number,
  upTo: number,
): Promise<Map<number, { units: number[]; persons: number[] }>> {
  const rows = await select<{ kind: string; subject: number; sequence: number }>(
    ctx,
    'SELECT kind, subject, sequence FROM audit_subject WHERE sequence > ? AND sequence <= ? ORDER BY sequence, subject',
    [after, upTo],
  )
  const subjects = new Map<number, { units: number[]; persons: number[] }>()
  for (const { kind, subject, sequence } of rows) {
    const own = subjects.get(sequence) ?? { units: [], persons: [] }
    own[kind === 'UNIT' ? 'units' : 'persons'].push(subject)
    subjects.set(sequence, own)
  }
  return subjects
}

/** The head as it is stored; that of an empty log where somebody took it away. */
export async function readHead(ctx: RequestContext): Promise<Head> {
  const [head] = await select<Head>(ctx, 'SELECT sequence, hash FROM audit_head WHERE id = 1')
  return head ?? BEGINNING
}

const guards = 6

/** Whether the database itself refuses changes to the log. */
export async function isGuarded(ctx: RequestContext): Promise<boolean> {
  const statement =
    ctx.database.dialect === 'mysql'
      ? "SELECT COUNT(*) AS amount FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND trigger_name LIKE 'audit%'"
      : "SELECT COUNT(*) AS amount FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"
  const [row] = await select<{ amount: number | string }>(ctx, statement)
  return Number(row?.amount) === guards
}
