import { isDay, LIMITS, reason, type CourseResult, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, staleVersion } from '../../errors/errors.js'
import { may, refuseUnless } from '../../policy/may.js'
import { correctStored, type NewEvent } from '../membership/membership.service.js'
import { requireCandidacies, recordForAll, refusedFor } from '../sources/candidate-steps.service.js'
import { loadPersons } from '../people/person.service.js'
import { ruleOn, ruleRefused } from '../rules/rule.service.js'
import {
  findPlace,
  listNumbersGiven,
  listPlacesOf,
  updatePlace,
  type PlaceRow,
} from './course-place.repository.js'
import { newMembersOn, RESULT_EVENTS, type Registered } from './course-place.service.js'
import { loadCourse, requireCourse, type CourseRow } from './course.service.js'

/** How a course ended for somebody. */
export interface ResultFor {
  person: number
  attended: number
  result: CourseResult
  certificateNumber: string | null
}

/**
 * Records how a course ended for some of those registered, all or none: who passed has a certificate with a number, for
 * everybody else it is as before the course. Refused: a day before the course or ahead, somebody not registered or with a
 * result already, more sessions than there were, a pass with fewer than the rule of the day asks for (RULE_REFUSED), a pass
 * without a number, a number given before by the same unit.
 */
export function recordResults(
  ctx: RequestContext,
  facts: { course: string; on: Day; results: readonly ResultFor[] },
): Promise<CourseRow> {
  return inTransaction(ctx, async (tx) => {
    const course = await requireCourse(tx, facts.course)
    await refuseUnless(tx, 'courses.run', course.organization)
    refuseDay(tx, course, facts.on)
    const places = new Map((await listPlacesOf(tx, [course.id])).map((place) => [place.person, place]))
    for (const one of facts.results) await refuseResult(tx, course, places.get(one.person), one, facts.on)
    await refuseNumbers(tx, course, facts.results)
    for (const one of facts.results) {
      const place = places.get(one.person)
      if (!place) continue
      const event = await express(tx, course, one, facts.on)
      await updatePlace(tx, place.id, {
        ...place,
        ...{ attended: one.attended, result: one.result, resultOn: facts.on, resultEvent: event },
        certificateNumber: one.result === 'PASSED' ? one.certificateNumber : null,
      })
    }
    return requireCourse(tx, facts.course)
  })
}

function refuseDay(ctx: RequestContext, { startsOn }: CourseRow, on: Day): void {
  if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
  if (on < startsOn) throw invalidInput('on', reason('COURSE_NOT_BEGUN', { day: startsOn }))
}

async function refuseResult(
  ctx: RequestContext,
  course: CourseRow,
  place: PlaceRow | undefined,
  { person, attended, result, certificateNumber }: ResultFor,
  on: Day,
): Promise<void> {
  const [who] = await loadPersons(ctx, [person])
  if (!place) throw refusedFor(who, conflict(reason('NOT_REGISTERED')))
  if (place.result !== null) throw refusedFor(who, conflict(reason('RESULT_ALREADY')))
  if (on < place.registeredOn) throw refusedFor(who, invalidInput('on', reason('BEFORE_FROM')))
  if (!Number.isInteger(attended) || attended < 0 || attended > course.sessions)
    throw refusedFor(who, invalidInput('attended', reason('OUT_OF_BOUNDS', { limit: course.sessions })))
  refuseLonger('certificateNumber', certificateNumber, LIMITS.codeLength)
  if (result !== 'PASSED') return
  const rule = await ruleOn(ctx, 'COURSE_ATTENDANCE_PERCENT', on)
  const needed = Math.ceil((course.sessions * rule.value) / 100)
  if (attended < needed)
    throw refusedFor(who, ruleRefused(reason('TOO_FEW_SESSIONS', { attended, needed }), rule))
  if ((certificateNumber ?? '').trim() === '')
    throw refusedFor(who, invalidInput('certificateNumber', reason('NEEDS_CERTIFICATE_NUMBER')))
}

async function refuseNumbers(
  ctx: RequestContext,
  { organization, kind }: CourseRow,
  results: readonly ResultFor[],
): Promise<void> {
  const numbers = results.flatMap(({ result, certificateNumber }) =>
    result === 'PASSED' && certificateNumber ? [certificateNumber] : [],
  )
  const given = await listNumbersGiven(ctx, organization, kind, numbers)
  const twice = given[0] ?? numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice !== undefined)
    throw invalidInput('certificateNumber', reason('CERTIFICATE_NUMBER_TAKEN', { number: twice }))
}

/** What the result means for the person, as an event at the cell where he is then; its internal id. */
async function express(
  ctx: RequestContext,
  course: CourseRow,
  { person, result, certificateNumber }: ResultFor,
  on: Day,
): Promise<number | null> {
  const kinds = RESULT_EVENTS[course.kind]
  const kind = result === 'PASSED' ? kinds.PASSED : kinds.other
  if (kind === null) return null
  const facts: Partial<NewEvent> & { on: Day } =
    result === 'PASSED'
      ? { on, courseName: course.name, courseAudience: course.audience, certificateNumber }
      : { on }
  const at: Registered[] =
    course.kind === 'AWARENESS'
      ? await requireCandidacies(ctx, [person], on)
      : await newMembersOn(ctx, [person], on)
  const [event] = await recordForAll(ctx, kind, at, facts)
  return event ?? null
}

/**
 * Takes a result back that was recorded wrongly: its event is corrected, and the place is open again. Refused: a place
 * without a result, a stale version, and where a later event rests on it (CONFLICT).
 */
export function takeResultBack(
  ctx: RequestContext,
  uid: string,
  version: number,
  words: string,
): Promise<PlaceRow> {
  return inTransaction(ctx, async (tx) => {
    const place = await findPlace(tx, uid)
    const course = place && (await loadCourse(tx, place.course))
    if (!place || !course || !(await may(tx, 'organizations.read', course.organization)))
      throw notFound('Place')
    await refuseUnless(tx, 'courses.run', course.organization)
    if (place.version !== version) throw staleVersion('The place', version, place.version)
    if (place.result === null) throw conflict(reason('NO_RESULT'))
    if (place.resultEvent !== null) await correctStored(tx, place.person, place.resultEvent, words)
    await updatePlace(tx, place.id, {
      ...place,
      ...{ result: null, resultOn: null, resultEvent: null, certificateNumber: null },
    })
    return (await findPlace(tx, uid)) ?? place
  })
}
