import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import {
  countAdmissionDays,
  deleteEmptyYears,
  insertYears,
  listAdmissionDays,
  listBalances,
  listEndedWithStock,
  listOutsideLife,
  listUnevenHandovers,
  listWrongYears,
  listYearlyStock,
  replaceAdmissionDays,
  replaceBalances,
  type Stock,
} from './ledger-check.repository.js'
import { listYears, lockYears } from './ledger.repository.js'

/**
 * Recounts what is kept beside the entries (opened years, balances, days with admissions), and checks the entries
 * themselves: within the life of their cell, ended cells without stock, stock handed on adding up to nothing.
 * `rebuild` writes balances and days anew where they differ; that needs a unit of work.
 */
export async function checkLedger(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  if (rebuild) await lockYears(ctx, true)
  return [
    ...(await checkPlaces(ctx)),
    ...(await checkHandovers(ctx)),
    ...(await checkBalances(ctx, rebuild)),
    ...(await checkAdmissionDays(ctx, rebuild)),
  ]
}

/**
 * Counts balances and days with admissions anew after entries were removed, and closes years that have none left.
 * In a unit of work that holds the ledger.
 */
export async function recountLedger(ctx: RequestContext): Promise<void> {
  await deleteEmptyYears(ctx)
  await checkBalances(ctx, true)
  await checkAdmissionDays(ctx, true)
}

async function checkPlaces(ctx: RequestContext): Promise<Finding[]> {
  const outside = await listOutsideLife(ctx)
  const wrongYears = await listWrongYears(ctx)
  const ended = await listEndedWithStock(ctx)
  return [
    ...outside.map(({ organization, count }): Finding => ({
      check: 'LIVES',
      message: `${count} entries of unit no. ${organization} lie outside its life`,
    })),
    ...wrongYears.map(({ organization, count }): Finding => ({
      check: 'YEARS',
      message: `${count} entries of unit no. ${organization} stand under another year than their day`,
    })),
    ...ended.map(({ organization }): Finding => ({
      check: 'LIVES',
      message: `unit no. ${organization} has ended and still holds members`,
    })),
  ]
}

async function checkHandovers(ctx: RequestContext): Promise<Finding[]> {
  return (await listUnevenHandovers(ctx)).map(({ source, event }) => ({
    check: 'REORGANIZATION',
    message: `what act ${source}/${event} hands on does not add up to nothing`,
  }))
}

const keyOf = ({ year, organization, basis }: Stock) => `${year}/${organization}/${basis}`

async function checkBalances(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const entries = await listYearlyStock(ctx)
  const opened = await listYears(ctx)
  const missing = [...new Set(entries.map(({ year }) => year))].filter((year) => !opened.includes(year))
  const years = [...opened, ...missing].sort((a, b) => a - b)
  const wanted = new Map(recount(entries, years).map((stock) => [keyOf(stock), stock]))
  const stored = new Map((await listBalances(ctx)).map((stock) => [keyOf(stock), stock]))
  const keys = new Set([...wanted.keys(), ...stored.keys()])
  const wrong = [...keys].filter((key) => textOf(wanted.get(key)) !== textOf(stored.get(key)))
  if (rebuild && missing.length > 0) await insertYears(ctx, missing)
  if (rebuild && (wrong.length > 0 || missing.length > 0)) await replaceBalances(ctx, [...wanted.values()])
  return [
    ...missing.map((year): Finding => ({ check: 'YEARS', message: `${year} has entries and is not opened` })),
    ...wrong.map((key): Finding => ({
      check: 'BALANCES',
      message: `the balance of ${key} (year/unit/basis) is not the sum of the entries before`,
    })),
  ]
}

/** No balance and a balance of nothing are the same. */
function textOf(stock: Stock | undefined): string {
  return stock?.amounts.some((amount) => amount !== 0) ? stock.amounts.join('/') : ''
}

/** For each year the stock of each cell from all entries of earlier years. */
function recount(entries: readonly Stock[], years: readonly number[]): Stock[] {
  const running = new Map<string, Stock>()
  const balances: Stock[] = []
  let next = 0
  for (const year of years) {
    for (let entry = entries[next]; entry && entry.year < year; entry = entries[next]) {
      const key = `${entry.organization}/${entry.basis}`
      const sum = running.get(key)
      const amounts = entry.amounts.map((amount, index) => amount + (sum?.amounts[index] ?? 0))
      running.set(key, { ...entry, amounts })
      next += 1
    }
    for (const sum of running.values()) if (textOf(sum) !== '') balances.push({ ...sum, year })
  }
  return balances
}

async function checkAdmissionDays(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const wanted = await countAdmissionDays(ctx)
  const keysOf = (days: typeof wanted) =>
    new Set(
      days.map(({ organization, basis, date, admissions }) =>
        [organization, basis, date, admissions].join('/'),
      ),
    )
  const right = keysOf(wanted)
  const stored = keysOf(await listAdmissionDays(ctx))
  const wrong = [...right].filter((key) => !stored.has(key))
  wrong.push(...[...stored].filter((key) => !right.has(key)))
  if (rebuild && wrong.length > 0) await replaceAdmissionDays(ctx, wanted)
  return wrong.map((key) => ({
    check: 'ADMISSION_DAYS',
    message: `day ${key} (unit/basis/day/admissions) is stored or missing against the entries`,
  }))
}
