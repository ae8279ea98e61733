import { LIMITS, reason, type Day } from '@seedbed/shared'
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
import { BASIS, SOURCE, type Entry } from '../ledger/entry.js'
import { settleEntries } from '../ledger/ledger.service.js'
import { NOBODY_KNOWN } from '../ledger/profile.js'
import { refuseUnless } from '../../policy/may.js'
import { loadCells, sectorOfCell } from '../organizations/cell.service.js'
import { refuseFuture, refuseReason, type Origin } from './membership.service.js'
import {
  findOpeningBalance,
  insertOpeningBalances,
  listOpeningBalances,
  lockForBalance,
  markBalanceCorrected,
  type OpeningBalanceFacts,
  type OpeningBalanceRow,
} from './opening-balance.repository.js'

export type { OpeningBalanceRow } from './opening-balance.repository.js'

/** Members with which a cell begins, at the end of day `on`; a vector without persons. */
export interface NewOpeningBalance {
  organization: number
  on: Day
  members: number
  probationaryMembers: number
  document?: number | null
  note?: string | null
}

function refuseCounts({ members, probationaryMembers, note }: NewOpeningBalance): void {
  const whole = (count: number) => Number.isInteger(count) && count >= 0 && count <= LIMITS.openingMembers
  if (!whole(members))
    throw invalidInput('members', reason('OUT_OF_BOUNDS', { limit: LIMITS.openingMembers }))
  if (!whole(probationaryMembers) || probationaryMembers > members)
    throw invalidInput('probationaryMembers', reason('MORE_THAN_MEMBERS'))
  refuseLonger('note', note, LIMITS.noteLength)
}

/** The entry that expresses an opening balance. */
export function entryOf(id: number, facts: OpeningBalanceFacts): Entry {
  return {
    source: SOURCE.OPENING_BALANCE,
    event: id,
    organization: facts.organization,
    date: facts.date,
    basis: BASIS.BOTH,
    counterpart: 0,
    reorganization: false,
    counted: NOBODY_KNOWN,
    measures: {
      members: facts.members,
      probationaryMembers: facts.probationaryMembers,
      broughtForward: facts.members,
    },
  }
}

/**
 * Records opening balances, many at once, in one unit of work; a cell has one that stands. Answers internal ids, or
 * by position why some were refused; then nothing is stored.
 */
export async function recordOpeningBalances(
  ctx: RequestContext,
  items: readonly NewOpeningBalance[],
  origin: Origin,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const organizations = [...new Set(items.map(({ organization }) => organization))]
  await lockForBalance(ctx, organizations)
  const cells = await loadCells(ctx, organizations)
  const balances = await listOpeningBalances(ctx, organizations)
  const taken = new Set(balances.flatMap((row) => (row.correctedOn === null ? [row.organization] : [])))
  items.forEach((item, index) => {
    try {
      refuseFuture(ctx, item.on)
      refuseCounts(item)
      sectorOfCell(cells, item.organization, item.on, 'organizationId')
      if (taken.has(item.organization)) throw conflict(reason('OPENING_EXISTS'))
      taken.add(item.organization)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const facts = items.map(({ on, document, note, ...item }) => ({
    ...item,
    date: on,
    document: document ?? null,
    note: note ?? null,
    backfilled: origin.backfilled,
    uid: uuid(),
  }))
  const ids = await insertOpeningBalances(ctx, facts, origin.batch)
  const entries = facts.map((row, index) => entryOf(ids[index] ?? 0, row))
  await settleEntries(ctx, SOURCE.OPENING_BALANCE, { known: [], fresh: ids }, entries)
  return { ids, refused }
}

/** Records the opening balance of one cell; the refusal is thrown. */
export function recordOpeningBalance(
  ctx: RequestContext,
  item: NewOpeningBalance,
): Promise<OpeningBalanceRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'membership.record', item.organization)
    const { ids, refused } = await recordOpeningBalances(tx, [item], { backfilled: false, batch: null })
    for (const error of refused.values()) throw error
    const row = (await listOpeningBalances(tx, [item.organization])).find(({ id }) => id === ids[0])
    if (!row) throw notFound('Opening balance')
    return row
  })
}

/** Takes back an opening balance by a reversing entry. Refused if corrected already or changed since it was read. */
export function correctOpeningBalance(
  ctx: RequestContext,
  uid: string,
  version: number,
  words: string,
): Promise<OpeningBalanceRow> {
  return inTransaction(ctx, async (tx) => {
    refuseReason(words)
    const found = await findOpeningBalance(tx, uid)
    if (!found) throw notFound('Opening balance')
    await refuseUnless(tx, 'membership.correct', found.organization)
    await lockForBalance(tx, [found.organization])
    const row = (await findOpeningBalance(tx, uid)) ?? found
    if (row.correctedOn !== null) throw conflict(reason('OPENING_CORRECTED'))
    if (row.version !== version) throw staleVersion('The opening balance', version, row.version)
    await markBalanceCorrected(tx, row, { on: today(tx), reason: words })
    await settleEntries(tx, SOURCE.OPENING_BALANCE, { known: [row.id], fresh: [] }, [])
    return (await findOpeningBalance(tx, uid)) ?? row
  })
}

/** Opening balances of the cells, corrected ones included. */
export function openingBalancesOf(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<OpeningBalanceRow[]> {
  return listOpeningBalances(ctx, organizations)
}
