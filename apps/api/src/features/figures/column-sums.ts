import { measure, MEASURE_IDS, STOCK_IDS, type MeasureId } from '@seedbed/shared'
import { blockOf } from '../../database/stamps.js'
import {
  dayNumber,
  slotOf,
  type Column,
  type Columns,
  type DayRange,
  type EntryBlock,
  type Needs,
  type UnitPaths,
} from '../columns/columns.service.js'
import { Inside } from './column-transfers.js'
import { noSums, type SumsRow } from './figures.repository.js'
import type { Window } from './statement-parts.js'
import { flowNeed, stockNeeds, type Need, type SumsQuestion } from './sums-question.js'

export const rangeOf = ({ from, to }: Window): DayRange => ({ from: dayNumber(from), to: dayNumber(to) })

/** The code of the basis that does not count. */
export const otherBasis = ({ basis }: Pick<SumsQuestion, 'basis'>): number => (basis === 'DECISION' ? 2 : 1)

/** A range that holds both. */
function widest(ranges: readonly DayRange[]): DayRange {
  const from = Math.min(...ranges.map((range) => range.from))
  return { from, to: Math.max(...ranges.map((range) => range.to)) }
}

const years = (needs: readonly Need[]) => [...new Set(needs.flatMap((need) => need.years))]

/** What of the columns a question reads: the same years and days as the statement. */
export function columnNeeds(q: SumsQuestion, opened: readonly number[]): Needs {
  const flows = flowNeed(q, opened)
  const stocks = stockNeeds(q, opened)
  const all = [...(flows ? [flows] : []), ...stocks]
  return {
    entries: years(all.filter(({ days }) => days.from <= days.to)),
    balances: years(stocks),
    stocks: [],
    window: widest(all.map(({ tree }) => rangeOf(tree))),
  }
}

/** The rows of sums in the making, by child and part. */
class Rows {
  private readonly rows = new Map<number, SumsRow>()

  constructor(
    private readonly q: SumsQuestion,
    private readonly unit: number,
  ) {}

  of(via: number, part: number): SumsRow {
    const key = via * 1_000 + part
    const known = this.rows.get(key)
    if (known) return known
    const row: SumsRow = {
      unit: this.unit,
      via,
      part,
      ...noSums(),
      ...(this.q.handovers ? { handovers: 0 } : {}),
    }
    this.rows.set(key, row)
    return row
  }

  all(): SumsRow[] {
    return [...this.rows.values()]
  }
}

/** The part of a cut period in which a day lies. */
function partFinder({ parts }: SumsQuestion): (day: number) => number {
  if (!parts || parts.length < 2) return () => 0
  const ends = parts.slice(0, -1).map(({ to }) => dayNumber(to))
  return (day) => {
    const index = ends.findIndex((end) => day <= end)
    return index < 0 ? ends.length : index
  }
}

/** The columns of some measures in every block, in their order. */
function picked(blocks: ReadonlyMap<number, EntryBlock> | undefined, ids: readonly MeasureId[]) {
  const positions = ids.map((id) => MEASURE_IDS.indexOf(id))
  const columns = new Map<number, Column[]>()
  for (const [number, block] of blocks ?? [])
    columns.set(
      number,
      positions.map((position) => block.measures[position] ?? null),
    )
  return columns
}

/** The columns that needs read, picked once for all units. */
type PickedColumns = Map<string, Map<number, Column[]>>

function pickedFor(columns: Columns, needs: readonly Need[]): PickedColumns {
  return new Map(
    needs.flatMap((need) =>
      need.years.map(
        (year) => [`${need.prefix}${year}`, picked(columns.entries.get(year), need.measures)] as const,
      ),
    ),
  )
}

/** Adds a row of entries to sums; `counts` says whether a measure of it does. */
function addRow(
  sums: Partial<Record<MeasureId, number>>,
  ids: readonly MeasureId[],
  columns: readonly Column[],
  index: number,
  counts: (measure: number) => boolean,
): void {
  for (let at = 0; at < columns.length; at += 1) {
    const amount = columns[at]?.[index] ?? 0
    if (amount === 0 || !counts(at)) continue
    const id = ids[at] as MeasureId
    sums[id] = (sums[id] ?? 0) + amount
  }
}

