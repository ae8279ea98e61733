import type { AskedUnit } from './asked.repository.js'
import { medianOf } from './judge.js'

export type MedianSide = 'ABOVE' | 'AT' | 'BELOW'

/** Where a unit stands by the value that it is sorted by. */
export interface Standing {
  rank: number | null
  medianSide: MedianSide | null
}

/** Places of values in their order, ties alike: 1, 2, 2, 4. What has no value has no place. */
export function ranksOf(values: ReadonlyArray<number | null>): Array<number | null> {
  const ranks: Array<number | null> = []
  values.forEach((value, index) => {
    const tied = index > 0 && value === values[index - 1]
    ranks.push(value === null ? null : tied ? (ranks[index - 1] as number) : index + 1)
  })
  return ranks
}

/** The side of the median of its tier, over all units that are asked, on which the value of each lies. */
export function medianSides(
  units: readonly AskedUnit[],
  column: Float64Array,
): (tier: string, value: number | null) => MedianSide | null {
  const medians = new Map<string, number>()
  return (tier, value) => {
    if (value === null) return null
    const known = medians.get(tier)
    const median =
      known ?? medianOf(units.flatMap((unit, index) => (unit.tier === tier ? [column[index] as number] : [])))
    medians.set(tier, median)
    return value > median ? 'ABOVE' : value < median ? 'BELOW' : 'AT'
  }
}
