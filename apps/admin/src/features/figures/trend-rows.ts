import { cutPeriod, daysBetween, type Day, type Grain, type Period } from '@seedbed/shared'
import { paceOf } from '../../lib/period.js'

interface Point {
  from: Day
  to: Day
  figures: ReadonlyArray<{ numerator: number | null }>
}

interface Question {
  bounds: Period
  grain: Grain
  asOf: Day
  target: number | null
  now: readonly Point[]
  lastYear: readonly Point[]
}

/** One month (quarter, year, day) of the trend; what has not come yet, or is not known, is null. */
export interface TrendRow {
  from: Day
  to: Day
  count: number | null
  cumulative: number | null
  lastYear: number | null
  lastYearCumulative: number | null
  target: number | null
  /** The as-of day lies in it and not at its end. */
  incomplete: boolean
}

function sums(points: readonly Point[]): number[] {
  let sum = 0
  return points.map((point) => (sum += point.figures[0]?.numerator ?? 0))
}

/** Lays this period, the same a year ago and the straight line to the target over the parts of the calendar. */
export function trendRows({ bounds, grain, asOf, target, now, lastYear }: Question): TrendRow[] {
  const pace = paceOf(bounds.from, asOf)
  const cumulative = sums(now)
  const before = sums(lastYear)
  return cutPeriod(bounds, grain).map(({ from, to }, index) => {
    const share = pace && target ? (daysBetween(bounds.from, to) + 1) / pace.whole : null
    return {
      from,
      to,
      count: now[index]?.figures[0]?.numerator ?? null,
      cumulative: cumulative[index] ?? null,
      lastYear: lastYear[index]?.figures[0]?.numerator ?? null,
      lastYearCumulative: before[index] ?? null,
      target: share !== null && share <= 1 && target ? target * share : null,
      incomplete: from <= asOf && asOf < to,
    }
  })
}
