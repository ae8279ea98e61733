import type { RequestContext } from '../../context.js'
import { STAMPED, touch } from '../../database/stamps.js'
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
  listUsedYears,
  listWrongYears,
  listYearlyStock,
  replaceAdmissionDays,
  replaceBalances,
  type Stock,
} from './ledger-check.repository.js'
import { BALANCE_KEYS, BALANCE_TABLES, type BalanceTable } from './balance-tables.js'
import { listYears, lockYears } from './ledger.repository.js'

/**
 * Recounts what is kept beside the entries (opened years, balances, days with admissions), and checks the entries
 * themselves: within the life of their cell, ended cells without stock, stock handed on adding up to nothing.
 * `rebuild` writes balances and days anew where they differ; that needs a unit of work.
 */
export async function checkLedger(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  if (rebuild) {
    await lockYears(ctx, true)
    touch(ctx, STAMPED.LEDGER)
  }
  return [
    ...(await checkPlaces(ctx)),
    ...(await checkHandovers(ctx)),
    ...(await checkYears(ctx, rebuild)),
    ...(await checkEveryBalance(ctx, rebuild)),
    ...(await checkAdmissionDays(ctx, rebuild)),
  ]
}

/**
 * Counts balances and days with admissions anew after entries were removed, and closes years that have none left.
 * In a unit of work that holds the ledger.
 */
export async function recountLedger(ctx: RequestContext): Promise<void> {
  touch(ctx, STAMPED.LEDGER)
  await deleteEmptyYears(ctx)
  await checkYears(ctx, true)
  await checkEveryBalance(ctx, true)
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

const keyOf = ({ year, key }: Stock) => [year, ...key].join('/')

async function checkYears(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const opened = await listYears(ctx)
  const missing = (await listUsedYears(ctx)).filter((year) => !opened.includes(year))
  if (rebuild) await insertYears(ctx, missing)
  return missing.map((year) => ({ check: 'YEARS', message: `${year} has entries and is not opened` }))
}

async function checkEveryBalance(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const years = [...new Set([...(await listYears(ctx)), ...(await listUsedYears(ctx))])].sort((a, b) => a - b)
  const findings: Finding[] = []
  for (const table of BALANCE_TABLES) {
    const by = ['year', ...BALANCE_KEYS[table]].join('/')
    for (const key of await checkBalance(ctx, table, years, rebuild))
      findings.push({
        check: 'BALANCES',
        message: `the balance of ${key} (${by}) is not the sum of the entries before`,
      })
  }
  return findings
}

/** Keys of the balances that differ from the sum of the entries before their year. */
async function checkBalance(
  ctx: RequestContext,
  table: BalanceTable,
  years: readonly number[],
  rebuild: boolean,
): Promise<string[]> {
  const wanted = new Map(
    recount(await listYearlyStock(ctx, table), years).map((stock) => [keyOf(stock), stock]),
  )
  const stored = new Map((await listBalances(ctx, table)).map((stock) => [keyOf(stock), stock]))
  const keys = new Set([...wanted.keys(), ...stored.keys()])
  const wrong = [...keys].filter((key) => textOf(wanted.get(key)) !== textOf(stored.get(key)))
  if (rebuild && wrong.length > 0) await replaceBalances(ctx, table, [...wanted.values()])
  return wrong
}

/** No balance and a balance of nothing are the same. */
function textOf(stock: Stock | undefined): string {
  return stock?.amounts.some((amount) => amount !== 0) ? stock.amounts.join('/') : ''
}

/** For each year the stock under each key from all entries of earlier years. */
function recount(entries: readonly Stock[], years: readonly number[]): Stock[] {
  const running = new Map<string, Stock>()
  const balances: Stock[] = []
  let next = 0
  for (const year of years) {
    for (let entry = entries[next]; entry && entry.year < year; entry = entries[next]) {
      const key = entry.key.join('/')
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
