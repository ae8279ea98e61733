import {
  formatNumber,
  formatPercent,
  fullYearsBetween,
  roundRatio,
  type Day,
  type Indicator,
  type MeasureVector,
  type NoValueReason,
  type Quantity,
  type Rounding,
} from '@seedbed/shared'
import type { Sums } from './figures.repository.js'
import { namesOf, type FigureNames } from './names.js'
import type { FiguresQuestion } from './question.js'

/**
 * An answer: raw whole numbers, the rounded value, its Vietnamese text, and what it is made of. Where there is no
 * value, the reason. The denominator is not whole only where it is an average.
 */
export interface Figure extends FigureNames {
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  text: string
  reason?: NoValueReason | null
}

export const NO_VALUE = '–'

/** All figures have the same properties in the same order: pages with thousands of them are answered the faster. */
const unnamed: FigureNames = { numeratorName: undefined, denominatorName: undefined }

const readsBase = ({ terms }: Quantity) => terms.some(({ at }) => at === 'BASE')

/** Why a quantity has no amount. */
function missing(quantity: Quantity, sums: Sums, target: number | null): NoValueReason | null {
  if (quantity.target !== undefined && target === null) return 'NO_TARGET'
  if (sums.base === null && readsBase(quantity)) return 'NO_TERM'
  return null
}

function amountOf(quantity: Quantity, sums: Sums, target: number | null): number {
  const read = { PERIOD: sums.flows, AS_OF: sums.stocks, BEFORE: sums.before, BASE: sums.base ?? {} }
  const terms = quantity.terms.reduce(
    (sum, { sign, measure, at }) => sum + sign * ((read[at] as MeasureVector)[measure] ?? 0),
    0,
  )
  return terms + (quantity.target ?? 0) * (target ?? 0)
}

/**
 * One indicator from whole sums, computed after summing: a percentage from numerator and denominator as they stand,
 * a denominator of 0 (or none) gives null and "–", with the reason. Never capped.
 */
export function figureOf(
  indicator: Indicator,
  sums: Sums,
  target: number | null,
  rounding: Rounding,
  asOf: Day,
  names?: FigureNames,
): Figure {
  const { id, state, numerator, denominator } = indicator
  if (state) return countOf(id, yearsSince(sums.lastAdmission, asOf), 'NO_ADMISSION', names)
  const without = missing(numerator, sums, target)
  const counted = without ? null : amountOf(numerator, sums, target)
  if (!denominator) return countOf(id, counted, without, names)
  const against = without ?? missing(denominator, sums, target)
  const whole = against ? null : amountOf(denominator, sums, target) / (denominator.over ?? 1)
  const base = readsBase(denominator) ? sums.base?.name : undefined
  const named = names && base ? { numeratorName: names.numeratorName, denominatorName: base } : names
  const figure = percentOf(id, counted, whole, rounding, named)
  if (against) figure.reason = against
  return figure
}

/**
 * The number of an indicator as it is compared and sorted by: before rounding, a percentage as numerator × 100 by
 * denominator; null where the figure has no value.
 */
export function rawValueOf(
  { state, numerator, denominator }: Indicator,
  sums: Sums,
  target: number | null,
  asOf: Day,
): number | null {
  if (state) return yearsSince(sums.lastAdmission, asOf)
  if (missing(numerator, sums, target)) return null
  const count = amountOf(numerator, sums, target)
  if (!denominator) return count
  if (missing(denominator, sums, target)) return null
  const whole = amountOf(denominator, sums, target) / (denominator.over ?? 1)
  return whole > 0 ? (count * 100) / whole : null
}

/**
 * A percentage from two whole numbers (or an average of two); without one of them, of nothing, or of less than
 * nothing it has no value.
 */
export function percentOf(
  id: string,
  numerator: number | null,
  denominator: number | null,
  rounding: Rounding,
  names?: FigureNames,
): Figure {
  const isRatio = numerator !== null && denominator !== null
  const value = isRatio && denominator > 0 ? roundRatio(numerator, denominator, rounding) : null
  const text = value === null ? NO_VALUE : formatPercent(value, rounding)
  const without = denominator === 0 ? 'ZERO_DENOMINATOR' : 'NEGATIVE_DENOMINATOR'
  const reason = isRatio && denominator <= 0 ? without : null
  return { indicator: id, numerator, denominator, value, text, reason, ...(names ?? unnamed) }
}

function yearsSince(day: Day | null, asOf: Day): number | null {
  return day === null ? null : fullYearsBetween(day, asOf)
}

function countOf(
  id: string,
  count: number | null,
  without: NoValueReason | null,
  names: FigureNames | undefined,
): Figure {
  const text = count === null ? NO_VALUE : formatNumber(count, 0)
  const reason = count === null ? without : null
  const named = names ? { numeratorName: names.numeratorName, denominatorName: undefined } : unnamed
  return { indicator: id, numerator: count, denominator: null, value: count, text, reason, ...named }
}

/** Makes the figures of a question, in its order, from sums; what they are made of is named once. */
export function figuresFor(
  question: Pick<FiguresQuestion, 'indicators' | 'from' | 'asOf' | 'targetKind'>,
  rounding: Rounding,
): (sums: Sums, target: number | null) => Figure[] {
  const named = question.indicators.map((one) => [one, namesOf(one, question)] as const)
  return (sums, target) =>
    named.map(([one, names]) => figureOf(one, sums, target, rounding, question.asOf, names))
}

/** Adds sums up: flows and stocks add, the last admission is the latest. */
export function addSums(all: readonly Sums[]): Sums {
  const total: Sums = { flows: {}, stocks: {}, before: {}, lastAdmission: null }
  for (const sums of all) {
    for (const part of ['flows', 'stocks', 'before'] as const) {
      for (const [id, amount] of Object.entries(sums[part])) {
        const key = id as keyof Sums['flows']
        total[part][key] = (total[part][key] ?? 0) + amount
      }
    }
    if (
      sums.lastAdmission !== null &&
      (total.lastAdmission === null || sums.lastAdmission > total.lastAdmission)
    )
      total.lastAdmission = sums.lastAdmission
    if (sums.base) total.base = { ...sums.base, members: sums.base.members + (total.base?.members ?? 0) }
    else if (sums.base === null) total.base ??= null
  }
  return total
}
