import { isDay, LIMITS, reason, type CandidateStage, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, SeedbedError } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import { candidaciesOn, type SpellRow } from '../membership/standing-on.service.js'
import { loadRequirements, requireRequirement, type RequirementAbove } from '../rules/requirement.service.js'
import { listMet, writeMet, type RequirementMetRow } from './requirement-met.repository.js'

export type { RequirementMetRow } from './requirement-met.repository.js'

/** A requirement that reaches a candidate, and when he met it; null: not yet. */
export interface RequirementState {
  requirement: RequirementAbove
  metOn: Day | null
  note: string | null
}

/** What candidates have met; one statement for many. */
function loadMet(ctx: RequestContext, person: number): Promise<RequirementMetRow[]> {
  return loader<number, RequirementMetRow[]>(ctx, 'requirements met', async (ids) => {
    const rows = await listMet(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** What his unit and those above it ask of a candidate on a day, with what he has met. */
export async function requirementsOf(
  ctx: RequestContext,
  candidate: Pick<SpellRow, 'person' | 'organization' | 'sourceKind'>,
  on: Day,
): Promise<RequirementState[]> {
  const [all, met] = await Promise.all([
    loadRequirements(ctx, candidate.organization, on),
    loadMet(ctx, candidate.person),
  ])
  return all
    .filter(({ sourceKind }) => sourceKind === null || sourceKind === candidate.sourceKind)
    .map((requirement) => {
      const state = met.find((one) => one.requirement === requirement.id)
      return { requirement, metOn: state?.metOn ?? null, note: state?.note ?? null }
    })
}

/** Refuses (RULE_REFUSED, naming the requirement) a stage for candidates who have not met what their unit asks before it. */
export async function refuseUnmet(
  ctx: RequestContext,
  candidates: ReadonlyArray<SpellRow & { who: { fullName: string } }>,
  stage: CandidateStage,
  on: Day,
): Promise<void> {
  const states = await Promise.all(candidates.map((one) => requirementsOf(ctx, one, on)))
  states.forEach((own, index) => {
    const missing = own.find(
      ({ requirement, metOn }) => requirement.stage === stage && (metOn === null || metOn > on),
    )
    if (!missing) return
    const { title } = missing.requirement
    const why = reason('REFUSED_FOR', {
      name: candidates[index]?.who.fullName ?? '',
      why: reason('REQUIREMENT_UNMET', { title }),
    })
    const { message, details } = conflict(why)
    throw new SeedbedError('RULE_REFUSED', message, { ...details, rule: 'REQUIREMENT', regulation: title })
  })
}

/** Notes that a candidate has met a requirement of his unit on a day; without a day: that he has not. */
export function markRequirement(
  ctx: RequestContext,
  facts: { person: number; requirement: string; metOn: Day | null; note: string | null },
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { person, metOn, note } = facts
    if (metOn !== null && (!isDay(metOn) || metOn > today(tx)))
      throw invalidInput('metOn', reason('IN_FUTURE'))
    refuseLonger('note', note, LIMITS.noteLength)
    const candidacy = (await candidaciesOn(tx, [person], today(tx))).get(person)
    if (!candidacy) throw conflict(reason('NOT_CANDIDATE'))
    await refuseUnless(tx, 'sources.record', candidacy.organization)
    const requirement = await requireRequirement(tx, facts.requirement)
    const reaching = await requirementsOf(tx, candidacy, today(tx))
    if (!reaching.some((one) => one.requirement.id === requirement.id)) throw notFound('Requirement')
    await writeMet(tx, { person, requirement: requirement.id, metOn, note })
  })
}
