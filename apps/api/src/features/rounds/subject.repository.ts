import type { Day, InspectingBody, RoundKind, SubjectResult, SubjectState } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, insertIdentified, marks, select } from '../../database/sql.js'
import { papersInScope } from '../../policy/inspection-scope.js'
import type { SqlPart } from '../../policy/scope.js'

/** A unit (person 0), or a person with the unit where they belonged when the round took them up. */
export interface SubjectFacts {
  organization: number
  person: number
}

export interface SubjectRow extends SubjectFacts {
  id: number
  uid: string
  version: number
  round: number
  state: SubjectState
  result: SubjectResult | null
  concludedOn: Day | null
  words: string | null
}

const columns = `s.id, s.uid, s.version, s.round, s.organization, s.person, s.state, s.result,
  s.concluded_on AS concludedOn, s.words`
const from = 'FROM inspection_subject s JOIN inspection_round r ON r.id = s.round'

const seen = (ctx: RequestContext): SqlPart =>
  papersInScope(ctx, 'inspection.run', { unit: 'r.organization', round: 'r.id' })

/** Adds subjects to a round, not begun yet. */
export function insertSubjects(
  ctx: RequestContext,
  round: number,
  subjects: ReadonlyArray<SubjectFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'inspection_subject',
    subjects.map(({ uid, organization, person }) => ({
      ...{ uid, version: 1, round, organization, person },
      ...{ state: 'PLANNED', batch },
    })),
  )
}

/** Writes how far the work on a subject has come; `version` goes up by one. */
export function writeSubject(
  ctx: RequestContext,
  id: number,
  row: Pick<SubjectRow, 'state' | 'result' | 'concludedOn' | 'words'>,
): Promise<void> {
  return execute(
    ctx,
    `UPDATE inspection_subject SET state = ?, result = ?, concluded_on = ?, words = ?, version = version + 1
     WHERE id = ?`,
    [row.state, row.result, row.concludedOn, row.words, id],
  )
}

/** The subject of that outer id if the papers of its round may be seen, locked inside a unit of work. */
export async function findSubject(ctx: RequestContext, uid: string): Promise<SubjectRow | undefined> {
  const scope = seen(ctx)
  const rows = await select<SubjectRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE s.uid = ? AND ${scope.sql}${ctx.transaction ? forUpdate(ctx) : ''}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Subjects of rounds whose papers may be seen, units first, in the order in which they were added. */
export function listSubjects(ctx: RequestContext, rounds: readonly number[]): Promise<SubjectRow[]> {
  const scope = seen(ctx)
  return inChunks([...rounds], (chunk) =>
    select<SubjectRow>(
      ctx,
      `SELECT ${columns} ${from} WHERE s.round IN (${marks(chunk)}) AND ${scope.sql}
       ORDER BY CASE WHEN s.person = 0 THEN 0 ELSE 1 END, s.id`,
      [...chunk, ...scope.params],
    ),
  )
}

/** Internal ids of persons by their outer ids, whoever asks: who may be seen, the service says. */
export async function personIdsOf(ctx: RequestContext, uids: readonly string[]): Promise<number[]> {
  const rows = await inChunks([...new Set(uids)], (chunk) =>
    select<{ id: number }>(ctx, `SELECT p.id FROM person p WHERE p.uid IN (${marks(chunk)})`, chunk),
  )
  return rows.map(({ id }) => Number(id))
}

/** Of these units those that are one or stand below it today. */
export async function listWithin(
  ctx: RequestContext,
  units: readonly number[],
  ancestor: number,
): Promise<Set<number>> {
  const day = today(ctx)
  const rows = await inChunks([...new Set(units)], (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT wp.descendant AS id FROM organization_path wp WHERE wp.descendant IN (${marks(chunk)})
         AND wp.ancestor = ? AND wp.valid_from <= ? AND wp.valid_to > ?`,
      [...chunk, ancestor, day, day],
    ),
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Whether a round has the person, the unit, or a unit above it today, for a subject that was not dropped. */
export async function isSubject(
  ctx: RequestContext,
  round: number,
  { organization, person }: SubjectFacts,
): Promise<boolean> {
  const day = today(ctx)
  const rows = await select(
    ctx,
    `SELECT s.id FROM inspection_subject s WHERE s.round = ? AND s.state <> 'DROPPED' AND (
       (s.person <> 0 AND s.person = ?) OR (s.person = 0 AND s.organization IN (
         SELECT ap.ancestor FROM organization_path ap WHERE ap.descendant = ?
           AND ap.valid_from <= ? AND ap.valid_to > ?))) LIMIT 1`,
    [round, person, organization, day, day],
  )
  return rows.length > 0
}

/** How many subjects of one sort were concluded with one result. */
export interface ConcludedCount {
  tier: string
  body: InspectingBody
  kind: RoundKind
  subjectTier: string
  persons: number
  result: SubjectResult
  n: number
}

/**
 * Subjects of rounds of a unit and all below it today that were concluded in a period (both days inclusive), by level
 * of the inspecting unit and of the subject on the day of the conclusion. One statement.
 */
export function countConcluded(
  ctx: RequestContext,
  unit: number,
  period: { from: Day; to: Day },
): Promise<ConcludedCount[]> {
  const scope = seen(ctx)
  const day = today(ctx)
  const at = (alias: string) => `${alias}.valid_from <= s.concluded_on AND ${alias}.valid_to > s.concluded_on`
  return select<ConcludedCount>(
    ctx,
    `SELECT iv.tier, r.body, r.kind, sv.tier AS subjectTier, CASE WHEN s.person = 0 THEN 0 ELSE 1 END AS persons,
       s.result, COUNT(*) AS n
     ${from}
     JOIN organization_version iv ON iv.organization = r.organization AND ${at('iv')}
     JOIN organization_version sv ON sv.organization = s.organization AND ${at('sv')}
     WHERE s.state = 'CONCLUDED' AND s.concluded_on BETWEEN ? AND ?
       AND r.organization IN (SELECT up.descendant FROM organization_path up WHERE up.ancestor = ?
         AND up.valid_from <= ? AND up.valid_to > ?)
       AND ${scope.sql}
     GROUP BY iv.tier, r.body, r.kind, sv.tier, CASE WHEN s.person = 0 THEN 0 ELSE 1 END, s.result`,
    [period.from, period.to, unit, day, day, ...scope.params],
  )
}
