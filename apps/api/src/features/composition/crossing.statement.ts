import {
  addDays,
  measureColumn,
  yearOf,
  type CountBasis,
  type Day,
  type DimensionCode,
  type MeasureId,
  type Perimeter,
} from '@seedbed/shared'
import { basisCode, entryValue, lit, treeOn, whilePathHolds, within } from '../figures/statement-parts.js'
import { categoryOf, isInYears, joinsFor, rawOf, type Grouped } from './dimension.statement.js'

/** One summand: sign and column. */
export interface CrossTerm {
  sign: 1 | -1
  measure: MeasureId
}

/** What is crossed below a unit (internal id), and by what. STOCK: at the end of `to`; FLOW: from `from` to `to`. */
export interface Crossing {
  unit: number
  sort: 'FLOW' | 'STOCK'
  from: Day
  to: Day
  basis: CountBasis
  perimeter: Perimeter
  /** The day whose tree decides on stocks, and on flows of RESTATED. */
  treeAt: Day
  terms: readonly CrossTerm[]
  rows: DimensionCode
  columns: DimensionCode | null
  groupSet: number | null
}

/** Only such who are counted in one category of a dimension. */
export interface Condition {
  dimension: DimensionCode
  category: string
}

/** The entries behind some categories: what to read, and what each entry adds. */
export interface Behind {
  from: string
  where: string
  params: unknown[]
  value: string
  probationary: string
}

type Dialect = Grouped['dialect']

/** How the rows of a crossing are read: a stock counts age and unit on its day, a flow as at the event. */
export function groupedBy(q: Crossing, alias: 'e' | 'b', dialect: Dialect): Grouped {
  return { alias, day: q.sort === 'STOCK' ? q.to : null, dialect, groupSet: q.groupSet }
}

const dimensionsOf = (q: Crossing) => [q.rows, ...(q.columns === null ? [] : [q.columns])]

/** Years of the entries that a flow reads. */
function yearsOfFlow(q: Crossing, opened: readonly number[]): number[] {
  return opened.filter((year) => year >= yearOf(q.from) && year <= yearOf(q.to))
}

/** The tree, the days and the basis of the entries of a flow. */
function flowConditions(q: Crossing): string {
  const tree =
    q.perimeter === 'RECORDED'
      ? `${within({ from: q.from, to: q.to })} AND ${whilePathHolds}`
      : within(treeOn(q.treeAt))
  return `p.ancestor = ${q.unit} AND ${tree} AND e.basis IN ${basisCode[q.basis]}
    AND e.date >= ${lit(q.from)} AND e.date <= ${lit(q.to)}`
}

/** Everything that made up a stock: entries up to its day, by the tree that decides. */
function stockConditions(q: Crossing, from: Day | null): string {
  return `p.ancestor = ${q.unit} AND ${within(treeOn(q.treeAt))} AND e.basis IN ${basisCode[q.basis]}
    AND e.date <= ${lit(q.to)}${from === null ? '' : ` AND e.date >= ${lit(from)}`}`
}

const sumOfTerms = (terms: readonly CrossTerm[], value: (measure: MeasureId) => string) =>
  terms.map(({ sign, measure }) => `${sign === 1 ? '+' : '-'} ${value(measure)}`).join(' ')

/** Rows that add anything; who is recognized stays a member and only stops being on probation. */
function touched(q: Crossing, alias: string): string {
  const probation: MeasureId[] = q.sort === 'STOCK' ? ['probationaryMembers'] : []
  const measures = [...q.terms.map(({ measure }) => measure), ...probation]
  return `(${measures.map((id) => `${alias}.${measureColumn(id)} <> 0`).join(' OR ')})`
}

