import { BLOCK_BITS } from '../../database/stamps.js'

const size = 1 << BLOCK_BITS

/** Where a unit lies in its block. */
export const slotOf = (organization: number): number => organization & (size - 1)

/** Rows of a block, those of one unit together: of the unit in slot s they are starts[s] to before starts[s + 1]. */
export interface Slotted {
  readonly starts: Int32Array
}

/** Sorts rows by unit; answers where each unit's begin, and the rows in that order. */
export function intoSlots<Row extends { organization: number }>(
  rows: readonly Row[],
): { starts: Int32Array; sorted: Row[] } {
  const starts = new Int32Array(size + 1)
  const sorted = [...rows].sort((a, b) => a.organization - b.organization)
  for (const { organization } of rows) {
    const next = slotOf(organization) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let slot = 1; slot <= size; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0)
  return { starts, sorted }
}

/** A column of whole numbers; null where all of them are 0. */
export type Column = Int16Array | Int32Array | null

const fitsSmall = (value: number) => value >= -32_768 && value <= 32_767

/** A column of numbers, as narrow as they allow. */
export function columnOf(length: number, at: (index: number) => number): Column {
  const numbers = new Int32Array(length)
  let [any, narrow] = [false, true]
  for (let index = 0; index < length; index += 1) {
    const value = at(index)
    numbers[index] = value
    if (value !== 0) any = true
    if (!fitsSmall(value)) narrow = false
  }
  if (!any) return null
  return narrow ? Int16Array.from(numbers) : numbers
}

/** What an object of columns takes in memory, about. */
export function bytesOf(parts: ReadonlyArray<ArrayBufferView | null>): number {
  return parts.reduce((sum, part) => sum + (part?.byteLength ?? 0) + 64, 128)
}
