import { OPEN_END, type Day, type DossierState } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  select,
  type Row,
} from '../../database/sql.js'
import { personInScope } from '../../policy/person-scope.js'
import { inScope, scopeOf } from '../../policy/scope.js'
import type { DossierRow, StepRow, Votes } from './dossier-file.js'
import type { Introducer } from '@seedbed/shared'

const columns = `d.id, d.uid, d.person, d.opening_event AS openingEvent, d.opened_on AS openedOn,
  d.foreign_marriage AS foreignMarriage, d.schooling, d.record_cleared_on AS recordClearedOn,
  d.left_for_hardship AS leftForHardship, d.introducer, d.note, d.backfilled, d.version`

function toDossier(row: Row): DossierRow {
  return {
    ...(row as unknown as DossierRow),
    foreignMarriage: Number(row.foreignMarriage) === 1,
    leftForHardship: Number(row.leftForHardship) === 1,
    backfilled: Number(row.backfilled) === 1,
    version: Number(row.version),
  }
}

/** The dossier of that outer id, if the person in it now, or when it was opened, is of a cell whose people the viewer may see. */
export async function findDossier(ctx: RequestContext, uid: string): Promise<DossierRow | undefined> {
  const scope = scopeOf(ctx, 'people.read')
  const now = inScope(scope, 's.organization', today(ctx))
  const known = personInScope(scope, 'd.person', today(ctx))
  const rows = await select<Row>(
    ctx,
    `SELECT ${columns} FROM dossier d LEFT JOIN dossier_spell s ON s.opening = d.opening_event AND s.valid_to = ?
     WHERE d.uid = ? AND ((s.id IS NOT NULL AND ${now.sql}) OR (s.id IS NULL AND ${known.sql}))`,
    [OPEN_END, uid, ...now.params, ...known.params],
  )
  const row = rows.find((one) => one.uid === uid)
  return row && toDossier(row)
}

/** Locks a dossier until the unit of work ends, and answers its version. */
export async function lockDossier(ctx: RequestContext, id: number): Promise<number> {
  const [row] = await select<Row>(ctx, `SELECT version FROM dossier WHERE id = ?${forUpdate(ctx)}`, [id])
  return Number(row?.version ?? 0)
}

/** The dossier changed: whoever read it before is told. */
export function touchDossiers(ctx: RequestContext, ids: readonly number[]): Promise<unknown> {
  return inChunks([...ids], async (chunk) => {
    await execute(ctx, `UPDATE dossier SET version = version + 1 WHERE id IN (${marks(chunk)})`, chunk)
    return []
  })
}

/** Dossiers by internal id; whatever the scope, for rules and for what has been asked for already. */
export async function listDossiers(ctx: RequestContext, ids: readonly number[]): Promise<DossierRow[]> {
  const rows = await inChunks([...ids], (chunk) =>
    select<Row>(ctx, `SELECT ${columns} FROM dossier d WHERE d.id IN (${marks(chunk)})`, chunk),
  )
  return rows.map(toDossier)
}

/** Internal ids of the dossiers of persons, oldest first. */
export function listDossiersOf(
  ctx: RequestContext,
  persons: readonly number[],
): Promise<Array<{ id: number; person: number }>> {
  return inChunks([...persons], (chunk) =>
    select(
      ctx,
      `SELECT id, person FROM dossier WHERE person IN (${marks(chunk)}) ORDER BY person, opened_on, id`,
      chunk,
    ),
  )
}

/** Where dossiers stand now: by the event that opened them. */
export async function listStandings(
  ctx: RequestContext,
  openings: readonly number[],
): Promise<Map<number, { state: DossierState; organization: number; since: Day }>> {
  const rows = await inChunks([...openings], (chunk) =>
    select<{ opening: number; state: DossierState; organization: number; since: Day }>(
      ctx,
      `SELECT opening, state, organization, valid_from AS since FROM dossier_spell
       WHERE opening IN (${marks(chunk)}) AND valid_to = ?`,
      [...chunk, OPEN_END],
    ),
  )
  return new Map(rows.map(({ opening, ...standing }) => [opening, standing]))
}

