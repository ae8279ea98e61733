import type { Day, FindingAbout, FindingKind, FindingState, FindingStepKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  select,
} from '../../database/sql.js'
import { findingsInScope, papersInScope } from '../../policy/inspection-scope.js'
import { inScope, type SqlPart } from '../../policy/scope.js'

/** What a finding says when it is made; internal ids. */
export interface FindingFacts {
  kind: FindingKind
  inspecting: number
  round: number | null
  about: FindingAbout
  organization: number
  person: number | null
  target: number | null
  document: number | null
  dossier: number | null
  /** What it rests on. */
  evidence: number | null
  words: string
  responsible: number
  madeOn: Day
  dueOn: Day | null
}

export interface FindingRow extends FindingFacts {
  id: number
  uid: string
  version: number
  state: FindingState
  mended: boolean | null
  closedOn: Day | null
}

/** A step as it is kept: never changed. `number` is the version it made. */
export interface StepRow {
  uid: string
  finding: number
  number: number
  kind: FindingStepKind
  onDay: Day
  state: FindingState
  dueOn: Day | null
  mended: boolean | null
  words: string | null
  account: number
  actorName: string
  at: string
}

const columns = `f.id, f.uid, f.version, f.kind, f.state, f.inspecting, f.round, f.about, f.organization, f.person,
  f.target, f.document, f.dossier, f.evidence, f.words, f.responsible, f.made_on AS madeOn, f.due_on AS dueOn, f.mended, f.closed_on AS closedOn`

const flagOf = (value: unknown): boolean | null =>
  value === null || value === undefined ? null : Number(value) === 1
const toFinding = (row: FindingRow): FindingRow => ({ ...row, mended: flagOf(row.mended) })

const seen = (ctx: RequestContext): SqlPart =>
  findingsInScope(ctx, { unit: 'f.inspecting', round: 'f.round', responsible: 'f.responsible' })

/** Stores findings, of which nothing has become yet, and answers their internal ids in the same order. */
export function insertFindings(
  ctx: RequestContext,
  findings: ReadonlyArray<
    FindingFacts & { uid: string; ref: string | null; state: FindingState; closedOn: Day | null }
  >,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'finding',
    findings.map(({ madeOn, dueOn, closedOn, ref, ...facts }) => ({
      ...facts,
      version: 1,
      made_on: madeOn,
      due_on: dueOn,
      closed_on: closedOn,
      external_ref: ref,
      batch,
    })),
  )
}

/** Adds steps. */
export function insertSteps(ctx: RequestContext, steps: readonly StepRow[]): Promise<void> {
  return insertRows(
    ctx,
    'finding_step',
    steps.map(({ onDay, dueOn, mended, actorName, ...step }) => ({
      ...step,
      on_day: onDay,
      due_on: dueOn,
      mended: mended === null ? null : mended ? 1 : 0,
      actor_name: actorName,
    })),
  )
}

/** Writes what has become of a finding; `version` goes up by one. */
export function writeFinding(
  ctx: RequestContext,
  { id, state, dueOn, mended, closedOn }: FindingRow,
): Promise<void> {
  return execute(
    ctx,
    `UPDATE finding SET state = ?, due_on = ?, mended = ?, closed_on = ?, version = version + 1 WHERE id = ?`,
    [state, dueOn, mended === null ? null : mended ? 1 : 0, closedOn, id],
  )
}

/** The finding of that outer id if the viewer may see it, locked inside a unit of work. */
export async function findFinding(ctx: RequestContext, uid: string): Promise<FindingRow | undefined> {
  const scope = seen(ctx)
  const rows = await select<FindingRow>(
    ctx,
    `SELECT ${columns} FROM finding f WHERE f.uid = ? AND ${scope.sql}${ctx.transaction ? forUpdate(ctx) : ''}`,
    [uid, ...scope.params],
  )
  const row = rows.find((one) => one.uid === uid)
  return row && toFinding(row)
}

