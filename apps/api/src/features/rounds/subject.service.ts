import {
  isDay,
  LIMITS,
  reason,
  SUBJECT_RESULTS,
  SUBJECT_STATES,
  type Day,
  type SubjectResult,
  type SubjectState,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { unitsByUid } from '../organizations/unit-lookup.service.js'
import { openPerson, placeOf, type LookRow } from '../people/look.service.js'
import { requirePerson, visiblePersons } from '../people/person.service.js'
import { loadRound, requireOpenRound, type RoundRow, type Seen } from './round.service.js'
import {
  findSubject,
  insertSubjects,
  isSubject,
  listSubjects,
  listWithin,
  personIdsOf,
  writeSubject,
  type SubjectFacts,
  type SubjectRow,
} from './subject.repository.js'

export type { SubjectRow } from './subject.repository.js'

/** Units and persons by their outer ids, as subjects: NOT_FOUND if one of them may not be seen. */
async function factsOf(
  ctx: RequestContext,
  units: readonly string[],
  persons: readonly string[],
): Promise<SubjectFacts[]> {
  const unitIds = [...(await unitsByUid(ctx, units)).values()]
  if (unitIds.length < new Set(units).size) throw notFound('Organization')
  const seen = await visiblePersons(ctx, await personIdsOf(ctx, persons))
  if (seen.length < new Set(persons).size) throw notFound('Person')
  const places = await Promise.all(seen.map(({ id }) => placeOf(ctx, id)))
  return [
    ...unitIds.map((organization) => ({ organization, person: 0 })),
    ...seen.map(({ id }, index) => ({ organization: places[index] ?? 0, person: id })),
  ]
}

/** Adds subjects to a round in a unit of work: refused if one is there already or stands not below the unit. */
export async function addSubjects(
  tx: RequestContext,
  round: RoundRow,
  facts: readonly SubjectFacts[],
  batch: number | null,
): Promise<void> {
  const standing = await listSubjects(tx, [round.id])
  if (standing.length + facts.length > LIMITS.roundSubjects)
    throw invalidInput('organizationIds', reason('SUBJECTS_TOO_MANY', { limit: LIMITS.roundSubjects }))
  const keyOf = ({ organization, person }: SubjectFacts) => (person === 0 ? `u${organization}` : `p${person}`)
  const taken = new Set(standing.map(keyOf))
  if (facts.some((one) => taken.has(keyOf(one)))) throw conflict(reason('SUBJECT_TWICE'))
  const within = await listWithin(
    tx,
    facts.map(({ organization }) => organization),
    round.organization,
  )
  if (facts.some(({ organization }) => !within.has(organization)))
    throw conflict(reason('NOT_BELOW_INSPECTING'))
  await insertSubjects(
    tx,
    round.id,
    facts.map((one) => ({ ...one, uid: uuid() })),
    batch,
  )
}

/**
 * Takes up units and persons in an open round, for whoever runs it or works on it. Refused: none at all, one that may
 * not be seen (NOT_FOUND), one that is not below the inspecting unit or is a subject already (CONFLICT).
 */
export function takeUpSubjects(
  ctx: RequestContext,
  roundUid: string,
  units: readonly string[],
  persons: readonly string[],
): Promise<RoundRow> {
  return inTransaction(ctx, async (tx) => {
    const round = await requireOpenRound(tx, roundUid)
    if (units.length + persons.length === 0) throw invalidInput('organizationIds', reason('SUBJECTS_NONE'))
    const facts = await factsOf(tx, units, persons)
    await addSubjects(tx, round, facts, null)
    noteChange(tx, {
      units: [round.organization, ...facts.map(({ organization }) => organization)],
      persons: facts.map(({ person }) => person),
    })
    return round
  })
}

/** How far the work on a subject has come, as it is written down. */
export interface SubjectWork {
  state: SubjectState
  result: SubjectResult | null
  /** Day of the conclusion; null: today. */
  on: Day | null
  words: string | null
}

const beyondSupervision: readonly SubjectResult[] = ['VIOLATION', 'DISCIPLINE']

function workOf(ctx: RequestContext, round: RoundRow, work: SubjectWork) {
  const words = work.words?.trim() ? work.words.trim() : null
  refuseLonger('words', words, LIMITS.noteLength)
  if (!Object.hasOwn(SUBJECT_STATES, work.state)) throw invalidInput('state', reason('UNKNOWN_CODE'))
  const concluded = work.state === 'CONCLUDED'
  if (concluded !== (work.result !== null)) throw invalidInput('result', reason('SUBJECT_NEEDS_RESULT'))
  if (work.state === 'DROPPED' && words === null) throw invalidInput('words', reason('SUBJECT_NEEDS_WORDS'))
  if (work.result !== null && !Object.hasOwn(SUBJECT_RESULTS, work.result))
    throw invalidInput('result', reason('UNKNOWN_CODE'))
  if (
    round.kind === 'THEMATIC_SUPERVISION' &&
    work.result !== null &&
    beyondSupervision.includes(work.result)
  )
    throw invalidInput('result', reason('SUPERVISION_FINDS_SIGNS'))
  const on = concluded ? (work.on ?? today(ctx)) : null
  if (on !== null) {
    if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
    if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
    if (on < round.fromDay) throw invalidInput('on', reason('OUTSIDE_ROUND_DAYS'))
  }
  return { state: work.state, result: work.result, concludedOn: on, words }
}

/**
 * Writes how far the work on a subject has come, for whoever runs the round or works on it, while it is open. A
 * conclusion has a result and a day not before the round; supervision does not conclude on a violation; what is dropped
 * says why. A stale version is a CONFLICT.
 */
export function setSubject(ctx: RequestContext, read: Seen, work: SubjectWork): Promise<SubjectRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireSubject(tx, read.id)
    const round = await loadRound(tx, row.round)
    if (!round) throw notFound('Subject')
    if (round.closedOn !== null) throw conflict(reason('ROUND_CLOSED'))
    if (row.version !== read.version) throw staleVersion('The subject', read.version, row.version)
    await writeSubject(tx, row.id, workOf(tx, round, work))
    const after = await requireSubject(tx, read.id)
    const persons = row.person === 0 ? [] : [row.person]
    noteChange(tx, {
      before: { ...row },
      after: { ...after },
      covered: ['words', 'result'],
      units: [row.organization, round.organization],
      persons,
    })
    return after
  })
}

