import {
  addDays,
  isDay,
  measure,
  measureColumn,
  yearOf,
  type CountBasis,
  type Day,
  type MeasureId,
  type Perimeter,
  type Period,
} from '@seedbed/shared'
import type { MeasuresRead } from './question.js'

/** What one statement sums. Units by internal id; `byChild` groups by the child on the way down. */
export interface SumsQuestion {
  units: readonly number[]
  from: Day
  asOf: Day
  basis: CountBasis
  perimeter: Perimeter
  treeAt: Day
  byChild: boolean
  measures: MeasuresRead
  /** Cuts the flows of the period; the sums then carry the position of their part. */
  parts?: readonly Period[]
}

const basisCode: Record<CountBasis, string> = { DECISION: '(0, 1)', CEREMONY: '(0, 2)' }

/** A day as a literal: the optimizer sees the constant, and only real days get here. */
function lit(day: Day): string {
  if (!isDay(day)) throw new Error(`Not a day: ${day}`)
  return `'${day}'`
}

/** The tree on one day. */
function treeOn(alias: string, day: Day): string {
  return `${alias}.valid_from <= ${lit(day)} AND ${alias}.valid_to > ${lit(day)}`
}

const columnAs = (prefix: string, ids: readonly MeasureId[]) =>
  ids.map((id) => `${prefix}_${measureColumn(id)}`)

interface Column {
  alias: string
  sql: string
}

/**
 * The sums of a question as one statement over path, entries and balances, as the specification of the ledger has
 * it: flows by the tree of the event's day (RECORDED) or of one day (RESTATED), stocks by the tree of the as-of date
 * (RECORDED) or of that one day. `opened` are the years that have entries. Rows: unit, via (0: directly at the
 * unit; all 0 unless byChild), part, then f_, s_ and b_ columns. Answers null when nothing can have been recorded.
 */