/** Those of the findings (internal ids) that the viewer follows: makes, re-checks and closes. */
export async function listFollowed(ctx: RequestContext, ids: readonly number[]): Promise<Set<number>> {
  const scope = papersInScope(ctx, 'findings.record', { unit: 'f.inspecting', round: 'f.round' })
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT f.id FROM finding f WHERE f.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Steps of findings that the viewer may see, in order. */
export async function listSteps(ctx: RequestContext, findings: readonly number[]): Promise<StepRow[]> {
  const scope = seen(ctx)
  const rows = await inChunks([...findings], (chunk) =>
    select<StepRow>(
      ctx,
      `SELECT s.uid, s.finding, s.number, s.kind, s.on_day AS onDay, s.state, s.due_on AS dueOn, s.mended, s.words,
         s.account, s.actor_name AS actorName, s.at
       FROM finding_step s JOIN finding f ON f.id = s.finding
       WHERE s.finding IN (${marks(chunk)}) AND ${scope.sql} ORDER BY s.finding, s.number`,
      [...chunk, ...scope.params],
    ),
  )
  return rows.map((row) => ({ ...row, mended: flagOf(row.mended) }))
}

/** Which findings are listed: those for which a unit, or one below it today, is responsible, and of them … */
export interface FindingFilter {
  unit: number
  kind: FindingKind | null
  states: readonly FindingState[]
  /** Only those whose due date has passed without an answer. */
  overdue: boolean
  /** Internal ids of one responsible unit and of one round. */
  responsible: number | null
  round: number | null
}

const whole: SqlPart = { sql: '1 = 1', params: [] }
const equal = (column: string, value: unknown): SqlPart =>
  value === null ? whole : { sql: `${column} = ?`, params: [value] }

function matching(ctx: RequestContext, filter: FindingFilter): SqlPart {
  const { states } = filter
  const parts = [
    inScope({ all: false, organizations: [filter.unit] }, 'f.responsible', today(ctx)),
    equal('f.kind', filter.kind),
    equal('f.responsible', filter.responsible),
    equal('f.round', filter.round),
    states.length === 0 ? whole : { sql: `f.state IN (${marks(states)})`, params: [...states] },
    filter.overdue
      ? { sql: `f.state IN ('OPEN', 'REOPENED') AND f.due_on < ?`, params: [today(ctx)] }
      : whole,
    seen(ctx),
  ]
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    params: parts.flatMap(({ params }) => params),
  }
}

/** A page of findings, the latest first; one row more than the limit. */
export async function listFindings(
  ctx: RequestContext,
  filter: FindingFilter,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<FindingRow[]> {
  const where = matching(ctx, filter)
  const after = page.after ? 'AND (f.made_on < ? OR (f.made_on = ? AND f.id < ?))' : ''
  const [day, id] = page.after ?? []
  const rows = await select<FindingRow>(
    ctx,
    `SELECT ${columns} FROM finding f WHERE ${where.sql} ${after}
     ORDER BY f.made_on DESC, f.id DESC LIMIT ${page.limit + 1}`,
    [...where.params, ...(page.after ? [day, day, id] : [])],
  )
  return rows.map(toFinding)
}

/** How many there are. */
export async function countFindings(ctx: RequestContext, filter: FindingFilter): Promise<number> {
  const where = matching(ctx, filter)
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(*) AS n FROM finding f WHERE ${where.sql}`,
    where.params,
  )
  return Number(row?.n ?? 0)
}

/** Findings of one kind and state for which a unit or one below it was responsible on a day. */
export interface StandingCount {
  unit: number
  kind: FindingKind
  state: FindingState
  overdue: number
  n: number
}

/**
 * How findings stood at the end of a day, by the tree of that day, for many units: each counts at its responsible unit
 * and at all above it. One statement.
 */
export function countStanding(
  ctx: RequestContext,
  units: readonly number[],
  on: Day,
): Promise<StandingCount[]> {
  const scope = seen(ctx)
  return inChunks([...new Set(units)], (chunk) =>
    select<StandingCount>(
      ctx,
      `SELECT q.unit, q.kind, q.state, q.overdue, COUNT(*) AS n FROM (
         SELECT up.ancestor AS unit, f.kind, s.state,
           CASE WHEN s.state IN ('OPEN', 'REOPENED') AND s.due_on < ? THEN 1 ELSE 0 END AS overdue
         FROM finding f
         JOIN finding_step s ON s.finding = f.id AND s.number = (
           SELECT MAX(l.number) FROM finding_step l WHERE l.finding = f.id AND l.on_day <= ?)
         JOIN organization_path up ON up.descendant = f.responsible AND up.valid_from <= ? AND up.valid_to > ?
         WHERE up.ancestor IN (${marks(chunk)}) AND f.made_on <= ? AND ${scope.sql}
       ) q GROUP BY q.unit, q.kind, q.state, q.overdue`,
      [on, on, on, on, ...chunk, on, ...scope.params],
    ),
  )
}
