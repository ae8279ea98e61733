import { MEASURE_IDS, type Day, type MeasureVector } from '@seedbed/shared'
import { countedKey, type Counted } from './profile.js'

/** The count basis an entry belongs to: both, decision only, ceremony only. */
export const BASIS = { BOTH: 0, DECISION: 1, CEREMONY: 2 } as const
export type Basis = (typeof BASIS)[keyof typeof BASIS]

/** What an entry expresses: an event of a person, or an opening balance. */
export const SOURCE = { PERSON_EVENT: 0, OPENING_BALANCE: 1 } as const
export type Source = (typeof SOURCE)[keyof typeof SOURCE]

/** A dated vector of whole persons on a cell, and the act it expresses. */
export interface Entry {
  source: Source
  /** Internal id of the act. */
  event: number
  organization: number
  date: Day
  basis: Basis
  /** The other end of a transfer within the system, or of a stock handed on; 0 for none. */
  counterpart: number
  /** The stock of an ended cell handed to its heir. */
  reorganization: boolean
  counted: Counted
  measures: MeasureVector
}

/** Everything of an entry but its vector: entries with the same key can be added up. */
function entryKey(entry: Entry): string {
  const { source, event, organization, date, basis, counterpart, reorganization, counted } = entry
  return [
    ...[source, event, organization, date, basis, counterpart, Number(reorganization)],
    countedKey(counted),
  ].join('/')
}

/**
 * The entries that turn what stands into what should stand: entries are never changed, only others added. Where
 * both agree nothing is posted.
 */
export function difference(standing: readonly Entry[], wanted: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>()
  const add = (entry: Entry, sign: 1 | -1) => {
    const key = entryKey(entry)
    const sum = sums.get(key) ?? { ...entry, measures: {} }
    for (const id of MEASURE_IDS) {
      const amount = entry.measures[id]
      if (amount) sum.measures[id] = (sum.measures[id] ?? 0) + sign * amount
    }
    sums.set(key, sum)
  }
  for (const entry of wanted) add(entry, 1)
  for (const entry of standing) add(entry, -1)
  return [...sums.values()].filter(({ measures }) => Object.values(measures).some((amount) => amount !== 0))
}
