import type { CandidateStage, Day, DossierState, StepOutcome, DossierStepKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inChunks, marks, select, type Row } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf } from '../../policy/scope.js'

/**
 * Where to look: below a unit as the tree stood on the day, for a list of persons or (`counted`) for numbers alone; or
 * at one person.
 */
export type Place = { unit: number; counted?: true } | { person: number }

interface From {
  from: string
  where: string
  params: unknown[]
}

/** Rows of a table by the unit in a column, within the place and in the viewer's scope. */
function within(ctx: RequestContext, place: Place, table: string, column: string, asOf: Day): From {
  const counted = 'unit' in place && place.counted === true
  const unit = `s.${column}`
  const scope = inScope(scopeOf(ctx, counted ? 'figures.read' : 'people.read'), unit, today(ctx))
  const free = counted ? { sql: '1 = 1', params: [] } : notRestricted(ctx, 's.person')
  const open = { sql: `${scope.sql} AND ${free.sql}`, params: [...scope.params, ...free.params] }
  if ('person' in place)
    return {
      from: `${table} s`,
      where: `s.person = ? AND ${open.sql}`,
      params: [place.person, ...open.params],
    }
  const join = ctx.database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN'
  return {
    from: `organization_path p ${join} ${table} s ON ${unit} = p.descendant`,
    where: `p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND ${open.sql}`,
    params: [place.unit, asOf, asOf, ...open.params],
  }
}

/** A candidate as he stands on a day. */
export interface CandidateFacts {
  person: number
  organization: number
  stage: CandidateStage
  since: Day
  enteredOn: Day
  certifiedOn: Day | null
  birthDate: Day
}

/** Candidates of a place on a day. */
export function listCandidateFacts(ctx: RequestContext, place: Place, asOf: Day): Promise<CandidateFacts[]> {
  const { from, where, params } = within(ctx, place, 'candidate_spell', 'organization', asOf)
  return select(
    ctx,
    `SELECT s.person, s.organization, s.stage, s.valid_from AS since, s.entered_on AS enteredOn,
       s.certified_on AS certifiedOn, w.birth_date AS birthDate
     FROM ${from} JOIN person w ON w.id = s.person
     WHERE s.valid_to > ? AND s.valid_from <= ? AND ${where}`,
    [asOf, asOf, ...params],
  )
}

/** A dossier as it stands on a day. */
export interface DossierFacts {
  id: number
  person: number
  organization: number
  state: DossierState
  since: Day
}

/** Dossiers of a place that stand in one of the states on a day. */
export function listDossierFacts(
  ctx: RequestContext,
  place: Place,
  asOf: Day,
  states: readonly DossierState[],
): Promise<DossierFacts[]> {
  const { from, where, params } = within(ctx, place, 'dossier_spell', 'organization', asOf)
  return select(
    ctx,
    `SELECT d.id, s.person, s.organization, s.state, s.valid_from AS since
     FROM ${from} JOIN dossier d ON d.opening_event = s.opening
     WHERE s.valid_to > ? AND s.valid_from <= ? AND s.state IN (${marks(states)}) AND ${where}`,
    [asOf, asOf, ...states, ...params],
  )
}

/** A step that stands. */
export interface StepFacts {
  dossier: number
  kind: DossierStepKind
  date: Day
  outcome: StepOutcome | null
}

/** The steps of dossiers up to a day that were not corrected, in order. */
export function listStepFacts(
  ctx: RequestContext,
  dossiers: readonly number[],
  asOf: Day,
): Promise<StepFacts[]> {
  return inChunks([...dossiers], (chunk) =>
    select<StepFacts>(
      ctx,
      `SELECT t.dossier, t.kind, t.date, t.outcome FROM dossier_step t LEFT JOIN person_event e ON e.id = t.event
       WHERE t.dossier IN (${marks(chunk)}) AND t.date <= ? AND t.corrected_on IS NULL AND e.corrected_on IS NULL
       ORDER BY t.dossier, t.date, t.id`,
      [...chunk, asOf],
    ),
  )
}

/** A paper, in the order in which they were recorded. */
export interface PaperFacts {
  dossier: number
  form: string
  dated: Day
}

/** Papers of dossiers dated up to a day. */
export function listPaperFacts(
  ctx: RequestContext,
  dossiers: readonly number[],
  asOf: Day,
): Promise<PaperFacts[]> {
  return inChunks([...dossiers], (chunk) =>
    select<PaperFacts>(
      ctx,
      `SELECT dossier, form, dated FROM dossier_paper WHERE dossier IN (${marks(chunk)}) AND dated <= ? ORDER BY id`,
      [...chunk, asOf],
    ),
  )
}