export function sumsStatement(q: SumsQuestion, opened: readonly number[]): string | null {
  const all = [
    ...columnAs('f', q.measures.flows),
    ...columnAs('s', q.measures.stocks),
    ...columnAs('b', q.measures.before),
  ]
  const parts = [
    flowPart(q, opened),
    ...stockParts(q, opened, 's', q.measures.stocks, q.asOf),
    ...stockParts(q, opened, 'b', q.measures.before, addDays(q.from, -1)),
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  const selects = parts.map(({ columns, from, part }) => {
    const list = all.map(
      (alias) => `${columns.find((column) => column.alias === alias)?.sql ?? '0'} AS ${alias}`,
    )
    const via = q.byChild ? 'p.via' : '0'
    return `SELECT p.ancestor AS unit, ${via} AS via, ${part} AS part, ${list.join(', ')} ${from}
      GROUP BY p.ancestor${q.byChild ? ', p.via' : ''}${part === '0' ? '' : `, ${part}`}`
  })
  if (selects.length === 1) return selects[0] ?? null
  const sums = all.map((alias) => `SUM(${alias}) AS ${alias}`)
  return `SELECT unit, via, part, ${sums.join(', ')} FROM (${selects.join(' UNION ALL ')}) sums GROUP BY unit, via, part`
}

interface Part {
  columns: Column[]
  from: string
  part: string
}

const ancestors = (q: SumsQuestion) => `p.ancestor IN (${q.units.join(', ')})`

/** Entries below the units; the join order is given, the path first. */
function entriesFrom(q: SumsQuestion, years: readonly number[], where: string): string {
  return `FROM organization_path p STRAIGHT_JOIN ledger_entry e ON e.organization = p.descendant
    AND e.year IN (${years.join(', ')}) WHERE ${ancestors(q)} AND e.basis IN ${basisCode[q.basis]} AND ${where}`
}

function flowPart(q: SumsQuestion, opened: readonly number[]): Part | null {
  const { flows } = q.measures
  const years = opened.filter((year) => year >= yearOf(q.from) && year <= yearOf(q.asOf))
  if (flows.length === 0 || years.length === 0) return null
  const recorded = q.perimeter === 'RECORDED'
  const where = recorded
    ? `p.valid_to > ${lit(q.from)} AND p.valid_from <= ${lit(q.asOf)} AND e.date >= p.valid_from AND e.date < p.valid_to`
    : treeOn('p', q.treeAt)
  return {
    columns: flows.map((id) => ({ alias: `f_${measureColumn(id)}`, sql: flowSum(q, id) })),
    from: entriesFrom(q, years, `e.date >= ${lit(q.from)} AND e.date <= ${lit(q.asOf)} AND ${where}`),
    part: partOf(q.parts),
  }
}

/** A transfer counts for the unit of the row only if its other end lies outside that unit on the day that decides. */
function flowSum(q: SumsQuestion, id: MeasureId): string {
  const column = `e.${measureColumn(id)}`
  if (!measure(id).gross) return `SUM(${column})`
  const row = q.byChild ? 'CASE WHEN p.via = 0 THEN p.ancestor ELSE p.via END' : 'p.ancestor'
  const direct = q.byChild ? ' AND (p.via <> 0 OR q.depth = 0)' : ''
  const day =
    q.perimeter === 'RECORDED' ? 'q.valid_from <= e.date AND q.valid_to > e.date' : treeOn('q', q.treeAt)
  const inside = `EXISTS (SELECT 1 FROM organization_path q WHERE q.descendant = e.counterpart AND q.ancestor = ${row} AND ${day}${direct})`
  return `SUM(CASE WHEN ${column} <> 0 AND e.counterpart <> 0 AND ${inside} THEN 0 ELSE ${column} END)`
}

function partOf(parts: readonly Period[] | undefined): string {
  if (!parts || parts.length < 2) return '0'
  const cases = parts.slice(0, -1).map(({ to }, index) => `WHEN e.date <= ${lit(to)} THEN ${index}`)
  return `CASE ${cases.join(' ')} ELSE ${parts.length - 1} END`
}

/** A stock at the end of a day: the balance of the last opened year, and the entries since. */
function stockParts(
  q: SumsQuestion,
  opened: readonly number[],
  prefix: 's' | 'b',
  stocks: readonly MeasureId[],
  day: Day,
): Part[] {
  const next = addDays(day, 1)
  const atYearEnd = next.endsWith('-01-01') && opened.includes(yearOf(next))
  const year = atYearEnd ? yearOf(next) : opened.filter((one) => one <= yearOf(day)).at(-1)
  if (stocks.length === 0 || year === undefined) return []
  const tree = treeOn('p', q.perimeter === 'RECORDED' ? day : q.treeAt)
  const columns = (alias: string) =>
    stocks.map((id) => ({
      alias: `${prefix}_${measureColumn(id)}`,
      sql: `SUM(${alias}.${measureColumn(id)})`,
    }))
  const balance: Part = {
    columns: columns('b'),
    from: `FROM organization_path p STRAIGHT_JOIN ledger_balance b ON b.year = ${year} AND b.organization = p.descendant
      WHERE ${ancestors(q)} AND b.basis IN ${basisCode[q.basis]} AND ${tree}`,
    part: '0',
  }
  if (atYearEnd) return [balance]
  return [
    balance,
    { columns: columns('e'), from: entriesFrom(q, [year], `e.date <= ${lit(day)} AND ${tree}`), part: '0' },
  ]
}

/** The last day with an admission up to the as-of date, by unit and child: a state, read and not summed. */
export function lastAdmissionStatement(q: SumsQuestion): string {
  const tree = treeOn('p', q.treeAt)
  const recorded = q.perimeter === 'RECORDED'
  const inLife = recorded ? 'AND a.date >= p.valid_from AND a.date < p.valid_to' : ''
  return `SELECT p.ancestor AS unit, ${q.byChild ? 'p.via' : '0'} AS via,
      MAX((SELECT MAX(a.date) FROM admission_day a WHERE a.organization = p.descendant
        AND a.basis = ${q.basis === 'DECISION' ? 1 : 2} AND a.date <= ${lit(q.asOf)} ${inLife})) AS last_date
    FROM organization_path p WHERE ${ancestors(q)} ${recorded ? '' : `AND ${tree}`}
    GROUP BY p.ancestor${q.byChild ? ', p.via' : ''}`
}
