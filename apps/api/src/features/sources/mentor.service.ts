import { isDay, LIMITS, OPEN_END, reason, type Day, type ReviewResult } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
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
import { refuseUnlessAll } from '../../policy/may.js'
import { membersOn } from '../membership/standing-on.service.js'
import { loadPersons } from '../people/person.service.js'
import { ruleOn, ruleRefused } from '../rules/rule.service.js'
import { refusedFor, requireCandidacies } from './candidate-steps.service.js'
import {
  endMentorshipRow,
  findMentorship,
  insertMentorships,
  insertReviews,
  listMentorships,
  listReviews,
  type MentorshipFacts,
  type MentorshipRow,
  type ReviewFacts,
  type ReviewRow,
} from './mentor.repository.js'

export type { MentorshipRow, ReviewRow } from './mentor.repository.js'

type Refusals = Map<number, SeedbedError>
type Added = Promise<{ ids: number[]; refused: Refusals }>

const isOn = ({ validFrom, validTo }: MentorshipFacts, on: Day) => validFrom <= on && on < validTo

/** Only official members help: guidance of the Central Organization Commission on membership procedures. */
function notOfficial(name: string): SeedbedError {
  const why = reason('MENTOR_NOT_OFFICIAL', { name })
  const { message, details } = conflict(why)
  return new SeedbedError('RULE_REFUSED', message, {
    ...details,
    rule: 'MENTOR_OFFICIAL',
    regulation: '09-HD/BTCTW (2017)',
  })
}

/**
 * Charges members with helping candidates, many at once, in a unit of work. Refused by position: a day that is none or
 * lies ahead, somebody who is no candidate then, a mentor who is no official member then or helps the candidate already
 * (CONFLICT, RULE_REFUSED), and more mentors at a time than the rule of the day allows (RULE_REFUSED).
 */
export async function addMentorships(
  ctx: RequestContext,
  items: readonly MentorshipFacts[],
  batch: number | null,
): Added {
  const refused: Refusals = new Map()
  const standing: MentorshipFacts[] = await listMentorships(
    ctx,
    items.map(({ person }) => person),
  )
  for (const [index, item] of items.entries()) {
    try {
      await refuseMentorship(ctx, item, standing)
      standing.push(item)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertMentorships(ctx, rows, batch), refused }
}

async function refuseMentorship(
  ctx: RequestContext,
  item: MentorshipFacts,
  standing: readonly MentorshipFacts[],
): Promise<void> {
  const { person, mentor, validFrom, validTo } = item
  if (!isDay(validFrom)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (validFrom > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
  if (validTo <= validFrom) throw invalidInput('until', reason('BEFORE_FROM'))
  refuseLonger('note', item.note, LIMITS.noteLength)
  const [candidacy] = await requireCandidacies(ctx, [person], validFrom)
  const member = (await membersOn(ctx, [mentor], validFrom)).get(mentor)
  if (!member || member.probationary) {
    const [who] = await loadPersons(ctx, [mentor])
    throw notOfficial(who?.fullName ?? '')
  }
  const since = candidacy?.enteredOn ?? validFrom
  const now = standing.filter(
    (one) =>
      one.person === person && one.validFrom >= since && one.validTo > validFrom && one.validFrom < validTo,
  )
  if (now.some((one) => one.mentor === mentor)) throw conflict(reason('MENTOR_ALREADY'))
  const rule = await ruleOn(ctx, 'MENTORS_MOST', validFrom)
  if (now.length >= rule.value) throw ruleRefused(reason('TOO_MANY_MENTORS', { limit: rule.value }), rule)
}

/** Members who help, from a day on. */
export interface Assignment {
  persons: readonly number[]
  mentors: readonly number[]
  on: Day
  /** Those who helped until then no longer do. */
  instead: boolean
  document: number | null
  note: string | null
}

/** Charges each of the mentors with helping each of the candidates, all or none. */
export function assignMentors(ctx: RequestContext, facts: Assignment): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { persons, on, document, note } = facts
    const mentors = [...new Set(facts.mentors)]
    if (mentors.length === 0) throw invalidInput('mentorIds', reason('NEEDS_MENTOR'))
    const candidacies = await requireCandidacies(tx, persons, on)
    await refuseUnlessAll(
      tx,
      'sources.record',
      candidacies.map(({ organization }) => organization),
    )
    if (facts.instead) {
      const open = (await listMentorships(tx, persons)).filter((one) => isOn(one, on))
      for (const one of open) await endMentorshipRow(tx, one.id, on)
    }
    const items = candidacies.flatMap(({ person }) =>
      mentors.map((mentor) => ({ person, mentor, validFrom: on, validTo: OPEN_END, document, note })),
    )
    const { refused } = await addMentorships(tx, items, null)
    for (const [index, error] of refused)
      throw refusedFor(candidacies.find(({ person }) => person === items[index]?.person)?.who, error)
  })
}

