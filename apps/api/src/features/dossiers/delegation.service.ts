import { addDays, isDay, LIMITS, OPEN_END, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { listLevels } from './bodies.repository.js'
import {
  endDelegationRow,
  findDelegation,
  insertDelegations,
  listDelegations,
  type DelegationFacts,
  type DelegationRow,
} from './delegation.repository.js'

export type { DelegationFacts, DelegationRow } from './delegation.repository.js'

/** Refuses days that are none, a unit that is no grassroots organization then, and a second power at a time. */
async function refuseDelegation(
  ctx: RequestContext,
  facts: DelegationFacts,
  standing: readonly DelegationFacts[],
): Promise<void> {
  const { organization, validFrom, validTo } = facts
  if (!isDay(validFrom) || validFrom === OPEN_END) throw invalidInput('from', reason('NOT_A_DAY'))
  if (validTo <= validFrom) throw invalidInput('to', reason('BEFORE_FROM'))
  refuseLonger('note', facts.note, LIMITS.noteLength)
  const [unit] = await listLevels(ctx, [organization], validFrom)
  if (unit?.tier !== 'GRASSROOTS') throw invalidInput('organizationId', reason('NOT_GRASSROOTS'))
  if (standing.some((one) => one.validFrom < validTo && one.validTo > validFrom))
    throw conflict(reason('DELEGATED_ALREADY'))
}

/** Stores delegations, many at once, in a unit of work. Answers internal ids, or by position why some were refused. */
export async function addDelegations(
  ctx: RequestContext,
  items: readonly DelegationFacts[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const units = items.map(({ organization }) => organization)
  const standing: DelegationFacts[] = await listDelegations(ctx, units)
  for (const [index, item] of items.entries()) {
    try {
      await refuseDelegation(
        ctx,
        item,
        standing.filter(({ organization }) => organization === item.organization),
      )
      standing.push(item)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertDelegations(ctx, rows, batch), refused }
}

/**
 * Gives a grassroots committee the power to admit from a day on, or ends it. Who decides on a dossier is read from
 * this and from the tree on the day of the decision.
 */
export function setDelegation(
  ctx: RequestContext,
  facts: DelegationFacts,
  existing: { uid: string; version: number } | null,
): Promise<DelegationRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'procedure.set', facts.organization)
    if (existing === null) {
      const { ids, refused } = await addDelegations(tx, [facts], null)
      for (const error of refused.values()) throw error
      return requireRow(tx, facts.organization, ids[0] ?? 0)
    }
    const row = await findDelegation(tx, existing.uid)
    if (!row || row.organization !== facts.organization) throw notFound('Delegation')
    if (row.version !== existing.version) throw staleVersion('The delegation', existing.version, row.version)
    if (facts.validFrom !== row.validFrom) throw invalidInput('from', reason('DELEGATION_BEGAN'))
    if (facts.validTo <= row.validFrom) throw invalidInput('to', reason('BEFORE_FROM'))
    await endDelegationRow(tx, row.id, facts.validTo)
    noteChange(tx, {
      units: [row.organization],
      before: { to: lastDay(row.validTo) },
      after: { to: lastDay(facts.validTo) },
    })
    return requireRow(tx, row.organization, row.id)
  })
}

async function requireRow(ctx: RequestContext, unit: number, id: number): Promise<DelegationRow> {
  const row = (await listDelegations(ctx, [unit])).find((one) => one.id === id)
  if (!row) throw notFound('Delegation')
  return row
}

/** The last day of a half-open interval; null while it is open. */
export const lastDay = (validTo: Day): Day | null => (validTo === OPEN_END ? null : addDays(validTo, -1))

/** Delegations of a unit itself, oldest first. */
export function delegationsOf(ctx: RequestContext, unit: number): Promise<DelegationRow[]> {
  return listDelegations(ctx, [unit])
}
