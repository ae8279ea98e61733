import { isDay, reason, type Day, type EventKind } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnlessAll } from '../../policy/may.js'
import { membersOn } from '../membership/standing-on.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import { recordForAll, refusedFor, requireStep } from '../sources/candidate-steps.service.js'
import {
  insertPlaces,
  listParticipants,
  listPlacesOf,
  listPlacesOfPersons,
  listWithoutCourse,
  removeVoidPlaces,
  type PlaceRow,
} from './course-place.repository.js'
import { loadCourse, requireCourse, type CourseRow } from './course.service.js'

export type { PlaceRow } from './course-place.repository.js'

/** Who is registered in a course, on which day. */
export interface Registration {
  course: string
  persons: readonly number[]
  on: Day
  document: number | null
}

/** Somebody with the cell where he is registered. */
export interface Registered {
  person: number
  organization: number
  who: PersonRow
}

/**
 * Registers candidates in an awareness course (they are in the class from that day on), or probationary members in a
 * course for new members, all or none. Refused: a day that lies ahead or after the course, more persons than places
 * are free, somebody registered already (CONFLICT), who may not go (see the events; RULE_REFUSED for a requirement unmet).
 */
export function registerInCourse(ctx: RequestContext, facts: Registration): Promise<CourseRow> {
  return inTransaction(ctx, async (tx) => {
    const course = await requireCourse(tx, facts.course)
    refuseDays(tx, course, facts.on)
    const persons = [...new Set(facts.persons)]
    await removeVoidPlaces(tx, course.id)
    await refuseFull(tx, course, persons)
    const [going, events] = await register(tx, course, { ...facts, persons })
    await insertPlaces(
      tx,
      going.map(({ person, organization }, index) => ({
        ...{ uid: uuid(), course: course.id, person, organization, registeredOn: facts.on },
        enrolmentEvent: events[index] ?? null,
        ...{ attended: null, result: null, resultOn: null, resultEvent: null, certificateNumber: null },
      })),
      null,
    )
    return requireCourse(tx, facts.course)
  })
}

function refuseDays(ctx: RequestContext, { endsOn }: CourseRow, on: Day): void {
  if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
  if (on > endsOn) throw invalidInput('on', reason('COURSE_OVER', { day: endsOn }))
}

async function refuseFull(ctx: RequestContext, course: CourseRow, persons: readonly number[]): Promise<void> {
  const taken = await listPlacesOf(ctx, [course.id])
  const twice = taken.find(({ person }) => persons.includes(person))
  if (twice) {
    const [who] = await loadPersons(ctx, [twice.person])
    throw refusedFor(who, conflict(reason('REGISTERED_ALREADY')))
  }
  const free = course.places - taken.length
  if (persons.length > free) throw conflict(reason('NO_PLACES', { free }))
}

async function register(
  ctx: RequestContext,
  course: CourseRow,
  facts: Registration,
): Promise<[Registered[], number[]]> {
  const { on, document } = facts
  if (course.kind === 'AWARENESS') {
    const step = { persons: facts.persons, on, document, note: null }
    const candidacies = await requireStep(ctx, step, 'IN_CLASS')
    return [candidacies, await recordForAll(ctx, 'ENROLMENT', candidacies, { on, document })]
  }
  const going = await newMembersOn(ctx, facts.persons, on)
  await refuseUnlessAll(
    ctx,
    'sources.record',
    going.map(({ organization }) => organization),
  )
  return [going, []]
}

/** The cells of probationary members on a day; refused (CONFLICT, naming who) where one is none. */
export async function newMembersOn(
  ctx: RequestContext,
  persons: readonly number[],
  on: Day,
): Promise<Registered[]> {
  const members = await membersOn(ctx, persons, on)
  const rows = new Map((await loadPersons(ctx, persons)).map((row) => [row.id, row]))
  return persons.map((person) => {
    const [who, member] = [rows.get(person), members.get(person)]
    if (!who || !member?.probationary) throw refusedFor(who, conflict(reason('NOT_ON_PROBATION')))
    return { person, organization: member.organization, who }
  })
}

/** Those registered in a course whom the viewer may see, by name. */
export function participantsOf(ctx: RequestContext, course: number): Promise<PlaceRow[]> {
  return listParticipants(ctx, course)
}

/** Places of a person, oldest first; one statement for many. */
export function loadPlacesOf(ctx: RequestContext, person: number): Promise<PlaceRow[]> {
  return loader<number, PlaceRow[]>(ctx, 'places of persons', async (ids) => {
    const rows = await listPlacesOfPersons(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** The awareness course in which a candidate is: the last one without a result. */
export async function currentPlace(ctx: RequestContext, person: number): Promise<PlaceRow | undefined> {
  return (await loadPlacesOf(ctx, person)).filter(({ result }) => result === null).at(-1)
}

/** The last day of the course in which a candidate is. */
export async function courseEndOf(ctx: RequestContext, person: number): Promise<Day | null> {
  const place = await currentPlace(ctx, person)
  return place ? (await loadCourse(ctx, place.course)).endsOn : null
}

/** Kinds of event that end a place. */
export const RESULT_EVENTS = {
  AWARENESS: { PASSED: 'COURSE_COMPLETION', other: 'COURSE_LEFT' },
  NEW_MEMBERS: { PASSED: 'NEW_MEMBER_COURSE', other: null },
} as const satisfies Record<string, { PASSED: EventKind; other: EventKind | null }>

const mostShown = 200

/** Probationary members of a unit who have not been to the course for new members yet, the longest waiting first. */
export function membersWithoutCourse(ctx: RequestContext, unit: number, asOf: Day) {
  return listWithoutCourse(ctx, unit, asOf, mostShown)
}