/** A mentor no longer helps from that day on; refused for a day before he began, and with a stale version. */
export function endMentorship(
  ctx: RequestContext,
  uid: string,
  version: number,
  on: Day,
): Promise<MentorshipRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await findMentorship(tx, uid)
    if (!row) throw notFound('Mentorship')
    const [candidacy] = await requireCandidacies(tx, [row.person], row.validFrom)
    await refuseUnlessAll(tx, 'sources.record', candidacy ? [candidacy.organization] : [])
    if (row.version !== version) throw staleVersion('The mentorship', version, row.version)
    if (row.validTo !== OPEN_END) throw conflict(reason('MENTOR_ENDED'))
    if (!isDay(on) || on > today(tx)) throw invalidInput('on', reason('IN_FUTURE'))
    if (on <= row.validFrom) throw invalidInput('on', reason('BEFORE_FROM'))
    await endMentorshipRow(tx, row.id, on)
    return (await findMentorship(tx, uid)) ?? row
  })
}

/** Stores reviews, many at once, in a unit of work; refused by position where the mentor does not help then. */
export async function addReviews(
  ctx: RequestContext,
  items: readonly ReviewFacts[],
  batch: number | null,
): Added {
  const refused: Refusals = new Map()
  const mentorships = await listMentorships(
    ctx,
    items.map(({ person }) => person),
  )
  items.forEach(({ person, mentor, date, note }, index) => {
    try {
      if (!isDay(date)) throw invalidInput('on', reason('NOT_A_DAY'))
      if (date > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
      refuseLonger('note', note, LIMITS.noteLength)
      const helps = mentorships.some(
        (one) =>
          one.person === person && one.mentor === mentor && one.validFrom <= date && date <= one.validTo,
      )
      if (!helps) throw conflict(reason('NOT_MENTOR_THEN'))
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertReviews(ctx, rows, batch), refused }
}

/** Records how a mentor finds a candidate. */
export function recordReview(
  ctx: RequestContext,
  facts: { person: number; mentor: number; on: Day; result: ReviewResult; note: string | null },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { on, ...rest } = facts
    const candidacies = await requireCandidacies(tx, [facts.person], on)
    await refuseUnlessAll(
      tx,
      'sources.record',
      candidacies.map(({ organization }) => organization),
    )
    const { refused } = await addReviews(tx, [{ ...rest, date: on }], null)
    for (const error of refused.values()) throw error
  })
}

/** Mentorships of a candidate, oldest first; one statement for many. */
export function loadMentorships(ctx: RequestContext, person: number): Promise<MentorshipRow[]> {
  return loader<number, MentorshipRow[]>(ctx, 'mentorships', async (ids) => {
    const rows = await listMentorships(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** Reviews of a candidate, oldest first; one statement for many. */
export function loadReviews(ctx: RequestContext, person: number): Promise<ReviewRow[]> {
  return loader<number, ReviewRow[]>(ctx, 'mentor reviews', async (ids) => {
    const rows = await listReviews(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}
