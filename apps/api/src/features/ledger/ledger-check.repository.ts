import { measureColumn, OPEN_END, STOCK_IDS, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { STAMPED, touch } from '../../database/stamps.js'
import { execute, insertRows, select, type Row } from '../../database/sql.js'
import { BALANCE_KEYS, type BalanceTable } from './balance-tables.js'
import { countingEntries } from './counting.statement.js'

const stockColumns = STOCK_IDS.map(measureColumn)
const stockSums = stockColumns.map((name) => `SUM(${name}) AS ${name}`).join(', ')
const admissions = `SUM(${measureColumn('newlyAdmitted')} + ${measureColumn('readmitted')})`

/** Stock under a key of a table of balances: one number for each stock measure, in the order of the catalog. */
export interface Stock {
  year: number
  key: number[]
  amounts: number[]
}

const toStock =
  (table: BalanceTable) =>
  (row: Row): Stock => ({
    year: Number(row.year),
    key: BALANCE_KEYS[table].map((name) => Number(row[name])),
    amounts: stockColumns.map((name) => Number(row[name])),
  })

/** What the entries of each year add to the stock of each cell, in the order of the years. */
export async function listYearlyStock(ctx: RequestContext, table: BalanceTable): Promise<Stock[]> {
  const key = BALANCE_KEYS[table].join(', ')
  const rows = await select<Row>(
    ctx,
    `SELECT year, ${key}, ${stockSums} FROM ledger_entry GROUP BY year, ${key} ORDER BY year`,
  )
  return rows.map((row) => toStock(table)(row))
}

/** The balances as stored. */
export async function listBalances(ctx: RequestContext, table: BalanceTable): Promise<Stock[]> {
  const key = BALANCE_KEYS[table].join(', ')
  const rows = await select<Row>(ctx, `SELECT year, ${key}, ${stockColumns.join(', ')} FROM ${table}`)
  return rows.map((row) => toStock(table)(row))
}

/** Writes all balances of a table anew. */
export async function replaceBalances(
  ctx: RequestContext,
  table: BalanceTable,
  balances: readonly Stock[],
): Promise<void> {
  touch(ctx, STAMPED.LEDGER)
  await execute(ctx, `DELETE FROM ${table}`)
  await insertRows(
    ctx,
    table,
    balances.map(({ year, key, amounts }) => ({
      year,
      ...Object.fromEntries(BALANCE_KEYS[table].map((name, index) => [name, key[index] ?? 0])),
      ...Object.fromEntries(stockColumns.map((name, index) => [name, amounts[index] ?? 0])),
    })),
  )
}

/** Years that have entries, ascending. */
export async function listUsedYears(ctx: RequestContext): Promise<number[]> {
  const rows = await select<{ year: number }>(ctx, 'SELECT DISTINCT year FROM ledger_entry ORDER BY year')
  return rows.map(({ year }) => Number(year))
}

/** Opens years; their balances are written by the caller. */
export async function insertYears(ctx: RequestContext, years: readonly number[]): Promise<void> {
  touch(ctx, STAMPED.YEARS)
  await insertRows(
    ctx,
    'ledger_year',
    years.map((year) => ({ year })),
  )
}

/** Closes years without entries. */
export async function deleteEmptyYears(ctx: RequestContext): Promise<void> {
  touch(ctx, STAMPED.YEARS)
  await execute(ctx, 'DELETE FROM ledger_year WHERE year NOT IN (SELECT DISTINCT year FROM ledger_entry)')
}

export interface AdmissionDay {
  organization: number
  basis: number
  date: Day
  admissions: number
}

const toAdmissionDay = (row: AdmissionDay): AdmissionDay => ({ ...row, admissions: Number(row.admissions) })

/** Admissions by cell, basis and day, counted from the entries. */
export async function countAdmissionDays(ctx: RequestContext): Promise<AdmissionDay[]> {
  const rows = await select<AdmissionDay>(
    ctx,
    `SELECT organization, basis, date, ${admissions} AS admissions FROM ledger_entry
     GROUP BY organization, basis, date HAVING ${admissions} <> 0`,
  )
  return rows.map(toAdmissionDay)
}

/** The same as stored. */
export async function listAdmissionDays(ctx: RequestContext): Promise<AdmissionDay[]> {
  const rows = await select<AdmissionDay>(
    ctx,
    'SELECT organization, basis, date, admissions FROM admission_day',
  )
  return rows.map(toAdmissionDay)
}

/** Writes all days with admissions anew. */
export async function replaceAdmissionDays(
  ctx: RequestContext,
  days: readonly AdmissionDay[],
): Promise<void> {
  await execute(ctx, 'DELETE FROM admission_day')
  await insertRows(
    ctx,
    'admission_day',
    days.map(({ organization, basis, date, admissions: count }) => ({
      organization,
      basis,
      date,
      admissions: count,
    })),
  )
}

/** Where an entry is that should not be: by cell, how many. */
export interface Misplaced {
  organization: number
  count: number
}

const misplaced = async (ctx: RequestContext, sql: string, params: unknown[] = []): Promise<Misplaced[]> =>
  (await select<Misplaced>(ctx, sql, params)).map(({ organization, count }) => ({
    organization,
    count: Number(count),
  }))

/** Entries that count outside the life of their cell, save a stock handed on. */
export function listOutsideLife(ctx: RequestContext): Promise<Misplaced[]> {
  const outside = countingEntries(
    `NOT EXISTS (SELECT 1 FROM organization o WHERE o.id = e.organization
       AND (e.reorganization = 1 OR (e.date >= o.opened AND e.date < o.closed)))`,
  )
  return misplaced(
    ctx,
    `SELECT organization, COUNT(*) AS count FROM (${outside}) counting GROUP BY organization`,
  )
}

/** Entries that stand under another year than their day. */
export function listWrongYears(ctx: RequestContext): Promise<Misplaced[]> {
  return misplaced(
    ctx,
    `SELECT organization, COUNT(*) AS count FROM ledger_entry
     WHERE year <> CAST(SUBSTR(date, 1, 4) AS ${ctx.database.dialect === 'mysql' ? 'SIGNED' : 'INTEGER'})
     GROUP BY organization`,
  )
}

/** Ended cells that hold stock on or after their end, under either count basis. */
export async function listEndedWithStock(ctx: RequestContext): Promise<Misplaced[]> {
  const holds = ['e.basis <> 2', 'e.basis <> 1'].flatMap((basis) =>
    ['e.date <= o.closed', '1 = 1'].flatMap((when) =>
      stockColumns.map((name) => `SUM(CASE WHEN ${basis} AND ${when} THEN e.${name} ELSE 0 END) <> 0`),
    ),
  )
  return misplaced(
    ctx,
    `SELECT e.organization, COUNT(*) AS count FROM ledger_entry e JOIN organization o ON o.id = e.organization
     WHERE o.closed <> ? GROUP BY e.organization HAVING ${holds.join(' OR ')}`,
    [OPEN_END],
  )
}

/** Acts whose handing on of stock does not add up to nothing, for whomever it counts. */
export function listUnevenHandovers(ctx: RequestContext): Promise<Array<{ source: number; event: number }>> {
  return select(
    ctx,
    `SELECT DISTINCT source, event FROM (
       SELECT source, event FROM ledger_entry WHERE reorganization = 1
       GROUP BY source, event, profile, birth_month, joined_month
       HAVING ${stockColumns.map((name) => `SUM(${name}) <> 0`).join(' OR ')}
     ) uneven`,
  )
}
