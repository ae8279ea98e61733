import { MEASURE_IDS, measureColumn, type Day } from '@seedbed/shared'
import { dayNumber } from './day-number.js'
import { bytesOf, columnOf, intoSlots, type Column, type Slotted } from './slots.js'

/** An entry as it is read. */
export interface EntryRow extends Record<string, unknown> {
  organization: number
  year: number
  date: Day
  basis: number
  counterpart: number
  reorganization: number
  profile: number
  age: number | null
  birth_month: number
  joined_month: number
}

/** The entries of a block of units in a year, column by column; whom they count as the ledger has it. */
export interface EntryBlock extends Slotted {
  readonly date: Int32Array
  readonly basis: Uint8Array
  readonly counterpart: Int32Array
  readonly reorganization: Uint8Array
  readonly profile: Int32Array
  /** Full years at the event and one more; 0: not known. */
  readonly age: Uint16Array
  readonly birthMonth: Uint16Array
  readonly joinedMonth: Uint16Array
  /** In the order of the catalog. */
  readonly measures: readonly Column[]
}

const columns = MEASURE_IDS.map(measureColumn)

export function entryBlockOf(rows: readonly EntryRow[]): EntryBlock {
  const { starts, sorted } = intoSlots(rows)
  return {
    starts,
    date: Int32Array.from(sorted, ({ date }) => dayNumber(date)),
    basis: Uint8Array.from(sorted, ({ basis }) => basis),
    counterpart: Int32Array.from(sorted, ({ counterpart }) => counterpart),
    reorganization: Uint8Array.from(sorted, ({ reorganization }) => reorganization),
    profile: Int32Array.from(sorted, ({ profile }) => profile),
    age: Uint16Array.from(sorted, ({ age }) => (age === null ? 0 : age + 1)),
    birthMonth: Uint16Array.from(sorted, (row) => row.birth_month),
    joinedMonth: Uint16Array.from(sorted, (row) => row.joined_month),
    measures: columns.map((name) => columnOf(sorted.length, (index) => Number(sorted[index]?.[name]))),
  }
}

export function bytesOfEntries({ measures, ...rest }: EntryBlock): number {
  return bytesOf([...Object.values(rest), ...measures])
}
