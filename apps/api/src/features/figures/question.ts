import {
  findIndicator,
  LIMITS,
  OPEN_END,
  yearOf,
  type CountBasis,
  type Day,
  type Indicator,
  type MeasureId,
  type MemberBase,
  type Perimeter,
  type Rounding,
  type TargetKind,
} from '@seedbed/shared'
import { invalidInput } from '../../errors/errors.js'
import { withMemberBase, type BaseDay } from './base.js'

/** What is asked of a unit, as it comes in: days inclusive, indicators by id. */
export interface FiguresInput {
  from: Day
  asOf: Day
  indicators: readonly string[]
  countBasis?: CountBasis | null
  perimeter?: Perimeter | null
  treeAt?: Day | null
  targetKind?: TargetKind | null
  rounding?: Rounding | null
  memberBase?: MemberBase | null
}

/** The same with every default filled in. */
export interface FiguresQuestion {
  from: Day
  asOf: Day
  indicators: readonly Indicator[]
  basis: CountBasis
  perimeter: Perimeter
  /** The day whose tree decides: RESTATED as asked, RECORDED the as-of date. */
  treeAt: Day
  targetKind: TargetKind | null
  rounding: Rounding | null
  /** Where the members of a rate are read that its sums do not tell. */
  base: BaseDay
}

/** Columns of the ledger that a question reads: flows of the period, stocks at its end and before its beginning. */
export interface MeasuresRead {
  flows: readonly MeasureId[]
  stocks: readonly MeasureId[]
  before: readonly MeasureId[]
}

/**
 * Fills in the defaults and refuses (INVALID_INPUT with the field) an as-of date before `from` or in the last of all years, unknown indicators,
 * too many of them, and impossible decimals.
 */
export function questionOf(input: FiguresInput): FiguresQuestion {
  if (input.asOf < input.from) throw invalidInput('asOf', 'lies before from')
  if (yearOf(input.asOf) >= yearOf(OPEN_END)) throw invalidInput('asOf', 'lies beyond all years')
  if (input.indicators.length === 0 || input.indicators.length > LIMITS.indicators)
    throw invalidInput('indicators', `must name 1 to ${LIMITS.indicators} indicators`)
  const rounding = input.rounding ?? null
  if (
    rounding &&
    !(Number.isInteger(rounding.decimals) && rounding.decimals >= 0 && rounding.decimals <= LIMITS.decimals)
  )
    throw invalidInput('rounding.decimals', `must be 0 to ${LIMITS.decimals}`)
  const perimeter = input.perimeter ?? 'RESTATED'
  const indicators = input.indicators.map((id) => {
    const indicator = findIndicator(id)
    if (!indicator) throw invalidInput('indicators', `unknown indicator ${id.slice(0, 40)}`)
    return indicator
  })
  return {
    from: input.from,
    asOf: input.asOf,
    ...withMemberBase(indicators, input.memberBase ?? 'PREVIOUS_YEAR_END', input),
    basis: input.countBasis ?? 'DECISION',
    perimeter,
    treeAt: perimeter === 'RESTATED' ? (input.treeAt ?? input.asOf) : input.asOf,
    targetKind: input.targetKind ?? null,
    rounding,
  }
}

/** The columns behind the indicators, each once; the member base is read beside them. */
export function measuresOf(indicators: readonly Indicator[]): MeasuresRead {
  const read = {
    PERIOD: new Set<MeasureId>(),
    AS_OF: new Set<MeasureId>(),
    BEFORE: new Set<MeasureId>(),
    BASE: new Set<MeasureId>(),
  }
  for (const { numerator, denominator } of indicators) {
    for (const term of [...numerator.terms, ...(denominator?.terms ?? [])]) read[term.at].add(term.measure)
  }
  return { flows: [...read.PERIOD], stocks: [...read.AS_OF], before: [...read.BEFORE] }
}
