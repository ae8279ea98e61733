import { targetKindRule, type TargetKind } from '@seedbed/shared'
import type { TargetAmount } from './target.repository.js'

/**
 * Pure: the sum over the years of the first kind that each year has; null when no year has any. What is for all the
 * years of a term together counts once, whole. Never prorated.
 */
export function sumOfYears(
  rows: readonly TargetAmount[],
  years: { from: number; to: number },
  kinds: readonly TargetKind[],
): number | null {
  const together = rows.filter(
    ({ kind }) => kinds.includes(kind) && targetKindRule(kind).years === 'TOGETHER',
  )
  let sum = together.length === 0 ? null : together.reduce((total, { amountMin }) => total + amountMin, 0)
  const yearly = rows.filter(({ kind }) => targetKindRule(kind).years !== 'TOGETHER')
  for (let year = years.from; year <= years.to && yearly.length > 0; year += 1) {
    const inYear = yearly.filter(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo)
    const kind = kinds.find((one) => inYear.some((row) => row.kind === one))
    const target = inYear.find((row) => row.kind === kind)
    if (target) sum = (sum ?? 0) + target.amountMin
  }
  return sum
}
