import { MEASURE_IDS, measureColumn, STOCK_IDS, yearOf, type Day, type MeasureId } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  addToRows,
  execute,
  forShare,
  forUpdate,
  inChunks,
  insertRows,
  marks,
  select,
  type Row,
} from '../../database/sql.js'
import { STAMPED, touch, touchUnits } from '../../database/stamps.js'
import { countingEntries } from './counting.statement.js'
import { BALANCE_KEYS, BALANCE_TABLES, type BalanceTable } from './balance-tables.js'
import type { Basis, Entry, Source } from './entry.js'
import { idAmong, idsOfProfiles, profileColumns, toCounted } from './profile.repository.js'

const columns = MEASURE_IDS.map((id) => [id, measureColumn(id)] as const)
const stockColumns = STOCK_IDS.map(measureColumn)

/** Years that have entries, ascending. */
export async function listYears(ctx: RequestContext): Promise<number[]> {
  const rows = await select<{ year: number }>(ctx, 'SELECT year FROM ledger_year ORDER BY year')
  return rows.map(({ year }) => year)
}

/**
 * The same, while no other unit of work can open a year (`exclusive`: nor post an entry) until this one ends. An
 * entry must reach the balances of every opened year after its own, so neither may miss the other.
 */
export async function lockYears(ctx: RequestContext, exclusive: boolean): Promise<number[]> {
  await select(
    ctx,
    `SELECT changes FROM write_lock WHERE id = 2${exclusive ? forUpdate(ctx) : forShare(ctx)}`,
  )
  return listYears(ctx)
}

/** Opens a year: its balances are those of the year before (`previous`) and the entries since. */
export async function openYear(
  ctx: RequestContext,
  year: number,
  previous: number | undefined,
): Promise<void> {
  touch(ctx, STAMPED.YEARS)
  await execute(ctx, 'INSERT INTO ledger_year (year) VALUES (?)', [year])
  if (previous === undefined) return
  for (const table of BALANCE_TABLES) await carryOn(ctx, table, year, previous)
}

/** Carries the stock of the last opened year and of the entries since on into a new year; what is 0 stays behind. */
async function carryOn(
  ctx: RequestContext,
  table: BalanceTable,
  year: number,
  previous: number,
): Promise<void> {
  const key = BALANCE_KEYS[table]
  const list = [...key, ...stockColumns].join(', ')
  const sums = stockColumns.map((name) => `SUM(${name})`)
  await execute(
    ctx,
    `INSERT INTO ${table} (year, ${list})
     SELECT ?, ${[...key, ...sums].join(', ')} FROM (
       SELECT ${list} FROM ${table} WHERE year = ?
       UNION ALL
       SELECT ${list} FROM ledger_entry WHERE year >= ? AND year < ?
     ) stock GROUP BY ${key.join(', ')} HAVING ${sums.map((sum) => `${sum} <> 0`).join(' OR ')}`,
    [year, previous, previous, year],
  )
}

/** All entries of the acts, corrections included, with the highest line of each act. */
export async function listEntriesOf(
  ctx: RequestContext,
  source: Source,
  events: readonly number[],
): Promise<{ entries: Entry[]; lines: Map<number, number> }> {
  const rows = await inChunks(events, (chunk) =>
    select<Row>(
      ctx,
      `SELECT event, line, organization, date, basis, counterpart, reorganization, age, birth_month,
              joined_month, ${profileColumns}, ${columns.map(([, column]) => column).join(', ')}
       FROM ledger_entry e LEFT JOIN profile f ON f.id = e.profile
       WHERE e.source = ${source} AND e.event IN (${marks(chunk)})`,
      chunk,
    ),
  )
  const lines = new Map<number, number>()
  const entries = rows.map((row): Entry => {
    const event = Number(row.event)
    lines.set(event, Math.max(lines.get(event) ?? -1, Number(row.line)))
    return {
      source,
      event,
      organization: Number(row.organization),
      date: row.date as Day,
      basis: Number(row.basis) as Basis,
      counterpart: Number(row.counterpart),
      reorganization: Number(row.reorganization) === 1,
      counted: toCounted(row),
      measures: Object.fromEntries(columns.map(([id, column]) => [id, Number(row[column])])),
    }
  })
  return { entries, lines }
}

