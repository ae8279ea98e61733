import { findIndicator } from './indicators.js'
import type { QueryComparison, QueryCondition } from './inspection-query.js'

/** What a value may be: between two numbers, with the ends or without. */
interface Span {
  low: number
  high: number
  lowOpen: boolean
  highOpen: boolean
}

const everything: Span = { low: -Infinity, high: Infinity, lowOpen: false, highOpen: false }

/** Numbers that can fall below zero: differences. Everything else counts persons or years, or is a share of such. */
function canBeNegative(id: string): boolean {
  const { numerator, denominator } = findIndicator(id) ?? {}
  return [numerator, denominator].some(
    (quantity) => quantity && (quantity.target === -1 || quantity.terms.some(({ sign }) => sign === -1)),
  )
}

const isWhole = (id: string) => findIndicator(id)?.unit !== 'PERCENT'

function spanOf({ operator, number, upTo }: QueryComparison): Span | null {
  const bound = Number(number)
  switch (operator) {
    case 'MORE':
      return { ...everything, low: bound, lowOpen: true }
    case 'AT_LEAST':
      return { ...everything, low: bound }
    case 'LESS':
      return { ...everything, high: bound, highOpen: true }
    case 'AT_MOST':
      return { ...everything, high: bound }
    case 'EQUAL':
      return { ...everything, low: bound, high: bound }
    case 'BETWEEN':
      return { ...everything, low: bound, high: Number(upTo) }
    default:
      return null
  }
}

function both(a: Span, b: Span): Span {
  const [lower, upper] = [a.low > b.low ? a : b, a.high < b.high ? a : b]
  return {
    low: lower.low,
    high: upper.high,
    lowOpen: [a, b].some(({ low, lowOpen }) => low === lower.low && lowOpen),
    highOpen: [a, b].some(({ high, highOpen }) => high === upper.high && highOpen),
  }
}

/** Whether no value lies in the span; of whole numbers there may be none between two that are close. */
function isEmpty({ low, high, lowOpen, highOpen }: Span, whole: boolean): boolean {
  if (low > high || (low === high && (lowOpen || highOpen))) return true
  if (!whole || !Number.isFinite(low) || !Number.isFinite(high)) return false
  const least = lowOpen ? Math.floor(low) + 1 : Math.ceil(low)
  const most = highOpen ? Math.ceil(high) - 1 : Math.floor(high)
  return least > most
}

const isNumber = ({ to }: QueryComparison) => (to ?? 'NUMBER') === 'NUMBER'

/** Comparisons of the same figure of the same period hold together or not at all. */
const keyOf = ({ indicator, from, asOf }: QueryComparison) => JSON.stringify([indicator, from, asOf])

function startOf(id: string): Span {
  return canBeNegative(id) ? everything : { ...everything, low: 0 }
}

/** The place of a condition that no unit can ever fulfil; null where there is none. */
export function impossibleIn(field: string, condition: QueryCondition): string | null {
  const { compare, all, any } = condition
  if (compare) return neverHolds(compare) ? `${field}.compare` : null
  const list = all ?? any ?? []
  const kind = all ? 'all' : 'any'
  for (const [index, one] of list.entries()) {
    const found = impossibleIn(`${field}.${kind}.${index}`, one)
    if (found) return found
  }
  return all ? contradictionIn(field, all) : null
}

function neverHolds(compare: QueryComparison): boolean {
  const span = isNumber(compare) ? spanOf(compare) : null
  if (!span) return false
  return isEmpty(both(startOf(compare.indicator), span), isWhole(compare.indicator))
}

/** Comparisons side by side of which one rules the other out. */
function contradictionIn(field: string, list: readonly QueryCondition[]): string | null {
  const spans = new Map<string, Span>()
  const presence = new Map<string, Set<boolean>>()
  for (const [index, { compare }] of list.entries()) {
    if (!compare) continue
    const key = keyOf(compare)
    const known = presence.get(key) ?? new Set<boolean>()
    presence.set(key, known.add(compare.operator !== 'MISSING'))
    if (known.size > 1) return `${field}.all.${index}.compare`
    const span = isNumber(compare) ? spanOf(compare) : null
    if (!span) continue
    const together = both(spans.get(key) ?? startOf(compare.indicator), span)
    if (isEmpty(together, isWhole(compare.indicator))) return `${field}.all.${index}.compare`
    spans.set(key, together)
  }
  return null
}
