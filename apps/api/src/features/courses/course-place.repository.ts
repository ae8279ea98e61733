import type { CourseResult, Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  select,
  type Row,
} from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf } from '../../policy/scope.js'

/** Somebody registered in a course; attendance in sessions; events by internal ids. */
export interface PlaceFacts {
  course: number
  person: number
  /** The cell at the registration. */
  organization: number
  registeredOn: Day
  enrolmentEvent: number | null
  attended: number | null
  result: CourseResult | null
  resultOn: Day | null
  resultEvent: number | null
  certificateNumber: string | null
}

export interface PlaceRow extends PlaceFacts {
  id: number
  uid: string
  version: number
}

/** What a result says, while its event was not corrected. */
const counting = (column: string) => `CASE WHEN re.corrected_on IS NULL THEN cp.${column} END`

const columns = `cp.id, cp.uid, cp.course, cp.person, cp.organization, cp.registered_on AS registeredOn,
  cp.enrolment_event AS enrolmentEvent, cp.attended, ${counting('result')} AS result, ${counting('result_on')} AS resultOn,
  ${counting('result_event')} AS resultEvent, ${counting('certificate_number')} AS certificateNumber, cp.version`

/** Places whose registration was not corrected, with the event of their result. */
const standing = `course_place cp LEFT JOIN person_event ee ON ee.id = cp.enrolment_event
  LEFT JOIN person_event re ON re.id = cp.result_event`
const isStanding = 'ee.corrected_on IS NULL'

const rowOf = (facts: PlaceFacts) => ({
  course: facts.course,
  person: facts.person,
  organization: facts.organization,
  registered_on: facts.registeredOn,
  enrolment_event: facts.enrolmentEvent,
  attended: facts.attended,
  result: facts.result,
  result_on: facts.resultOn,
  result_event: facts.resultEvent,
  certificate_number: facts.certificateNumber,
})

/** Stores places and answers their internal ids in the same order. */
export function insertPlaces(
  ctx: RequestContext,
  rows: ReadonlyArray<PlaceFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'course_place',
    rows.map(({ uid, ...facts }) => ({ uid, ...rowOf(facts), version: 1, batch })),
  )
}

/** Writes a place as it now is; `version` goes up by one. */
export async function updatePlace(ctx: RequestContext, id: number, facts: PlaceFacts): Promise<void> {
  const row = rowOf(facts)
  const set = Object.keys(row).map((name) => `${name} = ?`)
  await execute(ctx, `UPDATE course_place SET ${set.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(row),
    id,
  ])
}

/** The place of that outer id, locked inside a unit of work. */
export async function findPlace(ctx: RequestContext, uid: string): Promise<PlaceRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const rows = await select<PlaceRow>(
    ctx,
    `SELECT ${columns} FROM ${standing} WHERE cp.uid = ? AND ${isStanding}${lock}`,
    [uid],
  )
  return rows.find((row) => row.uid === uid)
}

/** Removes places whose registration was corrected, so that the persons can be registered again. */
export async function removeVoidPlaces(ctx: RequestContext, course: number): Promise<void> {
  await execute(
    ctx,
    `DELETE FROM course_place WHERE course = ? AND enrolment_event IN
       (SELECT id FROM person_event WHERE kind = 'ENROLMENT' AND corrected_on IS NOT NULL)`,
    [course],
  )
}

/** Everybody registered in courses, whoever may see them: for places taken and numbers given. */
export function listPlacesOf(ctx: RequestContext, courses: readonly number[]): Promise<PlaceRow[]> {
  return inChunks([...courses], (chunk) =>
    select<PlaceRow>(
      ctx,
      `SELECT ${columns} FROM ${standing} WHERE cp.course IN (${marks(chunk)}) AND ${isStanding} ORDER BY cp.id`,
      chunk,
    ),
  )
}

/** Those registered in a course whom the viewer may see, by name. */
export function listParticipants(ctx: RequestContext, course: number): Promise<PlaceRow[]> {
  const scope = inScope(scopeOf(ctx, 'people.read'), 'cp.organization', today(ctx))
  const free = notRestricted(ctx, 'cp.person')
  return select(
    ctx,
    `SELECT ${columns} FROM ${standing} JOIN person w ON w.id = cp.person
     WHERE cp.course = ? AND ${isStanding} AND ${scope.sql} AND ${free.sql} ORDER BY w.sort_key, w.id`,
    [course, ...scope.params, ...free.params],
  )
}

/** Places of persons, oldest first. */
export function listPlacesOfPersons(ctx: RequestContext, persons: readonly number[]): Promise<PlaceRow[]> {
  return inChunks([...persons], (chunk) =>
    select<PlaceRow>(
      ctx,
      `SELECT ${columns} FROM ${standing} WHERE cp.person IN (${marks(chunk)}) AND ${isStanding} ORDER BY cp.person, cp.registered_on, cp.id`,
      chunk,
    ),
  )
}

/** Which of the numbers a unit has put on certificates of a kind of course. */
export async function listNumbersGiven(
  ctx: RequestContext,
  organization: number,
  kind: string,
  numbers: readonly string[],
): Promise<string[]> {
  const rows = await inChunks([...numbers], (chunk) =>
    select<Row>(
      ctx,
      `SELECT cp.certificate_number AS given FROM ${standing} JOIN course c ON c.id = cp.course
       WHERE re.corrected_on IS NULL AND c.organization = ? AND c.kind = ? AND cp.certificate_number IN (${marks(chunk)})`,
      [organization, kind, ...chunk],
    ),
  )
  return rows.map(({ given }) => String(given as string))
}

/** Probationary members of a unit on a day who have not completed the course for new members since their admission. */
export async function listWithoutCourse(
  ctx: RequestContext,
  unit: number,
  asOf: Day,
  limit: number,
): Promise<Array<{ person: number; organization: number; admittedOn: Day }>> {
  const scope = inScope(scopeOf(ctx, 'people.read'), 'p.descendant', today(ctx))
  const free = notRestricted(ctx, 'e.person')
  const standing = (alias: string) => `${alias}.corrected_on IS NULL AND ${alias}.date <= ?`
  const cell = `COALESCE((SELECT t.to_organization FROM person_event t WHERE t.person = e.person AND t.kind = 'TRANSFER'
    AND ${standing('t')} AND t.date >= e.date ORDER BY t.date DESC, t.id DESC LIMIT 1), e.organization)`
  return select(
    ctx,
    `SELECT e.person, ${cell} AS organization, e.date AS admittedOn
     FROM person_event e JOIN person w ON w.id = e.person JOIN organization_path p ON p.descendant = ${cell}
       AND p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ?
     WHERE e.kind IN ('ADMISSION', 'READMISSION') AND ${standing('e')} AND ${scope.sql} AND ${free.sql}
       AND NOT EXISTS (SELECT 1 FROM person_event l WHERE l.person = e.person AND ${standing('l')} AND l.date >= e.date
         AND l.kind IN ('NEW_MEMBER_COURSE', 'RECOGNITION', 'REMOVAL', 'DEATH', 'TRANSFER_OUT'))
     ORDER BY e.date, w.sort_key, e.id LIMIT ${limit}`,
    [asOf, asOf, unit, asOf, asOf, asOf, ...scope.params, ...free.params, asOf],
  )
}