/** Appends entries; `line` numbers them within their act. */
export async function insertEntries(
  ctx: RequestContext,
  entries: ReadonlyArray<Entry & { line: number }>,
  recordedOn: Day,
): Promise<void> {
  touchUnits(
    ctx,
    entries.map(({ organization }) => organization),
  )
  const profiles = await idsOfProfiles(
    ctx,
    entries.map(({ counted }) => counted.profile),
  )
  await insertRows(
    ctx,
    'ledger_entry',
    entries.map((entry) => ({
      organization: entry.organization,
      year: yearOf(entry.date),
      date: entry.date,
      source: entry.source,
      event: entry.event,
      line: entry.line,
      basis: entry.basis,
      counterpart: entry.counterpart,
      reorganization: entry.reorganization ? 1 : 0,
      recorded_on: recordedOn,
      profile: idAmong(profiles, entry.counted.profile),
      age: entry.counted.age,
      birth_month: entry.counted.birthMonth,
      joined_month: entry.counted.joinedMonth,
      ...Object.fromEntries(columns.map(([id, column]) => [column, entry.measures[id] ?? 0])),
    })),
  )
}

/** Adds the stock part of entries to the balances of every opened year after theirs. */
export async function addToBalances(
  ctx: RequestContext,
  entries: readonly Entry[],
  years: readonly number[],
): Promise<void> {
  touchUnits(
    ctx,
    entries.map(({ organization }) => organization),
  )
  const stock = entries.filter(({ measures }) => STOCK_IDS.some((id) => measures[id]))
  const profiles = await idsOfProfiles(
    ctx,
    stock.map(({ counted }) => counted.profile),
  )
  const rows = stock.flatMap(({ organization, basis, date, counted, measures }) =>
    years
      .filter((opened) => opened > yearOf(date))
      .map((year): BalanceRow => ({
        year,
        organization,
        basis,
        profile: idAmong(profiles, counted.profile),
        birth_month: counted.birthMonth,
        joined_month: counted.joinedMonth,
        ...Object.fromEntries(STOCK_IDS.map((id) => [measureColumn(id), measures[id] ?? 0])),
      })),
  )
  for (const table of BALANCE_TABLES) await addUp(ctx, table, rows)
}

type BalanceRow = Record<string, number>

/** Adds the stock of rows with the same key together, and to what stands. */
async function addUp(ctx: RequestContext, table: BalanceTable, rows: readonly BalanceRow[]): Promise<void> {
  const key = ['year', ...BALANCE_KEYS[table]]
  const sums = new Map<string, BalanceRow>()
  for (const row of rows) {
    const name = key.map((column) => row[column]).join('/')
    const sum = sums.get(name) ?? Object.fromEntries(key.map((column) => [column, row[column] ?? 0]))
    for (const column of stockColumns) sum[column] = (sum[column] ?? 0) + (row[column] ?? 0)
    sums.set(name, sum)
  }
  await addToRows(ctx, table, key, stockColumns, [...sums.values()])
}

