import type { CompareOperator, OrganizationQuery, QueryComparison, QueryCondition } from '@seedbed/shared'
import type { AskedUnit } from './asked.repository.js'
import { keyOfText } from './asked.repository.js'
import type { PeriodRead } from './figures-read.service.js'
import { readingKey, yearsBefore } from './readings.js'

/** Whether the unit at a position fulfils something. */
export type Test = (index: number) => boolean

/** What conditions are judged by: units in the order of the columns, and everything that was read of them. */
export interface Judgement {
  query: OrganizationQuery
  units: readonly AskedUnit[]
  /** Position of the unit above each, −1 where its figures may not be read or there is none. */
  parents: Int32Array
  periods: ReadonlyMap<string, PeriodRead>
  /** Units (internal ids) of which each fact of the question holds, by its JSON. */
  facts: ReadonlyMap<string, ReadonlySet<number>>
}

const holds: Record<
  Exclude<CompareOperator, 'BETWEEN' | 'MISSING' | 'PRESENT'>,
  (a: number, b: number) => boolean
> = {
  MORE: (a, b) => a > b,
  AT_LEAST: (a, b) => a >= b,
  LESS: (a, b) => a < b,
  AT_MOST: (a, b) => a <= b,
  EQUAL: (a, b) => a === b,
  NOT_EQUAL: (a, b) => !Number.isNaN(a) && !Number.isNaN(b) && a !== b,
}

/** The median of the values that there are; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The median of each tier over the units that are asked. */
function mediansByTier(units: readonly AskedUnit[], values: Float64Array): Map<string, number> {
  const byTier = new Map<string, number[]>()
  units.forEach(({ tier }, index) => {
    const known = byTier.get(tier)
    if (known) known.push(values[index] as number)
    else byTier.set(tier, [values[index] as number])
  })
  return new Map([...byTier].map(([tier, all]) => [tier, medianOf(all)]))
}

function columnOf(
  { periods }: Judgement,
  { from, asOf }: { from: string; asOf: string },
  id: string,
): Float64Array {
  const period = periods.get(readingKey(from, asOf))
  if (!period) throw new Error(`Not read: ${from} to ${asOf}`)
  return period.column(id)
}

/** What the figure of a unit is compared with, so many years back. */
function otherSide(judgement: Judgement, one: QueryComparison, own: Float64Array, back: number): Amount {
  const { query, units, parents } = judgement
  const factor = one.factor ?? 1
  switch (one.to ?? 'NUMBER') {
    case 'NUMBER':
      return () => Number(one.number)
    case 'INDICATOR': {
      const other = columnOf(judgement, yearsBefore(query.from, query.asOf, back), one.other as string)
      return (index) => (other[index] as number) * factor
    }
    case 'PARENT':
      return (index) => {
        const parent = parents[index] as number
        return parent < 0 ? Number.NaN : (own[parent] as number) * factor
      }
    case 'PEERS_MEDIAN': {
      const medians = mediansByTier(units, own)
      return (index) => (medians.get(units[index]?.tier ?? '') ?? Number.NaN) * factor
    }
  }
}

/** The number that stands at a position. */
type Amount = (index: number) => number

function comparedInYear(judgement: Judgement, one: QueryComparison, back: number): Test {
  const { query } = judgement
  const period = yearsBefore(one.from ?? query.from, one.asOf ?? query.asOf, back)
  const own = columnOf(judgement, period, one.indicator)
  const value: Amount = (index) => own[index] as number
  const { operator } = one
  if (operator === 'MISSING') return (index) => Number.isNaN(value(index))
  if (operator === 'PRESENT') return (index) => !Number.isNaN(value(index))
  if (operator === 'BETWEEN')
    return (index) => value(index) >= Number(one.number) && value(index) <= Number(one.upTo)
  const other = otherSide(judgement, one, own, back)
  return (index) => holds[operator](value(index), other(index))
}

function leafOf(judgement: Judgement, { compare, name, fact }: QueryCondition): Test {
  const { units, facts } = judgement
  if (compare) {
    const years = Array.from({ length: compare.years ?? 1 }, (_, back) =>
      comparedInYear(judgement, compare, back),
    )
    return (index) => years.every((test) => test(index))
  }
  if (fact) {
    const found = facts.get(JSON.stringify(fact))
    return (index) => found?.has(units[index]?.id ?? 0) ?? false
  }
  const wanted = keyOfText(name ?? '')
  return (index) => units[index]?.searchKey.includes(wanted) ?? false
}

/** A condition as a test of the units at their positions. */
export function testOf(judgement: Judgement, condition: QueryCondition): Test {
  const { all, any } = condition
  if (all) {
    const tests = all.map((one) => testOf(judgement, one))
    return (index) => tests.every((test) => test(index))
  }
  if (any) {
    const tests = any.map((one) => testOf(judgement, one))
    return (index) => tests.some((test) => test(index))
  }
  return leafOf(judgement, condition)
}