/** The units of the events that opened dossiers. */
export async function listOpeningUnits(
  ctx: RequestContext,
  openings: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks([...openings], (chunk) =>
    select<{ id: number; organization: number }>(
      ctx,
      `SELECT id, organization FROM person_event WHERE id IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, organization }) => [id, organization]))
}

/** A dossier as it is stored. */
export interface NewDossier extends Omit<DossierRow, 'id' | 'version'> {
  externalRef: string | null
  introducer: Introducer | null
}

/** Stores dossiers and answers their internal ids in the same order. */
export function insertDossiers(
  ctx: RequestContext,
  rows: readonly NewDossier[],
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'dossier',
    rows.map((one) => ({
      uid: one.uid,
      person: one.person,
      opening_event: one.openingEvent,
      opened_on: one.openedOn,
      foreign_marriage: one.foreignMarriage ? 1 : 0,
      schooling: one.schooling,
      record_cleared_on: one.recordClearedOn,
      left_for_hardship: one.leftForHardship ? 1 : 0,
      introducer: one.introducer,
      note: one.note,
      external_ref: one.externalRef,
      backfilled: one.backfilled ? 1 : 0,
      version: 1,
      batch,
    })),
  )
}

/** The organization that introduces the applicant together with a member. */
export function writeIntroducer(
  ctx: RequestContext,
  id: number,
  introducer: Introducer | null,
): Promise<void> {
  return execute(ctx, 'UPDATE dossier SET introducer = ? WHERE id = ?', [introducer, id])
}

/** Every step of dossiers, corrected ones included; one whose event was corrected counts as corrected too. */
export async function listSteps(ctx: RequestContext, dossiers: readonly number[]): Promise<StepRow[]> {
  const rows = await inChunks([...dossiers], (chunk) =>
    select<Row>(
      ctx,
      `SELECT s.*, COALESCE(s.corrected_on, e.corrected_on) AS taken_back,
         COALESCE(s.correction_reason, e.correction_reason) AS why
       FROM dossier_step s LEFT JOIN person_event e ON e.id = s.event
       WHERE s.dossier IN (${marks(chunk)}) ORDER BY s.dossier, s.date, s.id`,
      chunk,
    ),
  )
  return rows.map(toStep)
}

const optionalNumber = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)

function toStep(row: Row): StepRow {
  return {
    id: Number(row.id),
    uid: String(row.uid as string),
    dossier: Number(row.dossier),
    kind: row.kind as StepRow['kind'],
    date: row.date as Day,
    recordedOn: row.recorded_on as Day,
    outcome: row.outcome as StepRow['outcome'],
    event: optionalNumber(row.event),
    decidedBy: optionalNumber(row.decided_by),
    votes: row.official_members === null ? null : toVotes(row),
    onRecord: optionalNumber(row.on_record),
    document: optionalNumber(row.document),
    note: row.note as string | null,
    correctedOn: row.taken_back as Day | null,
    correctionReason: row.why as string | null,
  }
}

function toVotes(row: Row): Votes {
  return {
    officialMembers: Number(row.official_members),
    temporarilyAway: Number(row.temporarily_away),
    exemptedAbsent: Number(row.exempted_absent),
    present: Number(row.present),
    agreed: Number(row.agreed),
    against: Number(row.against),
  }
}

/** Stores steps and answers their internal ids in the same order. */
export function insertSteps(
  ctx: RequestContext,
  steps: ReadonlyArray<Omit<StepRow, 'id' | 'correctedOn' | 'correctionReason'>>,
): Promise<number[]> {
  const recordedAt = ctx.clock.now().toISOString()
  return insertIdentified(
    ctx,
    'dossier_step',
    steps.map((step) => ({
      uid: step.uid,
      dossier: step.dossier,
      kind: step.kind,
      date: step.date,
      recorded_on: step.recordedOn,
      recorded_at: recordedAt,
      outcome: step.outcome,
      event: step.event,
      decided_by: step.decidedBy,
      official_members: step.votes?.officialMembers ?? null,
      temporarily_away: step.votes?.temporarilyAway ?? null,
      exempted_absent: step.votes?.exemptedAbsent ?? null,
      present: step.votes?.present ?? null,
      agreed: step.votes?.agreed ?? null,
      against: step.votes?.against ?? null,
      on_record: step.onRecord,
      document: step.document,
      note: step.note,
    })),
  )
}

/** Marks a step that no event expresses as recorded wrongly. */
export function markStepCorrected(
  ctx: RequestContext,
  id: number,
  correction: { on: Day; reason: string },
): Promise<void> {
  return execute(ctx, 'UPDATE dossier_step SET corrected_on = ?, correction_reason = ? WHERE id = ?', [
    correction.on,
    correction.reason,
    id,
  ])
}

/** The version of a rule by which a step was judged. */
export interface StepRuleRow {
  step: number
  code: string
  value: number
  per: number | null
  regulation: string
  article: string | null
}

/** The rules by which steps were judged. */
export function listStepRules(ctx: RequestContext, steps: readonly number[]): Promise<StepRuleRow[]> {
  return inChunks([...steps], (chunk) =>
    select<StepRuleRow>(
      ctx,
      `SELECT step, code, value, per, regulation, article FROM dossier_step_rule
       WHERE step IN (${marks(chunk)}) ORDER BY step, id`,
      chunk,
    ),
  )
}

/** Stores by which versions of rules steps were judged. */
export function insertStepRules(ctx: RequestContext, rows: readonly StepRuleRow[]): Promise<void> {
  return insertRows(ctx, 'dossier_step_rule', [...rows.map((row) => ({ ...row }))])
}
