import {
  addDays,
  nameOf,
  TARGET_KINDS,
  writtenDay,
  yearOf,
  type Day,
  type Indicator,
  type Quantity,
  type TargetKind,
} from '@seedbed/shared'

/** What a figure is made of, as a Vietnamese sentence names it. */
export interface FigureNames {
  numeratorName?: string | undefined
  denominatorName?: string | null | undefined
}

interface Asked {
  from: Day
  asOf: Day
  targetKind: TargetKind | null
}

function nameOfTarget({ from, asOf, targetKind }: Asked): string {
  const kind = targetKind === null ? 'chỉ tiêu' : TARGET_KINDS[targetKind].vi.replace('Chỉ', 'chỉ')
  const [first, last] = [yearOf(from), yearOf(asOf)]
  return first === last ? `${kind} năm ${first}` : `${kind} các năm ${first}-${last}`
}

function nameOfQuantity(quantity: Quantity, asked: Asked): string {
  if (quantity.target !== undefined && quantity.terms.length === 0) return nameOfTarget(asked)
  const [first, second] = quantity.terms
  if (quantity.name || !first || second) return nameOf(quantity)
  if (first.at === 'AS_OF') return `${nameOf(quantity)} đến ${writtenDay(asked.asOf)}`
  if (first.at === 'BEFORE') return `đảng viên đến ${writtenDay(addDays(asked.from, -1))}`
  return nameOf(quantity)
}

/** Names numerator and denominator with their days and years, so that no percentage leaves open what it is of. */
export function namesOf({ numerator, denominator }: Indicator, asked: Asked): FigureNames {
  return {
    numeratorName: nameOfQuantity(numerator, asked),
    denominatorName: denominator ? nameOfQuantity(denominator, asked) : null,
  }
}