/** Flows of the days of the period, each by the path that holds on its day (RECORDED) or on the tree's. */
function addFlows(
  q: SumsQuestion,
  need: Need,
  columns: Columns,
  chosen: PickedColumns,
  paths: UnitPaths,
  rows: Rows,
): void {
  const [days, tree, other] = [rangeOf(need.days), rangeOf(need.tree), otherBasis(q)]
  const gross = need.measures.map((id) => measure(id).gross === true)
  const inside = new Inside(q, paths)
  const partOf = partFinder(q)
  for (const year of need.years) {
    const blocks = columns.entries.get(year)
    const measures = chosen.get(`f${year}`)
    for (let path = 0; path < paths.length; path += 1) {
      if (!paths.within(path, tree)) continue
      const unit = paths.descendant[path] as number
      const block = blocks?.get(blockOf(unit))
      if (!block) continue
      const slot = slotOf(unit)
      const end = block.starts[slot + 1] as number
      const [from, to] = [paths.from[path] as number, paths.to[path] as number]
      const via = q.byChild ? (paths.via[path] as number) : 0
      for (let index = block.starts[slot] as number; index < end; index += 1) {
        const day = block.date[index] as number
        if (block.basis[index] === other || day < days.from || day > days.to) continue
        if (need.inPath && (day < from || day >= to)) continue
        const row = rows.of(via, partOf(day))
        if (row.handovers !== undefined) row.handovers += block.reorganization[index] as number
        const counterpart = block.counterpart[index] as number
        addRow(row.flows, need.measures, measures?.get(blockOf(unit)) ?? [], index, (at) => {
          return !(gross[at] && counterpart !== 0 && inside.holds(counterpart, via, day))
        })
      }
    }
  }
}

const always = () => true

/** A stock at the end of a day: what its year carries on, and the entries since. */
function addStocks(
  q: SumsQuestion,
  need: Need,
  columns: Columns,
  chosen: PickedColumns,
  paths: UnitPaths,
  rows: Rows,
): void {
  const [days, tree, other] = [rangeOf(need.days), rangeOf(need.tree), otherBasis(q)]
  const [year = 0] = need.years
  const balances = columns.balances.get(year)
  const entries = days.from <= days.to ? columns.entries.get(year) : undefined
  const measures = chosen.get(`${need.prefix}${year}`)
  const positions = need.measures.map((id) => STOCK_IDS.indexOf(id))
  for (let path = 0; path < paths.length; path += 1) {
    if (!paths.within(path, tree)) continue
    const unit = paths.descendant[path] as number
    const [number, slot] = [blockOf(unit), slotOf(unit)]
    const row = rows.of(q.byChild ? (paths.via[path] as number) : 0, 0)
    const sums = need.prefix === 's' ? row.stocks : row.before
    const carried = balances?.get(number)?.[q.basis]
    if (carried) {
      const stocks = positions.map((position) => carried.stocks[position] ?? null)
      for (
        let index = carried.starts[slot] as number;
        index < (carried.starts[slot + 1] as number);
        index += 1
      )
        addRow(sums, need.measures, stocks, index, always)
    }
    const block = entries?.get(number)
    if (!block) continue
    for (let index = block.starts[slot] as number; index < (block.starts[slot + 1] as number); index += 1) {
      if (block.basis[index] === other || (block.date[index] as number) > days.to) continue
      addRow(sums, need.measures, measures?.get(number) ?? [], index, always)
    }
  }
}

/** How the sums of one unit after another are made from columns. */
function summer(
  q: SumsQuestion,
  columns: Columns,
  pathsOf: (unit: number) => UnitPaths | undefined,
): (unit: number) => SumsRow[] {
  const flows = flowNeed(q, columns.opened)
  const stocks = stockNeeds(q, columns.opened)
  const chosen = pickedFor(columns, [...(flows ? [flows] : []), ...stocks])
  return (unit) => {
    const rows = new Rows(q, unit)
    const paths = pathsOf(unit)
    if (!paths) return []
    if (flows) addFlows(q, flows, columns, chosen, paths, rows)
    for (const need of stocks) addStocks(q, need, columns, chosen, paths, rows)
    return rows.all()
  }
}

/**
 * The sums of a question from columns in memory: what the statement says, in the same years and by the same trees.
 * A row for each unit, child and part below which anything stood.
 */
export function sumColumns(q: SumsQuestion, columns: Columns): SumsRow[] {
  return q.units.flatMap(summer(q, columns, (unit) => columns.paths.get(unit)))
}

/** The same for units that stand below those of which the columns hold each unit below. */
export function columnSummer(q: SumsQuestion, columns: Columns): (unit: number) => SumsRow[] {
  return summer(q, columns, (unit) => {
    for (const forest of columns.forests) {
      const paths = forest.pathsOf(unit)
      if (paths) return paths
    }
    return undefined
  })
}
