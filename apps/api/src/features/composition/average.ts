import { formatNumber, roundRatio, UNKNOWN, type DimensionCode, type Rounding } from '@seedbed/shared'
import { NO_VALUE, type Figure } from '../figures/figure.js'
import type { CrossSum } from './crossing.repository.js'

/**
 * Average age, or average years of membership, of those whose age is known: the sum of full years and the number of
 * persons, divided last. Null for a dimension that is no number.
 */
export function averageYears(
  dimension: DimensionCode,
  sums: readonly CrossSum[],
  rounding: Rounding,
): Figure | null {
  if (dimension !== 'AGE_BAND' && dimension !== 'YEARS_OF_MEMBERSHIP') return null
  const known = sums.filter(({ row }) => row !== UNKNOWN)
  const numerator = known.reduce((all, { years }) => all + years, 0)
  const denominator = known.reduce((all, { count }) => all + count, 0)
  const value = roundRatio(numerator, denominator, rounding, 1)
  const text = value === null ? NO_VALUE : formatNumber(value, rounding.decimals)
  return { indicator: 'average', numerator, denominator, value, text }
}
