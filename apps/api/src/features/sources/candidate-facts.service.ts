import { holdingOn, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { eventsOf, type EventRow } from '../membership/membership.service.js'
import { spellsOf, type SpellRow } from '../membership/standing-on.service.js'
import { findRuleOn } from '../rules/rule.service.js'
import type { CandidateRow } from './candidate.service.js'
import { certificateExpiry } from './certificate.service.js'
import { loadHandovers } from './handover.service.js'
import { loadMentorships, loadReviews, type MentorshipRow } from './mentor.service.js'
import { nextStepsOf, type NextStep, type StepRules } from './next-step.js'

/** What a resolver knows of a candidate. */
export type CandidateOnDay = Pick<
  CandidateRow,
  'person' | 'stage' | 'enteredOn' | 'certifiedOn' | 'birthDate'
> & { asOf: Day }

/** Those who help a candidate on the day. */
export async function mentorsOn(
  ctx: RequestContext,
  { person, enteredOn, asOf }: CandidateOnDay,
): Promise<MentorshipRow[]> {
  const all = await loadMentorships(ctx, person)
  return all.filter(({ validFrom, validTo }) => validFrom >= enteredOn && validFrom <= asOf && asOf < validTo)
}

/** The latest review since somebody became a candidate, up to the day. */
export async function reviewedOn(
  ctx: RequestContext,
  { person, enteredOn, asOf }: CandidateOnDay,
): Promise<Day | null> {
  const all = await loadReviews(ctx, person)
  return all.filter(({ date }) => date >= enteredOn && date <= asOf).at(-1)?.date ?? null
}

function rulesOn(ctx: RequestContext, on: Day): Promise<StepRules> {
  return loader<Day, StepRules>(ctx, 'rules of steps', (days) =>
    Promise.all(
      days.map(async (day) => {
        const [review, warning, age] = await Promise.all([
          findRuleOn(ctx, 'MENTOR_REVIEW_MONTHS', day),
          findRuleOn(ctx, 'CERTIFICATE_WARNING_MONTHS', day),
          findRuleOn(ctx, 'ADMISSION_AGE_MOST', day),
        ])
        return {
          reviewMonths: review?.value ?? null,
          warningMonths: warning?.value ?? null,
          ageMost: age?.value ?? null,
        }
      }),
    ),
  ).load(on)
}

/** What comes next for a candidate on the day, the most pressing first. */
export async function nextStepsFor(
  ctx: RequestContext,
  one: CandidateOnDay,
  courseEndsOn: Day | null,
): Promise<NextStep[]> {
  const [mentors, review, expiresOn, offers, rules] = await Promise.all([
    mentorsOn(ctx, one),
    reviewedOn(ctx, one),
    certificateExpiry(ctx, one.certifiedOn),
    loadHandovers(ctx, one.person),
    rulesOn(ctx, one.asOf),
  ])
  const standing = {
    ...one,
    expiresOn,
    mentoredSince: mentors[0]?.validFrom ?? null,
    reviewedOn: review,
    isOffered: offers.some(({ outcome }) => outcome === null),
    courseEndsOn,
  }
  return nextStepsOf(standing, rules, one.asOf)
}

/** Stages of a person, oldest first; one statement for many. */
export function loadSpells(ctx: RequestContext, person: number): Promise<SpellRow[]> {
  return loader<number, SpellRow[]>(ctx, 'stages of candidates', async (ids) => {
    const rows = await spellsOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** The stage in which a person is on a day; undefined for somebody who is no candidate then. */
export async function spellOn(ctx: RequestContext, person: number, day: Day): Promise<SpellRow | undefined> {
  return holdingOn(await loadSpells(ctx, person), day)
}

/** The event that last completed a course, and the one that says what the person does well. */
export async function wordsOf(
  ctx: RequestContext,
  person: number,
  asOf: Day,
): Promise<{ certificateNumber: string | null; note: string | null }> {
  const events = await loader<number, EventRow[]>(ctx, 'events of candidates', async (ids) => {
    const rows = await eventsOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
  const standing = events.filter(({ correctedOn, date }) => correctedOn === null && date <= asOf)
  const last = (kinds: readonly string[], has: (event: EventRow) => unknown) =>
    standing.filter((event) => kinds.includes(event.kind) && has(event)).at(-1)
  return {
    certificateNumber:
      last(['COURSE_COMPLETION'], (event) => event.certificateNumber)?.certificateNumber ?? null,
    note: last(['IDENTIFICATION', 'LISTING'], (event) => event.note)?.note ?? null,
  }
}
