import { addDays, measure, MEASURE_IDS, STOCK_IDS, yearOf, type MeasureId } from '@seedbed/shared'
import { blockOf } from '../../database/stamps.js'
import {
  dayNumber,
  slotOf,
  type Column,
  type Columns,
  type EntryBlock,
  type Needs,
  type UnitPaths,
} from '../columns/columns.service.js'
import { otherBasis, rangeOf } from '../figures/column-sums.js'
import { Inside } from '../figures/column-transfers.js'
import { treeOn } from '../figures/statement-parts.js'
import { axisOf, isOfUnit, type Axis, type Whom } from './axis.js'
import type { CrossSum } from './crossing.repository.js'
import type { Crossing } from './crossing.statement.js'
import { categoryOfValue } from './dimension-cases.js'
import { isInYears } from './dimension.statement.js'

/** Where a stock begins: the year whose balances it starts from, and whether entries since count. */
function beginningOf(q: Crossing, opened: readonly number[]): { year: number; since: boolean } | null {
  const next = addDays(q.to, 1)
  if (next.endsWith('-01-01') && opened.includes(yearOf(next))) return { year: yearOf(next), since: false }
  const year = opened.filter((one) => one <= yearOf(q.to)).at(-1)
  return year === undefined ? null : { year, since: true }
}

const yearsOfFlow = (q: Crossing, opened: readonly number[]) =>
  opened.filter((year) => year >= yearOf(q.from) && year <= yearOf(q.to))

const treeOf = (q: Crossing) =>
  q.sort === 'FLOW' && q.perimeter === 'RECORDED' ? { from: q.from, to: q.to } : treeOn(q.treeAt)

/** What of the columns a crossing reads. */
export function crossingNeeds(q: Crossing, opened: readonly number[]): Needs {
  const stock = q.sort === 'STOCK' ? beginningOf(q, opened) : null
  const entries = q.sort === 'FLOW' ? yearsOfFlow(q, opened) : stock?.since ? [stock.year] : []
  return {
    entries,
    balances: [],
    stocks: stock ? [stock.year] : [],
    window: rangeOf(treeOf(q)),
    versions: isOfUnit(q.rows) || (q.columns !== null && isOfUnit(q.columns)),
  }
}

/** Persons by place on two axes, and of them on probation. */
class Grid {
  private readonly width: number
  private readonly counts: Float64Array
  private readonly probationary: Float64Array

  constructor(
    private readonly rows: Axis,
    private readonly columns: Axis,
  ) {
    this.width = columns.size()
    this.counts = new Float64Array(rows.size() * this.width)
    this.probationary = new Float64Array(rows.size() * this.width)
  }

  add(whom: Whom, index: number, unit: number, day: number, count: number, probationary: number): void {
    const row = this.rows.place(whom, index, unit, day)
    const cell = row * this.width + this.columns.place(whom, index, unit, day)
    this.counts[cell] = (this.counts[cell] as number) + count
    this.probationary[cell] = (this.probationary[cell] as number) + probationary
  }

  /** Places sorted into categories; what is nobody is left out. */
  sums(q: Crossing): CrossSum[] {
    const sums = new Map<string, CrossSum>()
    for (let cell = 0; cell < this.counts.length; cell += 1) {
      const [count, probationary] = [this.counts[cell] as number, this.probationary[cell] as number]
      if (count === 0 && probationary === 0) continue
      const raw = this.rows.value(Math.floor(cell / this.width))
      const row = categoryOfValue(q.rows, raw)
      const column =
        q.columns === null ? '' : categoryOfValue(q.columns, this.columns.value(cell % this.width))
      const key = JSON.stringify([row, column])
      const sum = sums.get(key) ?? { row, column, count: 0, probationary: 0, years: 0 }
      sum.count += count
      sum.probationary += probationary
      if (isInYears(q.rows)) sum.years += Number(raw ?? 0) * count
      sums.set(key, sum)
    }
    return [...sums.values()]
  }
}

/** The columns of a crossing's terms, with their signs, and that of probation where a stock is crossed. */
interface Counting {
  terms: ReadonlyArray<{ sign: 1 | -1; column: Column; gross: boolean }>
  probation: Column
}

const probationary: MeasureId = 'probationaryMembers'

function countingOf(q: Crossing, of: (id: MeasureId) => Column): Counting {
  const terms = q.terms.map(({ sign, measure: id }) => ({
    sign,
    column: of(id),
    gross: measure(id).gross === true,
  }))
  return { terms, probation: q.sort === 'STOCK' ? of(probationary) : null }
}