/** A letter without an answer. */
export interface LetterFacts {
  id: number
  dossier: number
  addressee: string
  abroad: boolean
  sentOn: Day
}

/** Letters of dossiers that have no answer on a day. */
export async function listLetterFacts(
  ctx: RequestContext,
  dossiers: readonly number[],
  asOf: Day,
): Promise<LetterFacts[]> {
  const rows = await inChunks([...dossiers], (chunk) =>
    select<Row>(
      ctx,
      `SELECT id, dossier, addressee, abroad, sent_on AS sentOn FROM verification_letter
       WHERE dossier IN (${marks(chunk)}) AND sent_on <= ? AND (answered_on IS NULL OR answered_on > ?)`,
      [...chunk, asOf, asOf],
    ),
  )
  return rows.map((row) => ({ ...(row as unknown as LetterFacts), abroad: Number(row.abroad) === 1 }))
}

/** Since when somebody is helped, and the last review: both may be of an earlier candidacy. */
export interface HelpFacts {
  person: number
  date: Day
}

/** Mentorships of persons that hold on a day, the earliest first. */
export function listMentorFacts(
  ctx: RequestContext,
  persons: readonly number[],
  asOf: Day,
): Promise<HelpFacts[]> {
  return inChunks([...persons], (chunk) =>
    select<HelpFacts>(
      ctx,
      `SELECT person, valid_from AS date FROM mentorship
       WHERE person IN (${marks(chunk)}) AND valid_from <= ? AND valid_to > ? AND valid_from < valid_to
       ORDER BY person, valid_from`,
      [...chunk, asOf, asOf],
    ),
  )
}

/** The last review of persons up to a day. */
export function listReviewFacts(
  ctx: RequestContext,
  persons: readonly number[],
  asOf: Day,
): Promise<HelpFacts[]> {
  return inChunks([...persons], (chunk) =>
    select<HelpFacts>(
      ctx,
      `SELECT person, MAX(date) AS date FROM mentor_review WHERE person IN (${marks(chunk)}) AND date <= ? GROUP BY person`,
      [...chunk, asOf],
    ),
  )
}

/** A course that is over, without a result for somebody. */
export interface CourseFacts {
  id: number
  person: number
  name: string
  endsOn: Day
}

/** Places of persons in courses that are over on a day, without a result by then. */
export function listCourseFacts(
  ctx: RequestContext,
  persons: readonly number[],
  asOf: Day,
): Promise<CourseFacts[]> {
  return inChunks([...persons], (chunk) =>
    select<CourseFacts>(
      ctx,
      `SELECT cp.id, cp.person, c.name, c.ends_on AS endsOn FROM course_place cp JOIN course c ON c.id = cp.course
       LEFT JOIN person_event ee ON ee.id = cp.enrolment_event LEFT JOIN person_event re ON re.id = cp.result_event
       WHERE cp.person IN (${marks(chunk)}) AND c.ends_on < ? AND ee.corrected_on IS NULL
         AND (cp.result IS NULL OR cp.result_on > ? OR re.corrected_on IS NOT NULL)`,
      [...chunk, asOf, asOf],
    ),
  )
}

/** A candidate offered to a unit that has not answered. */
export interface HandoverFacts {
  id: number
  person: number
  organization: number
  offeredOn: Day
}

/** Offers to units of a place without an answer on a day. */
export function listHandoverFacts(ctx: RequestContext, place: Place, asOf: Day): Promise<HandoverFacts[]> {
  const { from, where, params } = within(ctx, place, 'candidate_handover', 'to_organization', asOf)
  return select(
    ctx,
    `SELECT s.id, s.person, s.to_organization AS organization, s.offered_on AS offeredOn FROM ${from}
     WHERE s.offered_on <= ? AND (s.settled_on IS NULL OR s.settled_on > ?) AND ${where}`,
    [asOf, asOf, ...params],
  )
}

/** Through which unit directly below a unit everything under it hangs on a day, in the scope of the tree. */
export async function listBranches(
  ctx: RequestContext,
  unit: number,
  asOf: Day,
): Promise<ReadonlyMap<number, number>> {
  const scope = inScope(ctx.scope, 'p.descendant', today(ctx))
  const rows = await select<{ descendant: number; via: number }>(
    ctx,
    `SELECT p.descendant, p.via FROM organization_path p
     WHERE p.ancestor = ? AND p.depth > 0 AND p.valid_from <= ? AND p.valid_to > ? AND ${scope.sql}`,
    [unit, asOf, asOf, ...scope.params],
  )
  return new Map(rows.map(({ descendant, via }) => [descendant, via]))
}
