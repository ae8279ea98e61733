import {
  addDays,
  writtenDay,
  yearOf,
  type Day,
  type Indicator,
  type MemberBase,
  type Quantity,
  type Term,
} from '@seedbed/shared'

/** The day on whose end the base is read beside the sums: a day, the term's (by unit), or none needed. */
export type BaseDay = { on: Day } | 'TERM_START' | null

interface Base {
  terms: Term[]
  over?: 2
  /** What has to be read beside the sums of the question. */
  beside: BaseDay
}

const members = (at: Term['at']): Term => ({ sign: 1, measure: 'members', at })

/** 31 December before the first day of a period. */
export function previousYearEnd(from: Day): Day {
  return `${String(yearOf(from) - 1).padStart(4, '0')}-12-31`
}

/** Reads the base from sums that the question has anyway where the days are the same. */
function baseOf(memberBase: MemberBase, from: Day): Base {
  if (memberBase === 'AS_OF') return { terms: [members('AS_OF')], beside: null }
  if (memberBase === 'TERM_START') return { terms: [members('BASE')], beside: 'TERM_START' }
  const end = previousYearEnd(from)
  const atEve = end === addDays(from, -1)
  const first = members(atEve ? 'BEFORE' : 'BASE')
  const beside = atEve ? null : { on: end }
  if (memberBase === 'AVERAGE') return { terms: [first, members('AS_OF')], over: 2, beside }
  return { terms: [first], beside }
}

/** How a sentence names the base; that of a term is named where the term is known. */
function nameOfBase(memberBase: MemberBase, from: Day, asOf: Day): string {
  const end = writtenDay(previousYearEnd(from))
  switch (memberBase) {
    case 'PREVIOUS_YEAR_END':
      return `đảng viên đến ${end}`
    case 'AS_OF':
      return `đảng viên đến ${writtenDay(asOf)}`
    case 'AVERAGE':
      return `đảng viên bình quân của ${end} và ${writtenDay(asOf)}`
    case 'TERM_START':
      return 'đảng viên đầu nhiệm kỳ'
  }
}

/** The indicators with the member base of the question put in, and what has to be read beside their sums. */
export function withMemberBase(
  indicators: readonly Indicator[],
  memberBase: MemberBase,
  { from, asOf }: { from: Day; asOf: Day },
): { indicators: Indicator[]; base: BaseDay } {
  const { terms, over, beside } = baseOf(memberBase, from)
  let asked = false
  const put = (quantity: Quantity): Quantity => {
    if (!quantity.terms.some(({ at }) => at === 'BASE')) return quantity
    asked = true
    const vi = nameOfBase(memberBase, from, asOf)
    const name = { vi, en: quantity.label.en }
    return { ...quantity, name, terms, ...(over === undefined ? {} : { over }) }
  }
  const placed = indicators.map((one) =>
    one.denominator ? { ...one, denominator: put(one.denominator) } : one,
  )
  return { indicators: placed, base: asked ? beside : null }
}