const join = (dialect: Dialect) => (dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN')

function entriesOf(years: readonly number[], dialect: Dialect): string {
  return `organization_path p ${join(dialect)} ledger_entry e ON e.organization = p.descendant
    AND e.year IN (${years.join(', ')})`
}

/** One grouped read: what rows and columns are as recorded, the number, and of it on probation. */
function grouped(q: Crossing, of: Grouped, from: string, where: string): string {
  const value = (measure: MeasureId) =>
    of.alias === 'b' ? `b.${measureColumn(measure)}` : entryValue({ ...q, byChild: false }, measure)
  return `SELECT ${rawOf(q.rows, of)} AS row_raw, ${q.columns === null ? "''" : rawOf(q.columns, of)} AS column_raw,
      SUM(${sumOfTerms(q.terms, value)}) AS n,
      ${q.sort === 'STOCK' ? `SUM(${of.alias}.probationary_members)` : '0'} AS probationary
    FROM ${from} ${joinsFor(dimensionsOf(q), of)} WHERE ${where} AND ${touched(q, of.alias)}
    GROUP BY row_raw, column_raw`
}

/** Grouped reads sorted into categories: few rows are left to be named. */
function categorized(q: Crossing, reads: readonly string[]): string {
  return `SELECT ${categoryOf(q.rows, 'row_raw')} AS row_code,
      ${q.columns === null ? "''" : categoryOf(q.columns, 'column_raw')} AS column_code,
      SUM(n) AS n, SUM(probationary) AS probationary,
      ${isInYears(q.rows) ? 'SUM(COALESCE(row_raw, 0) * n)' : '0'} AS years
    FROM (${reads.join(' UNION ALL ')}) read_raw GROUP BY row_code, column_code`
}

/**
 * The numbers of a crossing as one statement over path, entries, their profiles and, for a stock, what is carried on
 * from the last opened year: any measure by any one or two attributes, no column per combination. Rows: row_code,
 * column_code, n, probationary, years (of age or membership, all together). Null when nothing can be recorded.
 */
export function crossingStatement(q: Crossing, opened: readonly number[], dialect: Dialect): string | null {
  const entries = groupedBy(q, 'e', dialect)
  if (q.sort === 'FLOW') {
    const years = yearsOfFlow(q, opened)
    if (years.length === 0) return null
    return categorized(q, [grouped(q, entries, entriesOf(years, dialect), flowConditions(q))])
  }
  const next = addDays(q.to, 1)
  const atYearEnd = next.endsWith('-01-01') && opened.includes(yearOf(next))
  const year = atYearEnd ? yearOf(next) : opened.filter((one) => one <= yearOf(q.to)).at(-1)
  if (year === undefined) return null
  const carried = grouped(
    q,
    groupedBy(q, 'b', dialect),
    `organization_path p ${join(dialect)} ledger_profile_balance b ON b.year = ${year} AND b.organization = p.descendant`,
    `p.ancestor = ${q.unit} AND ${within(treeOn(q.treeAt))} AND b.basis IN ${basisCode[q.basis]}`,
  )
  if (atYearEnd) return categorized(q, [carried])
  const since = grouped(q, entries, entriesOf([year], dialect), stockConditions(q, `${year}-01-01`))
  return categorized(q, [carried, since])
}

/**
 * The entries of persons behind some categories of a crossing; null when nothing can be recorded. An entry without a
 * month of birth takes a nameless member out of an opening balance when he gets his name: no person.
 */
export function behindStatement(
  q: Crossing,
  conditions: readonly Condition[],
  opened: readonly number[],
  dialect: Dialect,
): Behind | null {
  const years = q.sort === 'FLOW' ? yearsOfFlow(q, opened) : opened.filter((year) => year <= yearOf(q.to))
  if (years.length === 0) return null
  const of = groupedBy(q, 'e', dialect)
  const sorted = conditions.filter(({ dimension }) => dimension !== 'PROBATION')
  const dimensions = sorted.map(({ dimension }) => dimension)
  const only = dimensions
    .map((dimension) => ` AND ${categoryOf(dimension, rawOf(dimension, of))} = ?`)
    .join('')
  return {
    from: `${entriesOf(years, dialect)} ${joinsFor(dimensions, of)}
      JOIN person_event pe ON pe.id = e.event AND e.source = 0`,
    where: `${q.sort === 'FLOW' ? flowConditions(q) : stockConditions(q, null)} AND ${touched(q, 'e')}
      AND e.birth_month <> 0${only}`,
    params: sorted.map(({ category }) => category),
    value: sumOfTerms(q.terms, (measure) => entryValue({ ...q, byChild: false }, measure)),
    probationary: q.sort === 'STOCK' ? 'e.probationary_members' : '0',
  }
}
