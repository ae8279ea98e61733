import { addDays, MEASURE_IDS, measureColumn, STOCK_IDS, type CountBasis, type Day } from '@seedbed/shared'
import { Difference } from './difference.js'
import type { Fact, Who } from './naive.js'
import type { World } from './world.js'

const names = [
  'female',
  'ethnicity',
  'religion',
  'introducer',
  'youth_union',
  'degree',
  'occupation',
] as const
const codes = { DECISION: '0, 1', CEREMONY: '0, 2' } as const
const flowIds = MEASURE_IDS.filter((id) => !STOCK_IDS.includes(id))

type Row = Record<string, unknown>
type Sums = Map<string, number[]>

/** Whom something counts, as text; '?' is unknown. */
function whom(attributes: Record<string, unknown>, months: readonly string[]): string {
  const text = (value: unknown) => (value === null || value === undefined ? '?' : String(value as string))
  return [...names.map((name) => text(attributes[name])), ...months].join('|')
}

const monthOf = (number: unknown) => {
  const month = Number(number)
  return month === 0
    ? ''
    : `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

function add(sums: Sums, key: string, amounts: readonly number[]): void {
  const sum = sums.get(key) ?? amounts.map(() => 0)
  sums.set(
    key,
    sum.map((amount, index) => amount + (amounts[index] ?? 0)),
  )
}

const lines = (sums: Sums) =>
  [...sums].flatMap(([key, sum]) => (sum.some(Boolean) ? [`${key}: ${sum.join(' ')}`] : [])).sort()

const nobody: Who = { attributes: {}, born: '', joined: '', age: null }

function amountsOf({ vector }: Fact, ids: typeof MEASURE_IDS): number[] {
  return ids.map((id) => vector[id] ?? 0)
}

function sumsOf(rows: readonly Row[], ids: typeof MEASURE_IDS, withAge: boolean): Sums {
  const sums: Sums = new Map()
  for (const row of rows) {
    const months = [monthOf(row.birth_month), monthOf(row.joined_month)]
    const age = withAge ? [String(row.age === null ? '' : Number(row.age))] : []
    const key = `${Number(row.organization)}|${whom(row, [...months, ...age])}`
    add(
      sums,
      key,
      ids.map((id) => Number(row[measureColumn(id)])),
    )
  }
  return sums
}

function naive(facts: readonly Fact[], ids: typeof MEASURE_IDS, of: 'flowsOf' | 'stockOf', withAge: boolean) {
  const sums: Sums = new Map()
  for (const fact of facts) {
    const who = fact[of] ?? nobody
    const months = [who.born, who.joined, ...(withAge ? [String(who.age ?? '')] : [])]
    add(sums, `${fact.unit}|${whom(who.attributes, months)}`, amountsOf(fact, ids))
  }
  return sums
}

function same(what: string, product: string[], wanted: string[], world: World): void {
  if (product.join('\n') !== wanted.join('\n')) {
    const only = (one: string[], other: string[]) => one.filter((line) => !other.includes(line))
    throw new Difference(what, only(product, wanted), only(wanted, product), world)
  }
}

/** Stock of every cell on a day, by whom it counts: what the last opened year carries, and the entries since. */
async function compareStock(world: World, facts: readonly Fact[], basis: CountBasis, day: Day) {
  const { reader } = world.database
  const opened = (await reader.query('SELECT year FROM ledger_year ORDER BY year')) as { year: number }[]
  const year = opened.map((row) => Number(row.year)).filter((one) => `${one}-01-01` <= addDays(day, 1))
  const last = year.at(-1) ?? 0
  const columns = STOCK_IDS.map(measureColumn).join(', ')
  const common = `profile, birth_month, joined_month, ${columns}`
  const rows = (await reader.query(
    `SELECT s.*, ${names.map((name) => `f.${name}`).join(', ')} FROM (
       SELECT organization, ${common} FROM ledger_profile_balance WHERE year = ? AND basis IN (${codes[basis]})
       UNION ALL
       SELECT organization, ${common} FROM ledger_entry WHERE year = ? AND date <= ? AND basis IN (${codes[basis]})
     ) s LEFT JOIN profile f ON f.id = s.profile`,
    [last, last, day],
  )) as Row[]
  const wanted = naive(
    facts.filter((fact) => fact.day <= day),
    STOCK_IDS,
    'stockOf',
    false,
  )
  same(`stock by attributes on ${day} ${basis}`, lines(sumsOf(rows, STOCK_IDS, false)), lines(wanted), world)
}

/** Flows of every cell between two days, by whom they count and the age at the event. */
async function compareFlows(world: World, facts: readonly Fact[], basis: CountBasis, days: [Day, Day]) {
  const rows = (await world.database.reader.query(
    `SELECT e.*, ${names.map((name) => `f.${name}`).join(', ')} FROM ledger_entry e
     LEFT JOIN profile f ON f.id = e.profile WHERE e.date >= ? AND e.date <= ? AND e.basis IN (${codes[basis]})`,
    days,
  )) as Row[]
  const wanted = naive(
    facts.filter(({ day }) => days[0] <= day && day <= days[1]),
    flowIds,
    'flowsOf',
    true,
  )
  const what = `flows by attributes ${days.join(' to ')} ${basis}`
  same(what, lines(sumsOf(rows, flowIds, true)), lines(wanted), world)
}

/** Compares stocks and flows by attribute, by month of birth and of joining, on days at random. */
export async function compareAttributes(world: World, numbers: readonly number[]): Promise<void> {
  const [a = 0, b = 0] = numbers
  const [from = '', asOf = ''] = [world.day(a, a % 2 === 0), world.day(b, b % 2 === 0)].sort()
  for (const basis of ['DECISION', 'CEREMONY'] as const) {
    const facts = world.facts(basis)
    await compareStock(world, facts, basis, asOf)
    await compareFlows(world, facts, basis, [from, asOf])
  }
}
