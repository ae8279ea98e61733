import {
  addDays,
  DIMENSION_CODES,
  DIMENSIONS,
  findIndicator,
  type CountBasis,
  type Day,
  type DimensionCode,
  type Indicator,
  type MeasureId,
  type Perimeter,
  type Rounding,
} from '@seedbed/shared'
import { invalidInput } from '../../errors/errors.js'
import { questionOf } from '../figures/question.js'
import type { Crossing, CrossTerm } from './crossing.statement.js'

/** What is asked, as it comes in: days inclusive, one indicator of persons, dimensions by code. */
export interface CrossInput {
  from: Day
  asOf: Day
  indicator: string
  groupSetId?: string | null
  countBasis?: CountBasis | null
  perimeter?: Perimeter | null
  treeAt?: Day | null
  rounding?: Rounding | null
}

/** The same, understood: what is summed and how it is rounded. */
export interface CrossQuestion {
  indicator: Indicator
  crossing: Omit<Crossing, 'unit' | 'rows' | 'columns' | 'groupSet'>
  /** The day on which the unit must live; members at the start are read on the day before `from`. */
  shownOn: Day
  rounding: Rounding | null
}

function isDimension(code: string): code is DimensionCode {
  return Object.hasOwn(DIMENSIONS, code)
}

/**
 * Fills in the defaults. Refuses (INVALID_INPUT) what questionOf refuses, an unknown indicator, and one that is no number of
 * persons at one time: shares, targets, states, and sums of numbers read on different days.
 */
export function crossQuestionOf(input: CrossInput): CrossQuestion {
  const { indicator: id, groupSetId: _, ...rest } = input
  if (!findIndicator(id)) throw invalidInput('indicator', `unknown indicator ${id.slice(0, 40)}`)
  const { indicators, ...question } = questionOf({ ...rest, indicators: [id] })
  const [indicator] = indicators as [Indicator]
  const { numerator, denominator, state } = indicator
  const [first, ...others] = numerator.terms
  if (
    !first ||
    denominator ||
    state ||
    numerator.target !== undefined ||
    others.some(({ at }) => at !== first.at)
  )
    throw invalidInput('indicator', 'counts no persons that could be crossed')
  const terms = numerator.terms.map(({ sign, measure }): CrossTerm => ({ sign, measure }))
  const sort = first.at === 'PERIOD' ? ('FLOW' as const) : ('STOCK' as const)
  const to = first.at === 'BEFORE' ? addDays(question.from, -1) : question.asOf
  const treeAt = question.perimeter === 'RECORDED' ? to : question.treeAt
  return {
    indicator,
    crossing: {
      sort,
      from: question.from,
      to,
      basis: question.basis,
      perimeter: question.perimeter,
      treeAt,
      terms,
    },
    shownOn: question.treeAt,
    rounding: question.rounding,
  }
}

/** Stocks of members: candidates have neither years of membership nor probation. */
const ofMembers: ReadonlySet<string> = new Set<MeasureId>(['members', 'probationaryMembers'])

/**
 * The dimension of that code. Refuses an unknown one, one that only members on a day have for anything else, and groups
 * without their set.
 */
export function dimensionOf(
  field: string,
  code: string,
  { crossing }: CrossQuestion,
  groupSet: string | null | undefined,
): DimensionCode {
  if (!isDimension(code)) throw invalidInput(field, `unknown: one of ${DIMENSION_CODES.join(', ')}`)
  if (DIMENSIONS[code].stocksOnly && crossing.sort === 'FLOW')
    throw invalidInput(field, 'only members on a day have it')
  if (DIMENSIONS[code].stocksOnly && !crossing.terms.every(({ measure }) => ofMembers.has(measure)))
    throw invalidInput(field, 'only members have it')
  if (code === 'GROUP' && !groupSet) throw invalidInput('groupSetId', 'is needed to ask by group')
  return code
}
