import { addDays, OPEN_END, type Day } from '@seedbed/shared'
import { notFound } from '../../errors/errors.js'
import type { RequestContext } from '../../context.js'
import type { SpellRow } from '../membership/standing-on.service.js'
import { loadNearest } from '../organizations/organization.service.js'
import type { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { toRequirement } from '../rules/rule.view.js'
import type { CandidateOnDay } from './candidate-facts.service.js'
import type { CandidateRow } from './candidate.service.js'
import type { HandoverRow } from './handover.service.js'
import type { MentorshipRow, ReviewRow } from './mentor.service.js'
import type { NoSourceRow } from './no-source.service.js'
import type { RequirementState } from './requirement-met.service.js'
import type {
  Candidate,
  CandidateHandover,
  CandidateRequirement,
  CandidateSpell,
  MentorReview,
  Mentorship,
  NoSourceStatement,
} from './source.type.js'

const lastDay = (validTo: Day): Day | null => (validTo === OPEN_END ? null : addDays(validTo, -1))

/** The unit as it was on a day, or on the nearest of its life. */
export async function unitNear(ctx: RequestContext, id: number, on: Day): Promise<Organization> {
  const unit = await loadNearest(ctx, id, on)
  if (!unit) throw notFound('Organization')
  return toOrganization(unit)
}

/** A candidate as the API shows it; the outer id of the person comes with the person. */
export function toCandidate(row: CandidateRow, id: string, asOf: Day): Candidate {
  const { person, organization, event, sortKey: _sortKey, ...rest } = row
  return { ...rest, id, personKey: person, organizationKey: organization, eventKey: event, asOf }
}

/** A spell as the API shows it. */
export function toSpell({ organization, stage, validFrom, validTo }: SpellRow): CandidateSpell {
  return { organizationKey: organization, stage, from: validFrom, to: lastDay(validTo) }
}

/** A mentorship as the API shows it. */
export function toMentorship({ uid, version, mentor, validFrom, validTo, note }: MentorshipRow): Mentorship {
  return { id: uid, version, mentorKey: mentor, from: validFrom, to: lastDay(validTo), note }
}

/** A review as the API shows it. */
export function toReview({ uid, mentor, date, result, note }: ReviewRow): MentorReview {
  return { id: uid, mentorKey: mentor, on: date, result, note }
}

/** A hand-over as the API shows it. */
export function toHandover(row: HandoverRow): CandidateHandover {
  const { uid, version, person, fromOrganization, toOrganization: to, ...rest } = row
  return { ...rest, id: uid, version, personKey: person, fromKey: fromOrganization, toKey: to }
}

/** A statement as the API shows it. */
export function toStatement(row: NoSourceRow): NoSourceStatement {
  const { uid, version, cause, note, validFrom, validTo, document } = row
  return {
    ...{ id: uid, version, cause, note, from: validFrom },
    to: lastDay(validTo) ?? validTo,
    documentKey: document,
  }
}

/** A requirement with what was met, as the API shows it. */
export function toRequirementState({ requirement, metOn, note }: RequirementState): CandidateRequirement {
  return { requirement: toRequirement(requirement), metOn, note }
}

/** What the services need to know of a candidate on screen. */
export const onDay = (one: Candidate): CandidateOnDay => ({
  person: one.personKey,
  stage: one.stage as CandidateOnDay['stage'],
  enteredOn: one.enteredOn,
  certifiedOn: one.certifiedOn ?? null,
  birthDate: one.birthDate,
  asOf: one.asOf,
})
