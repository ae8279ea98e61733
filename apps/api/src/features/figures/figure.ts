import {
  formatNumber,
  formatPercent,
  fullYearsBetween,
  roundRatio,
  type Day,
  type Indicator,
  type Quantity,
  type Rounding,
} from '@seedbed/shared'
import type { Sums } from './figures.repository.js'

/** An answer: raw whole numbers, the rounded value, and its Vietnamese text. Null where there is none. */
export interface Figure {
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  text: string
}

export const NO_VALUE = '–'

function amountOf(quantity: Quantity, sums: Sums, target: number | null): number | null {
  if (quantity.target !== undefined && target === null) return null
  const read = { PERIOD: sums.flows, AS_OF: sums.stocks, BEFORE: sums.before }
  const terms = quantity.terms.reduce(
    (sum, { sign, measure, at }) => sum + sign * (read[at][measure] ?? 0),
    0,
  )
  return terms + (quantity.target ?? 0) * (target ?? 0)
}

/**
 * One indicator from whole sums, computed after summing: a percentage from numerator and denominator as they stand,
 * a denominator of 0 (or none) gives null and "–". Never capped.
 */
export function figureOf(
  indicator: Indicator,
  sums: Sums,
  target: number | null,
  rounding: Rounding,
  asOf: Day,
): Figure {
  if (indicator.state) return stateOf(indicator, sums, asOf)
  const numerator = amountOf(indicator.numerator, sums, target)
  if (!indicator.denominator) return countOf(indicator.id, numerator)
  return percentOf(indicator.id, numerator, amountOf(indicator.denominator, sums, target), rounding)
}

/** A percentage from two whole numbers; without one of them, or of nothing, it has no value. */
export function percentOf(
  id: string,
  numerator: number | null,
  denominator: number | null,
  rounding: Rounding,
): Figure {
  const value =
    numerator === null || denominator === null ? null : roundRatio(numerator, denominator, rounding)
  const text = value === null ? NO_VALUE : formatPercent(value, rounding)
  return { indicator: id, numerator, denominator, value, text }
}

function stateOf(indicator: Indicator, sums: Sums, asOf: Day): Figure {
  return countOf(
    indicator.id,
    sums.lastAdmission === null ? null : fullYearsBetween(sums.lastAdmission, asOf),
  )
}

function countOf(id: string, count: number | null): Figure {
  const text = count === null ? NO_VALUE : formatNumber(count, 0)
  return { indicator: id, numerator: count, denominator: null, value: count, text }
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
  }
  return total
}
