import {
  addDays,
  yearOf,
  type CountBasis,
  type Day,
  type MeasureId,
  type Perimeter,
  type Period,
} from '@seedbed/shared'
import type { MeasuresRead } from './question.js'
import { treeOn, type Window } from './statement-parts.js'

/** What is summed. Units by internal id; `byChild` groups by the child on the way down. */
export interface SumsQuestion {
  units: readonly number[]
  /**
   * The units whose figures these are part of: the viewer must be allowed to read the figures of each. Mostly the
   * units themselves; where parts are added up for a unit (cells of a target, units counted), that unit.
   */
  of: readonly number[]
  from: Day
  asOf: Day
  basis: CountBasis
  perimeter: Perimeter
  treeAt: Day
  byChild: boolean
  measures: MeasuresRead
  /** Cuts the flows of the period; the sums then carry the position of their part. */
  parts?: readonly Period[]
  /** Also counts the entries that hand stock on to heirs: 0 only if there are none in the period. */
  handovers?: true
  /** Only what had been recorded by the end of this day; read from the entries alone, without balances. */
  knownOn?: Day
}

const treeOf = (q: SumsQuestion, day: Day): Window => treeOn(q.perimeter === 'RECORDED' ? day : q.treeAt)

/** What some columns need: the path rows and the days they count by. */
export interface Need {
  prefix: 'f' | 's' | 'b'
  measures: readonly MeasureId[]
  years: readonly number[]
  days: Window
  tree: Window
  /** Only while the path row holds on the day of the entry. */
  inPath: boolean
}

/** The flows of the period, by the tree of their days or of one. */
export function flowNeed(q: SumsQuestion, opened: readonly number[]): Need | null {
  const { flows } = q.measures
  const years = opened.filter((year) => year >= yearOf(q.from) && year <= yearOf(q.asOf))
  if (flows.length === 0 || years.length === 0) return null
  const recorded = q.perimeter === 'RECORDED'
  const days = { from: q.from, to: q.asOf }
  return {
    prefix: 'f',
    measures: flows,
    years,
    days,
    tree: recorded ? days : treeOn(q.treeAt),
    inPath: recorded,
  }
}

/** A stock at the end of a day: the balance of the last opened year, and the entries since. */
function stockNeed(
  q: SumsQuestion,
  opened: readonly number[],
  prefix: 's' | 'b',
  measures: readonly MeasureId[],
  day: Day,
): Need | null {
  const next = addDays(day, 1)
  const atYearEnd = next.endsWith('-01-01') && opened.includes(yearOf(next))
  const year = atYearEnd ? yearOf(next) : opened.filter((one) => one <= yearOf(day)).at(-1)
  if (measures.length === 0 || year === undefined) return null
  if (q.knownOn !== undefined) {
    const years = opened.filter((one) => one <= yearOf(day))
    const days = { from: `${years[0]}-01-01`, to: day }
    return { prefix, measures, years, days, tree: treeOf(q, day), inPath: false }
  }
  const days = { from: `${year}-01-01`, to: day }
  return { prefix, measures, years: [year], days, tree: treeOf(q, day), inPath: false }
}

/** Stocks at the end of the period and before its beginning. */
export function stockNeeds(q: SumsQuestion, opened: readonly number[]): Need[] {
  return [
    stockNeed(q, opened, 's', q.measures.stocks, q.asOf),
    stockNeed(q, opened, 'b', q.measures.before, addDays(q.from, -1)),
  ].filter((need) => need !== null)
}