/** Keeps the days on which a cell has admissions; a day without any goes. */
export async function addToAdmissionDays(ctx: RequestContext, entries: readonly Entry[]): Promise<void> {
  const sums = new Map<string, { organization: number; basis: number; date: Day; admissions: number }>()
  for (const { organization, basis, date, measures } of entries) {
    const admissions = (measures.newlyAdmitted ?? 0) + (measures.readmitted ?? 0)
    if (admissions === 0) continue
    const key = `${organization}/${basis}/${date}`
    const sum = sums.get(key) ?? { organization, basis, date, admissions: 0 }
    sum.admissions += admissions
    sums.set(key, sum)
  }
  await addToRows(ctx, 'admission_day', ['organization', 'basis', 'date'], ['admissions'], [...sums.values()])
  for (const sum of sums.values()) {
    if (sum.admissions > 0) continue
    await execute(
      ctx,
      'DELETE FROM admission_day WHERE organization = ? AND basis = ? AND date = ? AND admissions = 0',
      [sum.organization, sum.basis, sum.date],
    )
  }
}

/** Stock of a cell at the end of the day before, the greater of the two bases each. */
export async function findStock(
  ctx: RequestContext,
  organization: number,
  before: Day,
): Promise<Map<MeasureId, number>> {
  const sums = STOCK_IDS.flatMap((id) =>
    [2, 1].map(
      (other) =>
        `SUM(CASE WHEN basis <> ${other} THEN ${measureColumn(id)} ELSE 0 END) AS ${measureColumn(id)}_${other}`,
    ),
  )
  const [row] = await select<Row>(
    ctx,
    `SELECT ${sums.join(', ')} FROM ledger_entry WHERE organization = ? AND date < ?`,
    [organization, before],
  )
  const amount = (id: MeasureId, other: number) =>
    Math.abs(Number(row?.[`${measureColumn(id)}_${other}`] ?? 0))
  return new Map(STOCK_IDS.map((id) => [id, Math.max(amount(id, 2), amount(id, 1))]))
}

/** The last day on or after `from` on which something of a cell counts. */
export async function findLastDate(
  ctx: RequestContext,
  organization: number,
  from: Day,
): Promise<Day | undefined> {
  const [row] = await select<{ date: Day }>(
    ctx,
    `${countingEntries('e.organization = ? AND e.date >= ?')} ORDER BY e.date DESC LIMIT 1`,
    [organization, from],
  )
  return row?.date
}

/** Members of a cell at the end of the day before who are counted without a name. */
export async function findNameless(ctx: RequestContext, organization: number, before: Day): Promise<number> {
  const [row] = await select<Row>(
    ctx,
    `SELECT SUM(e.members) AS n FROM ledger_entry e LEFT JOIN profile f ON f.id = e.profile
     WHERE e.organization = ? AND e.date < ? AND e.basis <> 2 AND e.birth_month = 0
       AND (f.id IS NULL OR f.female IS NULL)`,
    [organization, before],
  )
  return Number(row?.n ?? 0)
}

/** Removes all entries of units, and what is kept beside them. */
export async function deleteUnits(ctx: RequestContext, units: readonly number[]): Promise<void> {
  touch(ctx, STAMPED.LEDGER)
  for (const table of ['ledger_entry', ...BALANCE_TABLES, 'admission_day']) {
    await inChunks(units, async (chunk) => {
      await execute(ctx, `DELETE FROM ${table} WHERE organization IN (${marks(chunk)})`, chunk)
      return []
    })
  }
}

/**
 * Members of cells at the end of the day before, and at the beginning of the day: after what ended cells hand on that
 * day, before anything else of it.
 */
export async function listMembersAround(
  ctx: RequestContext,
  cells: readonly number[],
  day: Day,
): Promise<Array<{ organization: number; before: number; after: number }>> {
  const rows = await inChunks(cells, (chunk) =>
    select<Row>(
      ctx,
      `SELECT organization, SUM(CASE WHEN date < ? THEN members ELSE 0 END) AS eve, SUM(members) AS morning
       FROM ledger_entry WHERE organization IN (${marks(chunk)}) AND basis <> 2
         AND (date < ? OR (date = ? AND reorganization = 1)) GROUP BY organization`,
      [day, ...chunk, day, day],
    ),
  )
  return rows.map((row) => ({
    organization: Number(row.organization),
    before: Number(row.eve),
    after: Number(row.morning),
  }))
}
