import { blockOf } from '../../database/stamps.js'
import type { DayRange } from './day-number.js'
import { bytesOf } from './slots.js'
import { pathColumnsOf, UnitPaths, type PathColumns, type PathRow } from './unit-paths.js'

/** Memory of the views on the rows of one unit, about. */
const bytesOfView = 800

/** The closure below each unit that ever stood below one (and below that one itself). */
export class UnitForest {
  private readonly columns: PathColumns
  /** Of each unit: its first row, and the one after its last. */
  private readonly spans = new Map<number, readonly [number, number]>()
  private readonly views = new Map<number, UnitPaths>()

  /** Rows come in the order of their ancestors. */
  constructor(rows: readonly PathRow[]) {
    this.columns = pathColumnsOf(rows)
    let first = 0
    for (let row = 1; row <= rows.length; row += 1) {
      if (row < rows.length && rows[row]?.ancestor === rows[first]?.ancestor) continue
      this.spans.set(rows[first]?.ancestor as number, [first, row])
      first = row
    }
  }

  /** What stood below one of the units; undefined for a unit that never stood here. */
  pathsOf(unit: number): UnitPaths | undefined {
    const known = this.views.get(unit)
    const span = this.spans.get(unit)
    if (known || !span) return known
    const cut = (column: Int32Array) => column.subarray(...span)
    const { descendant, via, depth, from, to, opened } = this.columns
    const view = new UnitPaths({
      descendant: cut(descendant),
      via: cut(via),
      depth: cut(depth),
      from: cut(from),
      to: cut(to),
      opened: cut(opened),
    })
    this.views.set(unit, view)
    return view
  }

  /** Marks the blocks of the units that stood below any of them on some day of the range. */
  markBlocks({ from, to }: DayRange, marks: Set<number>): void {
    const { descendant, from: since, to: until } = this.columns
    for (let row = 0; row < descendant.length; row += 1) {
      if ((since[row] as number) <= to && (until[row] as number) > from)
        marks.add(blockOf(descendant[row] as number))
    }
  }

  get bytes(): number {
    return bytesOf(Object.values(this.columns) as Int32Array[]) + bytesOfView * this.spans.size
  }
}
