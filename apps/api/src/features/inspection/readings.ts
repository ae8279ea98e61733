import {
  findIndicator,
  sameDayLastYear,
  yearOf,
  type Day,
  type OrganizationQuery,
  type QueryComparison,
  type QueryCondition,
} from '@seedbed/shared'
import { questionOf, type FiguresQuestion } from '../figures/question.js'

/** Figures of one period that a question reads of every unit. */
export interface Reading {
  question: FiguresQuestion
  indicators: Set<string>
}

/** Days of a period so many years before. */
export function yearsBefore(from: Day, asOf: Day, years: number): { from: Day; asOf: Day } {
  let [first, last] = [from, asOf]
  for (let year = 0; year < years; year += 1) [first, last] = [sameDayLastYear(first), sameDayLastYear(last)]
  return { from: first, asOf: last }
}

export const readingKey = (from: Day, asOf: Day) => `${from} ${asOf}`

/** Every comparison of a condition, however deep. */
export function comparisonsIn(condition: QueryCondition | null | undefined): QueryComparison[] {
  if (!condition) return []
  const { compare, all, any } = condition
  return [...(compare ? [compare] : []), ...[...(all ?? []), ...(any ?? [])].flatMap(comparisonsIn)]
}

/** A period with the indicators that are read of it. */
interface Wanted {
  from: Day
  asOf: Day
  indicators: Set<string>
}

function periodsOf(query: OrganizationQuery): Map<string, Wanted> {
  const periods = new Map<string, Wanted>()
  const want = ({ from, asOf }: { from: Day; asOf: Day }, indicators: readonly string[]) => {
    const key = readingKey(from, asOf)
    const wanted = periods.get(key) ?? { from, asOf, indicators: new Set<string>() }
    for (const id of indicators) wanted.indicators.add(id)
    periods.set(key, wanted)
  }
  want(query, [...query.indicators, ...(query.orderBy ?? []).flatMap(({ indicator }) => indicator ?? [])])
  for (const one of comparisonsIn(query.where)) {
    for (let back = 0; back < (one.years ?? 1); back += 1) {
      want(yearsBefore(one.from ?? query.from, one.asOf ?? query.asOf, back), [one.indicator])
      if (one.to === 'INDICATOR' && one.other) want(yearsBefore(query.from, query.asOf, back), [one.other])
    }
  }
  return periods
}

/** Every reading of a question by its period, each once, the period of the columns first. All are by one tree. */
export function readingsOf(query: OrganizationQuery): Map<string, Reading> {
  const { perimeter, countBasis, targetKind, memberBase, rounding } = query
  const treeAt = perimeter === 'RECORDED' ? null : (query.treeAt ?? query.asOf)
  const common = { perimeter, treeAt, countBasis, targetKind, memberBase, rounding }
  const asked = Object.fromEntries(Object.entries(common).filter(([, value]) => value !== undefined))
  return new Map(
    [...periodsOf(query)].map(([key, { from, asOf, indicators }]) => [
      key,
      { indicators, question: questionOf({ from, asOf, indicators: [...indicators], ...asked }) },
    ]),
  )
}

/** Whether an indicator reads what cannot be told as known on an earlier day. */
export function needsMoreThanEntries(id: string): boolean {
  const { state, numerator, denominator } = findIndicator(id) ?? {}
  return state !== undefined || numerator?.target !== undefined || denominator?.target !== undefined
}

/** The years that a question reads of each unit: those of every period, and one for what they carry on. */
export function yearsRead(readings: ReadonlyMap<string, Reading>, knownOn: Day | null): number {
  let years = 0
  for (const { question } of readings.values())
    years += yearOf(question.asOf) - yearOf(question.from) + 2 + (knownOn === null ? 0 : 10)
  return years
}
