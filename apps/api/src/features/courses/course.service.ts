import { isDay, LIMITS, normalizeName, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import {
  loadNearest,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { listPlacesOf, type PlaceRow } from './course-place.repository.js'
import {
  findCourse,
  findCourseRefs,
  findCourses,
  insertCourses,
  listCoursesFor,
  updateCourse,
  type CourseFacts,
  type CourseRow,
} from './course.repository.js'

export type { CourseFacts, CourseRow } from './course.repository.js'

const most = { sessions: 200, places: 500 }

function refuseNumber(field: keyof typeof most, value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most[field])
    throw invalidInput(field, reason('ONE_TO', { limit: most[field] }))
}

/** Refuses a course without a name, days that are none or reversed, and no or too many sessions or places. */
async function factsOf(ctx: RequestContext, facts: CourseFacts): Promise<CourseFacts> {
  const name = normalizeName(facts.name)
  if (name === '' || name.length > LIMITS.nameLength)
    throw invalidInput('name', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  for (const field of ['startsOn', 'endsOn'] as const)
    if (!isDay(facts[field])) throw invalidInput(field, reason('NOT_A_DAY'))
  if (facts.endsOn < facts.startsOn) throw invalidInput('endsOn', reason('BEFORE_FROM'))
  refuseNumber('sessions', facts.sessions)
  refuseNumber('places', facts.places)
  refuseLonger('place', facts.place, LIMITS.nameLength)
  refuseLonger('note', facts.note, LIMITS.noteLength)
  const unit = await loadNearest(ctx, facts.organization, facts.startsOn)
  if (!unit) throw notFound('Organization')
  refuseOutsideLife(unit, facts.startsOn)
  return { ...facts, name }
}

/** Plans courses, many at once, in a unit of work. Answers internal ids, or by position why some were refused. */
export async function addCourses(
  ctx: RequestContext,
  items: ReadonlyArray<{ facts: CourseFacts; ref: string | null }>,
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const refs = await findCourseRefs(
    ctx,
    items.flatMap(({ ref }) => ref ?? []),
  )
  const rows: Array<CourseFacts & { uid: string; ref: string | null }> = []
  for (const [index, { facts, ref }] of items.entries()) {
    try {
      rows.push({ ...(await factsOf(ctx, facts)), uid: uuid(), ref })
      if (ref !== null && refs.has(ref)) throw conflict(`reference ${ref} is taken`)
      if (ref !== null) refs.set(ref, 0)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  return { ids: refused.size > 0 ? [] : await insertCourses(ctx, rows, batch), refused }
}

/**
 * Plans a course, or changes the one named with the version that was read; who runs it and its kind stay. Refused
 * besides what addCourses refuses: fewer places than are taken (CONFLICT).
 */
export function setCourse(
  ctx: RequestContext,
  facts: CourseFacts,
  existing: { uid: string; version: number } | null,
): Promise<CourseRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'courses.run', facts.organization)
    if (existing === null) {
      const { ids, refused } = await addCourses(tx, [{ facts, ref: null }], null)
      for (const error of refused.values()) throw error
      const [row] = await findCourses(tx, ids)
      if (!row) throw notFound('Course')
      return row
    }
    const row = await requireCourse(tx, existing.uid)
    if (row.organization !== facts.organization || row.kind !== facts.kind) throw notFound('Course')
    if (row.version !== existing.version) throw staleVersion('The course', existing.version, row.version)
    const taken = (await listPlacesOf(tx, [row.id])).length
    if (facts.places < taken) throw conflict(reason('PLACES_TAKEN', { taken }))
    await updateCourse(tx, row.id, await factsOf(tx, facts))
    return requireCourse(tx, existing.uid)
  })
}

/** The course of that outer id, or NOT_FOUND; locked inside a unit of work. */
export async function requireCourse(ctx: RequestContext, uid: string): Promise<CourseRow> {
  const row = await findCourse(ctx, uid)
  if (!row) throw notFound('Course')
  return row
}

/** Courses open to a unit in a period, its own, those above and below it, the latest first. */
export function coursesFor(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  period: { from: Day; to: Day },
): Promise<CourseRow[]> {
  if (period.to < period.from) return Promise.reject(invalidInput('to', reason('BEFORE_FROM')))
  return listCoursesFor(ctx, unit.id, unit.at, period)
}

/** Places of a course with their results; one statement for many courses. */
export function loadPlaces(ctx: RequestContext, course: number): Promise<PlaceRow[]> {
  return loader<number, PlaceRow[]>(ctx, 'places of courses', async (ids) => {
    const rows = await listPlacesOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.course === id))
  }).load(course)
}

/** The course of an internal id; one statement for many. */
export function loadCourse(ctx: RequestContext, id: number): Promise<CourseRow> {
  return loader<number, CourseRow>(ctx, 'courses', async (ids) => {
    const rows = new Map((await findCourses(ctx, ids)).map((row) => [row.id, row]))
    return ids.map((one) => rows.get(one) ?? notFound('Course'))
  }).load(id)
}

/** Internal ids of courses by the sender's references. */
export function courseRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return findCourseRefs(ctx, refs)
}
