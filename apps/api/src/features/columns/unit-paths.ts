import type { Day } from '@seedbed/shared'
import { blockOf } from '../../database/stamps.js'
import { dayNumber, type DayRange } from './day-number.js'
import { bytesOf } from './slots.js'

/** A row of the closure below a unit, as it is read; `opened` is the first day of the descendant. */
export interface PathRow {
  ancestor: number
  descendant: number
  via: number
  depth: number
  valid_from: Day
  valid_to: Day
  opened: Day
}

/** Rows of the closure column by column. */
export interface PathColumns {
  readonly descendant: Int32Array
  readonly via: Int32Array
  readonly depth: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly opened: Int32Array
}

export function pathColumnsOf(rows: readonly PathRow[]): PathColumns {
  return {
    descendant: Int32Array.from(rows, ({ descendant }) => descendant),
    via: Int32Array.from(rows, ({ via }) => via),
    depth: Int32Array.from(rows, ({ depth }) => depth),
    from: Int32Array.from(rows, (row) => dayNumber(row.valid_from)),
    to: Int32Array.from(rows, (row) => dayNumber(row.valid_to)),
    opened: Int32Array.from(rows, ({ opened }) => dayNumber(opened)),
  }
}

/** Everything that ever stood below one unit (and the unit itself), with the days, half-open, column by column. */
export class UnitPaths implements PathColumns {
  readonly length: number
  readonly descendant: Int32Array
  readonly via: Int32Array
  readonly depth: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly opened: Int32Array
  private rowsOf: Map<number, number[]> | undefined

  constructor(columns: PathColumns) {
    this.length = columns.descendant.length
    this.descendant = columns.descendant
    this.via = columns.via
    this.depth = columns.depth
    this.from = columns.from
    this.to = columns.to
    this.opened = columns.opened
  }

  /** Whether a row holds on some day of the range. */
  within(row: number, { from, to }: DayRange): boolean {
    return (this.from[row] as number) <= to && (this.to[row] as number) > from
  }

  /** The rows of one descendant. */
  rowsBelow(descendant: number): readonly number[] {
    if (!this.rowsOf) {
      this.rowsOf = new Map()
      for (let row = 0; row < this.length; row += 1) {
        const unit = this.descendant[row] as number
        const rows = this.rowsOf.get(unit)
        if (rows) rows.push(row)
        else this.rowsOf.set(unit, [row])
      }
    }
    return this.rowsOf.get(descendant) ?? []
  }

  /** Marks the blocks of the units that stood below on some day of the range. */
  markBlocks(range: DayRange, marks: Set<number>): void {
    let last = -1
    for (let row = 0; row < this.length; row += 1) {
      if (!this.within(row, range)) continue
      const block = blockOf(this.descendant[row] as number)
      if (block !== last) marks.add(block)
      last = block
    }
  }

  get bytes(): number {
    return 2 * bytesOf([this.descendant, this.via, this.depth, this.from, this.to, this.opened])
  }
}
