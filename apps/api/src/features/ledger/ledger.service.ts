import { yearOf, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { difference, type Entry, type Source } from './entry.js'
import {
  addToAdmissionDays,
  addToBalances,
  findStock,
  insertEntries,
  listEntriesOf,
  listYears,
  lockYears,
  openYear,
} from './ledger.repository.js'

/**
 * Makes the ledger express the acts as `wanted` says: posts the difference to what stands, in the unit of work of
 * the act. `known` are acts that may have entries already; `fresh` ones have none. The caller holds the locks on
 * the cells and on the person.
 */
export async function settleEntries(
  ctx: RequestContext,
  source: Source,
  acts: { known: readonly number[]; fresh: readonly number[] },
  wanted: readonly Entry[],
): Promise<void> {
  const { entries, lines } = await listEntriesOf(ctx, source, acts.known)
  const posted = difference(entries, wanted)
  if (posted.length === 0) return
  const numbered = posted.map((entry) => {
    const line = (lines.get(entry.event) ?? -1) + 1
    lines.set(entry.event, line)
    return { ...entry, line }
  })
  const years = await openYearsOf(ctx, posted)
  await insertEntries(ctx, numbered, today(ctx))
  await addToBalances(ctx, posted, years)
  await addToAdmissionDays(ctx, posted)
}

/** What settleEntries would post: nothing, when the ledger expresses the acts as `wanted` says. */
export async function unexpressed(
  ctx: RequestContext,
  source: Source,
  acts: readonly number[],
  wanted: readonly Entry[],
): Promise<Entry[]> {
  const { entries } = await listEntriesOf(ctx, source, acts)
  return difference(entries, wanted)
}

/** Keeps others from posting entries and opening years until the unit of work ends. */
export async function lockLedger(ctx: RequestContext): Promise<void> {
  await lockYears(ctx, true)
}

/** Opens the years of the entries that are not open yet, oldest first; answers all opened years. */
async function openYearsOf(ctx: RequestContext, entries: readonly Entry[]): Promise<number[]> {
  const needed = [...new Set(entries.map(({ date }) => yearOf(date)))].sort((a, b) => a - b)
  let years = await lockYears(ctx, false)
  if (needed.every((year) => years.includes(year))) return years
  years = await lockYears(ctx, true)
  for (const year of needed.filter((one) => !years.includes(one))) {
    await openYear(ctx, year, years.filter((opened) => opened < year).at(-1))
    years = [...years, year].sort((a, b) => a - b)
  }
  return years
}

/** Refuses to end a cell that has members at the end of its last day, or entries from that day on. */
export async function refuseUnlessEmpty(
  ctx: RequestContext,
  organization: number,
  closed: Day,
): Promise<void> {
  const { members, lastDate } = await findStock(ctx, organization, closed)
  if (members !== 0) throw conflict(`the unit still has ${members} members on that day`)
  if (lastDate !== null && lastDate >= closed) throw conflict(`something is recorded there on ${lastDate}`)
}

/** Years that have entries, ascending: what a statement over the ledger must know. */
export function openedYears(ctx: RequestContext): Promise<number[]> {
  return listYears(ctx)
}