/** The entries of a year that count, of everything that stood below. */
function addEntries(
  q: Crossing,
  blocks: ReadonlyMap<number, EntryBlock> | undefined,
  paths: UnitPaths,
  grid: Grid,
): void {
  const [tree, other] = [rangeOf(treeOf(q)), otherBasis(q)]
  const [first, last] = [q.sort === 'FLOW' ? dayNumber(q.from) : 0, dayNumber(q.to)]
  const inPath = q.sort === 'FLOW' && q.perimeter === 'RECORDED'
  const inside = new Inside({ ...q, byChild: false }, paths)
  const countings = new Map<number, Counting>()
  for (const [number, block] of blocks ?? [])
    countings.set(
      number,
      countingOf(q, (id) => block.measures[MEASURE_IDS.indexOf(id)] ?? null),
    )
  for (let path = 0; path < paths.length; path += 1) {
    if (!paths.within(path, tree)) continue
    const unit = paths.descendant[path] as number
    const [block, counting] = [blocks?.get(blockOf(unit)), countings.get(blockOf(unit))]
    if (!block || !counting) continue
    const [from, to] = [paths.from[path] as number, paths.to[path] as number]
    const end = block.starts[slotOf(unit) + 1] as number
    for (let index = block.starts[slotOf(unit)] as number; index < end; index += 1) {
      const day = block.date[index] as number
      if (block.basis[index] === other || day < first || day > last) continue
      if (inPath && (day < from || day >= to)) continue
      const counterpart = block.counterpart[index] as number
      const hidden = (gross: boolean) => gross && counterpart !== 0 && inside.holds(counterpart, 0, day)
      const count = countAt(counting, index, hidden)
      const onProbation = counting.probation?.[index] ?? 0
      if (count !== 0 || onProbation !== 0) grid.add(block, index, unit, day, count, onProbation)
    }
  }
}

function countAt({ terms }: Counting, index: number, hidden: (gross: boolean) => boolean): number {
  let count = 0
  for (const { sign, column, gross } of terms) {
    const amount = column?.[index] ?? 0
    if (amount !== 0 && !hidden(gross)) count += sign * amount
  }
  return count
}

const never = () => false

/** What the year carries on, of everything that stood below on the day of the tree. */
function addCarried(q: Crossing, columns: Columns, year: number, paths: UnitPaths, grid: Grid): void {
  const blocks = columns.stocks.get(year)
  const tree = rangeOf(treeOn(q.treeAt))
  const day = dayNumber(q.to)
  const countings = new Map<number, Counting>()
  for (const [number, block] of blocks ?? [])
    countings.set(
      number,
      countingOf(q, (id) => block[q.basis].stocks[STOCK_IDS.indexOf(id)] ?? null),
    )
  for (let path = 0; path < paths.length; path += 1) {
    if (!paths.within(path, tree)) continue
    const unit = paths.descendant[path] as number
    const [stock, counting] = [blocks?.get(blockOf(unit))?.[q.basis], countings.get(blockOf(unit))]
    if (!stock || !counting) continue
    const end = stock.starts[slotOf(unit) + 1] as number
    for (let index = stock.starts[slotOf(unit)] as number; index < end; index += 1) {
      const count = countAt(counting, index, never)
      const onProbation = counting.probation?.[index] ?? 0
      if (count !== 0 || onProbation !== 0) grid.add(stock, index, unit, day, count, onProbation)
    }
  }
}

/** The groups of a crossing from columns in memory: the same years, days and trees as the statement. */
export function crossColumns(q: Crossing, columns: Columns): CrossSum[] {
  const paths = columns.paths.get(q.unit)
  if (!paths) return []
  const on = q.sort === 'STOCK' ? q.to : null
  const grid = new Grid(axisOf(q.rows, columns, on), axisOf(q.columns, columns, on))
  if (q.sort === 'FLOW') {
    for (const year of yearsOfFlow(q, columns.opened)) addEntries(q, columns.entries.get(year), paths, grid)
    return grid.sums(q)
  }
  const stock = beginningOf(q, columns.opened)
  if (!stock) return []
  addCarried(q, columns, stock.year, paths, grid)
  if (stock.since) addEntries(q, columns.entries.get(stock.year), paths, grid)
  return grid.sums(q)
}