async function requireSubject(ctx: RequestContext, uid: string): Promise<SubjectRow> {
  const row = await findSubject(ctx, uid)
  if (!row) throw notFound('Subject')
  return row
}

/** Subjects of a round, units first; many rounds cost one statement. */
export function loadSubjects(ctx: RequestContext, round: number): Promise<SubjectRow[]> {
  return loader<number, SubjectRow[]>(ctx, 'subjects of rounds', async (ids) => {
    const rows = groupBy(await listSubjects(ctx, ids), (row) => row.round)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(round)
}

/** Whether a unit is another or stands below it today, whatever the viewer's scope: for the rules of inspection. */
export async function isWithin(ctx: RequestContext, unit: number, ancestor: number): Promise<boolean> {
  return (await listWithin(ctx, [unit], ancestor)).has(unit)
}

/** Refuses (CONFLICT) what is no subject of a round and stands below none. */
export async function refuseOutsideRound(
  ctx: RequestContext,
  round: number,
  what: SubjectFacts,
): Promise<void> {
  if (!(await isSubject(ctx, round, what))) throw conflict(reason('NOT_IN_ROUND'))
}

/**
 * Opens a person within a round: as openPerson does, and the look names the round. Refused: a round that is closed or
 * has the person and the units above them for no subject, and what openPerson refuses. A round widens nobody's scope.
 */
export function openPersonInRound(
  ctx: RequestContext,
  roundUid: string,
  personUid: string,
  words: string,
): Promise<LookRow> {
  return inTransaction(ctx, async (tx) => {
    const round = await requireOpenRound(tx, roundUid)
    const person = await requirePerson(tx, personUid)
    await refuseOutsideRound(tx, round.id, {
      organization: await placeOf(tx, person.id),
      person: person.id,
    })
    return openPerson(tx, personUid, words, round.id)
  })
}
