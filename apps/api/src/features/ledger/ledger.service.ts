import { reason, STAGE_MEASURES, yearOf, type Day, type MeasureId } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { holdCell, loadCells } from '../organizations/cell.service.js'
import { difference, type Entry, type Source } from './entry.js'
import {
  addToAdmissionDays,
  addToBalances,
  deleteUnits,
  findLastDate,
  findNameless,
  findStock,
  insertEntries,
  listEntriesOf,
  listMembersAround,
  listYears,
  lockYears,
  openYear,
} from './ledger.repository.js'

/**
 * Makes the ledger express the acts as `wanted` says, with what ended cells hand on (see handovers): posts the
 * difference to what stands, in the unit of work of the act. `known` are acts that may have entries already; `fresh`
 * ones have none. The caller holds the lock on the person, or on the cell of an opening balance.
 */
export async function settleEntries(
  ctx: RequestContext,
  source: Source,
  acts: { known: readonly number[]; fresh: readonly number[] },
  wanted: readonly Entry[],
): Promise<void> {
  const { entries, lines } = await listEntriesOf(ctx, source, acts.known)
  const changes = difference(entries, wanted)
  if (changes.length === 0) return
  await loadCells(
    ctx,
    changes.map(({ organization }) => organization),
  )
  const numbered = changes.map((entry) => {
    const line = (lines.get(entry.event) ?? -1) + 1
    lines.set(entry.event, line)
    return { ...entry, line }
  })
  const years = await openYearsOf(ctx, changes)
  await insertEntries(ctx, numbered, today(ctx))
  await addToBalances(ctx, changes, years)
  await addToAdmissionDays(ctx, changes)
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

/**
 * Refuses to end a cell that has members or candidates at the end of its last day, or entries from that day on; those of corrected acts do
 * not count. Nobody posts on it until the unit of work ends.
 */
export async function refuseUnlessEmpty(
  ctx: RequestContext,
  organization: number,
  closed: Day,
): Promise<void> {
  await holdCell(ctx, organization)
  const stock = await findStock(ctx, organization, closed)
  const staged: readonly MeasureId[] = Object.values(STAGE_MEASURES)
  const members = Math.max(...[...stock].flatMap(([id, amount]) => (staged.includes(id) ? [] : [amount])))
  if (members !== 0) throw conflict(reason('STILL_HAS_MEMBERS', { members }))
  const candidates = staged.reduce((sum, id) => sum + (stock.get(id) ?? 0), 0)
  if (candidates !== 0) throw conflict(reason('STILL_HAS_CANDIDATES', { candidates }))
  const lastDate = await findLastDate(ctx, organization, closed)
  if (lastDate !== undefined) throw conflict(reason('RECORDED_LATER', { day: lastDate }))
}

/** Members of cells at the end of the day before, and at the beginning of the day on which others end. */
export function membersAround(
  ctx: RequestContext,
  cells: readonly number[],
  day: Day,
): Promise<Array<{ organization: number; before: number; after: number }>> {
  return listMembersAround(ctx, cells, day)
}

/** Removes what is kept of units that never were, once all of it adds up to nothing. In a unit of work. */
export function forgetUnits(ctx: RequestContext, units: readonly number[]): Promise<void> {
  return deleteUnits(ctx, units)
}

/** Members of a cell at the end of the day before of whom only the number is known. */
export function membersWithoutName(ctx: RequestContext, organization: number, before: Day): Promise<number> {
  return findNameless(ctx, organization, before)
}

/** Years that have entries, ascending: what a statement over the ledger must know. Read once in a request. */
export function openedYears(ctx: RequestContext): Promise<number[]> {
  return loader<'all', number[]>(ctx, 'opened years', async () => [await listYears(ctx)]).load('all')
}
