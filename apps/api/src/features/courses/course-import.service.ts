import { isDay, reason, type CourseResult, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { conflict, invalidInput, SeedbedError } from '../../errors/errors.js'
import { recordEvents, type NewEvent } from '../membership/membership.service.js'
import { candidaciesOn, membersOn } from '../membership/standing-on.service.js'
import { insertPlaces, listPlacesOf, type PlaceFacts } from './course-place.repository.js'
import { RESULT_EVENTS } from './course-place.service.js'
import { loadCourse, type CourseRow } from './course.service.js'

/** Somebody who was registered in a course, and how it ended, entered afterwards. */
export interface NewPlace {
  course: number
  person: number
  on: Day
  attended: number | null
  result: CourseResult | null
  resultOn: Day | null
  certificateNumber: string | null
}

/**
 * Registers many in courses afterwards, with results, in a unit of work; a candidate then goes to the class and has a
 * certificate as by the screens. Refused by position: days out of order, somebody twice in a course, more than places,
 * a pass without a number, who may not go. What units require beyond the regulations is not asked of the past.
 */
export async function addCoursePlaces(
  ctx: RequestContext,
  items: readonly NewPlace[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const taken = new Map<number, Set<number>>()
  const rows: Array<PlaceFacts & { uid: string }> = []
  for (const [index, item] of items.entries()) {
    try {
      const course = await loadCourse(ctx, item.course)
      const known =
        taken.get(course.id) ?? new Set((await listPlacesOf(ctx, [course.id])).map((one) => one.person))
      taken.set(course.id, known)
      refusePlace(ctx, course, item, known)
      rows.push({ ...(await placed(ctx, course, item, batch)), uid: uuid() })
      known.add(item.person)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  if (refused.size > 0) return { ids: [], refused }
  return { ids: await insertPlaces(ctx, rows, batch), refused }
}

function refusePlace(
  ctx: RequestContext,
  course: CourseRow,
  item: NewPlace,
  known: ReadonlySet<number>,
): void {
  const { on, resultOn, result, attended, certificateNumber } = item
  for (const [field, day] of [
    ['on', on],
    ['resultOn', resultOn],
  ] as const) {
    if (day === null) continue
    if (!isDay(day)) throw invalidInput(field, reason('NOT_A_DAY'))
    if (day > today(ctx)) throw invalidInput(field, reason('IN_FUTURE'))
  }
  if (on > course.endsOn) throw invalidInput('on', reason('COURSE_OVER', { day: course.endsOn }))
  if ((result === null) !== (resultOn === null)) throw invalidInput('resultOn', reason('NO_RESULT'))
  if (resultOn !== null && resultOn < course.startsOn)
    throw invalidInput('resultOn', reason('COURSE_NOT_BEGUN', { day: course.startsOn }))
  if (resultOn !== null && resultOn < on) throw invalidInput('resultOn', reason('BEFORE_FROM'))
  if (attended !== null && attended > course.sessions)
    throw invalidInput('attended', reason('OUT_OF_BOUNDS', { limit: course.sessions }))
  if (result === 'PASSED' && !certificateNumber)
    throw invalidInput('certificateNumber', reason('NEEDS_CERTIFICATE_NUMBER'))
  if (known.has(item.person)) throw conflict(reason('REGISTERED_ALREADY'))
  if (known.size >= course.places) throw conflict(reason('NO_PLACES', { free: 0 }))
}

/** Records what the place means for the person; answers the place with its events. */
async function placed(
  ctx: RequestContext,
  course: CourseRow,
  item: NewPlace,
  batch: number | null,
): Promise<PlaceFacts> {
  const { person, on, attended, result, resultOn, certificateNumber } = item
  const record = async (event: Omit<NewEvent, 'person'>): Promise<number> => {
    const { ids, refused } = await recordEvents(ctx, [{ ...event, person }], { backfilled: true, batch })
    for (const error of refused.values()) throw error
    return ids[0] ?? 0
  }
  const cell = await cellOn(ctx, course, person, on)
  const isAwareness = course.kind === 'AWARENESS'
  const enrolmentEvent = isAwareness ? await record({ kind: 'ENROLMENT', organization: cell, on }) : null
  const kinds = RESULT_EVENTS[course.kind]
  const kind = result === 'PASSED' ? kinds.PASSED : kinds.other
  const told = { courseName: course.name, courseAudience: course.audience, certificateNumber }
  const resultEvent =
    result !== null && resultOn !== null && kind !== null
      ? await record({
          kind,
          organization: await cellOn(ctx, course, person, resultOn),
          on: resultOn,
          ...(result === 'PASSED' ? told : {}),
        })
      : null
  return {
    ...{ course: course.id, person, organization: cell, registeredOn: on, enrolmentEvent, resultEvent },
    ...{ attended, result, resultOn, certificateNumber: result === 'PASSED' ? certificateNumber : null },
  }
}

async function cellOn(ctx: RequestContext, course: CourseRow, person: number, on: Day): Promise<number> {
  if (course.kind === 'AWARENESS') {
    const candidacy = (await candidaciesOn(ctx, [person], on)).get(person)
    if (!candidacy) throw conflict(reason('NOT_CANDIDATE'))
    return candidacy.organization
  }
  const member = (await membersOn(ctx, [person], on)).get(person)
  if (!member) throw conflict(reason('NOT_MEMBER'))
  return member.organization
}
