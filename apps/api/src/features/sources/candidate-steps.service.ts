import { reason, type CandidateStage, type Day, type EventKind, type StrikeReason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { refuseUnlessAll } from '../../policy/may.js'
import { recordEvents, type NewEvent } from '../membership/membership.service.js'
import { candidaciesOn, type SpellRow } from '../membership/standing-on.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import { closeMentorships } from './mentor.repository.js'
import { refuseUnmet } from './requirement-met.service.js'

/** Persons to whom the same is done on a day. */
export interface StepForMany {
  persons: readonly number[]
  on: Day
  document: number | null
  note: string | null
}

/** The candidacies of the persons on a day; refused (CONFLICT, naming who) where one is no candidate then. */
export async function requireCandidacies(
  ctx: RequestContext,
  persons: readonly number[],
  on: Day,
): Promise<Array<SpellRow & { who: PersonRow }>> {
  const rows = new Map((await loadPersons(ctx, persons)).map((row) => [row.id, row]))
  const candidacies = await candidaciesOn(ctx, persons, on)
  return [...new Set(persons)].map((person) => {
    const [who, spell] = [rows.get(person), candidacies.get(person)]
    if (!who || !spell) throw refusedFor(who, conflict(reason('NOT_CANDIDATE')))
    return { ...spell, who }
  })
}

/** A refusal of one of many, with whose it is: nothing is done for anybody. */
export function refusedFor(who: PersonRow | undefined, error: SeedbedError): SeedbedError {
  const { reason: why, ...details } = error.details
  if (!who || !why) return error
  const told = reason('REFUSED_FOR', { name: who.fullName, why })
  const { message } = conflict(told)
  return new SeedbedError(error.code, message, { ...details, reason: told })
}

/** Records an event for each of the persons at his own cell, all or none. */
export async function recordForAll(
  ctx: RequestContext,
  kind: EventKind,
  candidacies: ReadonlyArray<{ person: number; organization: number; who: PersonRow }>,
  facts: Omit<NewEvent, 'kind' | 'person' | 'organization'>,
): Promise<number[]> {
  const items = candidacies.map(({ person, organization }) => ({ ...facts, kind, person, organization }))
  const { ids, refused } = await recordEvents(ctx, items, { backfilled: false, batch: null })
  for (const [index, error] of refused) throw refusedFor(candidacies[index]?.who, error)
  return ids
}

/**
 * Puts candidates on the list of sympathisers of their cells, all or none. Refused by the first who is no candidate, is on
 * the list already, or has not met what the unit requires (RULE_REFUSED).
 */
export function listSympathisers(ctx: RequestContext, step: StepForMany): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const candidacies = await requireStep(tx, step, 'SYMPATHISER')
    await recordForAll(tx, 'LISTING', candidacies, factsOf(step))
  })
}

const factsOf = ({ on, document, note }: StepForMany) => ({ on, document, note })

/** The candidacies of a step that the viewer may record, with what the unit requires before the stage met. */
export async function requireStep(
  ctx: RequestContext,
  step: StepForMany,
  stage: CandidateStage | null,
): Promise<Array<SpellRow & { who: PersonRow }>> {
  const candidacies = await requireCandidacies(ctx, step.persons, step.on)
  await refuseUnlessAll(
    ctx,
    'sources.record',
    candidacies.map(({ organization }) => organization),
  )
  if (stage) await refuseUnmet(ctx, candidacies, stage, step.on)
  return candidacies
}

/** Strikes candidates from the list for a reason, all or none; their mentors are free from that day on. */
export function strikeCandidates(
  ctx: RequestContext,
  step: StepForMany,
  strikeReason: StrikeReason,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const candidacies = await requireStep(tx, step, null)
    await recordForAll(tx, 'STRIKE', candidacies, { ...factsOf(step), strikeReason })
    await closeMentorships(tx, step.persons, step.on)
  })
}
