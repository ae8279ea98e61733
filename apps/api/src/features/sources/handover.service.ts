import { isDay, LIMITS, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, refuseLonger, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import { isBelow, type OrganizationOnDay } from '../organizations/organization.service.js'
import { recordForAll, requireCandidacies } from './candidate-steps.service.js'
import {
  findHandover,
  insertHandover,
  listHandoversOf,
  listOpenHandovers,
  settleHandover,
  type HandoverRow,
} from './handover.repository.js'
import { closeMentorships } from './mentor.repository.js'

export type { HandoverRow } from './handover.repository.js'

function refuseDay(ctx: RequestContext, on: Day): void {
  if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
}

/**
 * Offers a candidate to another unit, which answers; until then he stays where he is and is counted there. Refused:
 * somebody who is no candidate then, his own cell, a second offer while one waits (CONFLICT).
 */
export function offerHandover(
  ctx: RequestContext,
  facts: { person: number; to: number; on: Day; note: string | null },
): Promise<HandoverRow> {
  return inTransaction(ctx, async (tx) => {
    refuseDay(tx, facts.on)
    refuseLonger('note', facts.note, LIMITS.noteLength)
    const [candidacy] = await requireCandidacies(tx, [facts.person], facts.on)
    const from = candidacy?.organization ?? 0
    await refuseUnless(tx, 'sources.record', from)
    if (from === facts.to) throw conflict(reason('NO_OTHER_CELL'))
    const open = (await listHandoversOf(tx, [facts.person])).some(({ outcome }) => outcome === null)
    if (open) throw conflict(reason('OFFERED_ALREADY'))
    const uid = uuid()
    const { person, to, on, note } = facts
    await insertHandover(tx, {
      ...{ uid, person, note },
      ...{ fromOrganization: from, toOrganization: to, offeredOn: on },
    })
    return requireHandover(tx, uid)
  })
}

/** How an offer is answered. */
export interface Answer {
  uid: string
  version: number
  on: Day
  note: string | null
}

/**
 * The other unit takes the candidate into one of its cells: from that day he is counted there, with stage, certificate and
 * papers; his mentors are free. Refused: a cell outside the unit to which he was offered, a day before the offer, an offer
 * that was settled or changed.
 */
export function acceptHandover(ctx: RequestContext, answer: Answer, cell: number): Promise<HandoverRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await openHandover(tx, answer)
    await refuseUnless(tx, 'sources.record', cell)
    if (!(await isBelow(tx, cell, row.toOrganization, answer.on)))
      throw invalidInput('organizationId', reason('NOT_OFFERED_THERE'))
    const candidacies = await requireCandidacies(tx, [row.person], answer.on)
    await recordForAll(tx, 'HANDOVER', candidacies, { on: answer.on, toOrganization: cell, note: row.note })
    await closeMentorships(tx, [row.person], answer.on)
    return settle(tx, row, 'ACCEPTED', answer)
  })
}

/** The other unit does not take the candidate, and says why. */
export function declineHandover(ctx: RequestContext, answer: Answer): Promise<HandoverRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await openHandover(tx, answer)
    await refuseUnless(tx, 'sources.record', row.toOrganization)
    if ((answer.note ?? '').trim() === '')
      throw invalidInput('note', reason('BAD_LENGTH', { limit: LIMITS.noteLength }))
    return settle(tx, row, 'DECLINED', answer)
  })
}

/** The offer is taken back before it was answered. */
export function withdrawHandover(ctx: RequestContext, answer: Answer): Promise<HandoverRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await openHandover(tx, answer)
    await refuseUnless(tx, 'sources.record', row.fromOrganization)
    return settle(tx, row, 'WITHDRAWN', answer)
  })
}

async function openHandover(ctx: RequestContext, { uid, version, on, note }: Answer): Promise<HandoverRow> {
  refuseDay(ctx, on)
  refuseLonger('note', note, LIMITS.noteLength)
  const row = await requireHandover(ctx, uid)
  if (row.outcome !== null) throw conflict(reason('HANDOVER_SETTLED'))
  if (row.version !== version) throw staleVersion('The offer', version, row.version)
  if (on < row.offeredOn) throw invalidInput('on', reason('BEFORE_FROM'))
  return row
}

async function settle(
  ctx: RequestContext,
  row: HandoverRow,
  outcome: NonNullable<HandoverRow['outcome']>,
  { on, note }: Answer,
): Promise<HandoverRow> {
  await settleHandover(ctx, row.id, { outcome, settledOn: on, answer: note })
  return requireHandover(ctx, row.uid)
}

async function requireHandover(ctx: RequestContext, uid: string): Promise<HandoverRow> {
  const row = await findHandover(ctx, uid)
  if (!row) throw notFound('Hand-over')
  return row
}

/** Offers of a person, oldest first; one statement for many. */
export function loadHandovers(ctx: RequestContext, person: number): Promise<HandoverRow[]> {
  return loader<number, HandoverRow[]>(ctx, 'hand-overs', async (ids) => {
    const rows = await listHandoversOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** Offers that wait at a unit and below it for its answer (`to`), or that it waits for (`from`). */
export function openHandovers(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  side: 'from' | 'to',
): Promise<HandoverRow[]> {
  return listOpenHandovers(ctx, unit.id, unit.at, side)
}
