import {
  addDays,
  addMonths,
  calendarPace,
  standingAgainst,
  targetKindRule,
  yearOf,
  type Day,
  type Gone,
  type Period,
  type Standing,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { figureOf } from '../figures/figure.js'
import { sumsOf } from '../figures/figures.service.js'
import { questionOf, type FiguresInput } from '../figures/question.js'
import type { TargetRow } from '../targets/target.service.js'
import type { Done } from './done.service.js'
import { isForPart } from './scope.service.js'

/** A pace that a completion is held against: of the calendar, or what an earlier year had done by the same date. */
export interface Pace extends Gone {
  /** Null: the calendar. */
  year: number | null
  standing: Standing
}

const EARLIER_YEARS = 3

/** Of each of the years before: up to the same date, and the rest of it. */
function partsOf(asOf: Day): Array<Period & { year: number; rest: boolean }> {
  const years = Array.from({ length: EARLIER_YEARS }, (_, index) => EARLIER_YEARS - index)
  return years.flatMap((back) => {
    const date = addMonths(asOf, -12 * back)
    const year = yearOf(date)
    const first = { from: `${year}-01-01`, to: date, year, rest: false }
    const last = { from: addDays(date, 1), to: `${year}-12-31`, year, rest: true }
    return last.from > last.to ? [first] : [first, last]
  })
}

/** What the same date of the last three years had brought of each year's whole; one statement, by the same tree. */
async function earlierYears(
  ctx: RequestContext,
  unit: number,
  indicator: string,
  asked: Pick<FiguresInput, 'asOf' | 'countBasis'> & { treeAt: Day },
): Promise<Array<Gone & { year: number }>> {
  const parts = partsOf(asked.asOf)
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || yearOf(first.from) < 1_900) return []
  const question = questionOf({ ...asked, from: first.from, asOf: last.to, indicators: [indicator] })
  const [counted] = question.indicators
  const rows = await sumsOf(ctx, [unit], question, { byChild: false, parts })
  const rounding = { mode: 'HALF_UP', decimals: 0 } as const
  const sumOf = (index: number) => {
    const row = rows.find(({ part }) => part === index)
    return row && counted ? (figureOf(counted, row, null, rounding, asked.asOf).numerator ?? 0) : 0
  }
  const years = new Map<number, Gone>()
  parts.forEach(({ year, rest }, index) => {
    const known = years.get(year) ?? { gone: 0, whole: 0 }
    const sum = sumOf(index)
    years.set(year, { gone: known.gone + (rest ? 0 : sum), whole: known.whole + sum })
  })
  return [...years].map(([year, gone]) => ({ year, ...gone })).reverse()
}

/**
 * The paces of a target of persons: by the calendar, and (for a year of the whole unit) by what the same date had
 * brought of each of the last three years. A year without any admission tells nothing and is left out. Shares have none.
 */
export async function pacesOf(
  ctx: RequestContext,
  target: TargetRow,
  { done, wanted, of }: Done,
  span: Period,
  asked: Pick<FiguresInput, 'asOf' | 'countBasis'> & { treeAt: Day },
): Promise<Pace[]> {
  if (of !== null) return []
  const judge = (gone: Gone, year: number | null): Pace => ({
    ...gone,
    year,
    standing: standingAgainst(done, wanted, gone),
  })
  const calendar = judge(calendarPace(span, asked.asOf), null)
  if (targetKindRule(target.kind).years === 'TOGETHER' || isForPart(target)) return [calendar]
  const earlier = await earlierYears(ctx, target.organization, target.indicator, asked)
  return [calendar, ...earlier.flatMap(({ year, ...gone }) => (gone.whole > 0 ? [judge(gone, year)] : []))]
}
