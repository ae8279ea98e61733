import {
  isDay,
  sameDayLastYear,
  writtenDay,
  type ComparedWith,
  type Day,
  type Indicator,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { figuresOf, refuseOutOfLife, roundingFor } from '../figures/figures.service.js'
import { questionOf, type FiguresInput, type FiguresQuestion } from '../figures/question.js'
import { refuseUnless } from '../../policy/may.js'
import { findOrganization, type OrganizationOnDay } from '../organizations/organization.service.js'

/** What the figures of a unit are compared with; both days are inclusive. */
export interface Comparison {
  figures: FiguresInput
  with: ComparedWith
  /** PERIOD: the other period. */
  from?: Day | null
  asOf?: Day | null
  /** UNIT: outer id of the other unit. */
  organizationId?: string | null
}

/** A figure now and then. The difference is in persons, percentage points or years, of the values as shown. */
export interface ComparedFigure {
  indicator: string
  now: Figure
  then: Figure
  difference: number | null
  /** How much more or less, of what it was then; for numbers of persons only. */
  differencePercent: Figure | null
}

/** The other side of a comparison: which unit is asked what. */
interface Other {
  unit: OrganizationOnDay
  input: FiguresInput
  /** How a sentence names where a flow was counted then. */
  where: string
}

function refuseForeign(comparison: Comparison): void {
  const { with: kind, from, asOf, organizationId } = comparison
  const given = (value: unknown) => value !== undefined && value !== null
  for (const [field, value] of [['from', from] as const, ['asOf', asOf] as const]) {
    if (kind === 'PERIOD' && !given(value)) throw invalidInput(field, 'is needed to compare with a period')
    if (kind !== 'PERIOD' && given(value)) throw invalidInput(field, 'only a comparison with a period has it')
  }
  if (kind === 'UNIT' && !given(organizationId))
    throw invalidInput('organizationId', 'is needed to compare with a unit')
  if (kind !== 'UNIT' && given(organizationId))
    throw invalidInput('organizationId', 'only a comparison with a unit has it')
}

/** Half a sentence about the days of a flow. */
const period = (from: Day, asOf: Day) => ` từ ${writtenDay(from)} đến ${writtenDay(asOf)}`

async function otherOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  comparison: Comparison,
  { from, asOf, perimeter, treeAt }: FiguresQuestion,
): Promise<Other> {
  const { figures } = comparison
  if (comparison.with === 'UNIT') {
    const other = await findOrganization(ctx, comparison.organizationId ?? '', treeAt)
    await refuseUnless(ctx, 'figures.read', other.id)
    return { unit: other, input: figures, where: ` của ${other.name}` }
  }
  const days =
    comparison.with === 'PERIOD'
      ? { from: comparison.from ?? from, asOf: comparison.asOf ?? asOf }
      : { from: sameDayLastYear(from), asOf: sameDayLastYear(asOf) }
  if (!isDay(days.from)) throw invalidInput('figures', 'there is no year before the first one')
  const tree = perimeter === 'RECORDED' ? {} : { treeAt }
  return { unit, input: { ...figures, ...tree, ...days }, where: period(days.from, days.asOf) }
}

/**
 * Figures beside those of the same date last year (29 February: 28 February), of another period, or of another
 * unit, all by the tree of the question's day (RECORDED: as each was led then) and all rounded as the unit rounds.
 * Refuses what the figures refuse, a missing or superfluous other side, and days outside the life of either unit.
 */
export async function comparisonOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  comparison: Comparison,
): Promise<ComparedFigure[]> {
  refuseForeign(comparison)
  const question = questionOf(comparison.figures)
  refuseOutOfLife(unit, question)
  const other = await otherOf(ctx, unit, comparison, question)
  const { mode, decimals, trailingZeros = true } = await roundingFor(ctx, unit, question)
  const rounding: Rounding = { mode, decimals, trailingZeros }
  const [now, then] = await Promise.all([
    figuresOf(ctx, unit, { ...comparison.figures, rounding }),
    figuresOf(ctx, other.unit, { ...other.input, rounding }),
  ])
  return question.indicators.map((indicator, index) =>
    compared(indicator, now[index] as Figure, then[index] as Figure, rounding, other.where),
  )
}

function compared(
  indicator: Indicator,
  now: Figure,
  then: Figure,
  rounding: Rounding,
  where: string,
): ComparedFigure {
  const { id, unit } = indicator
  const difference = now.value === null || then.value === null ? null : minus(now.value, then.value, rounding)
  const differencePercent = unit === 'PERSONS' ? moreThan(indicator, now, then, rounding, where) : null
  return { indicator: id, now, then, difference, differencePercent }
}

/** The difference of two rounded values without the dust of binary fractions. */
function minus(now: number, then: number, { decimals }: Rounding): number {
  const step = 10 ** decimals
  return (Math.round(now * step) - Math.round(then * step)) / step
}

/** Of a number below 0 nothing can be said to be more or less by so many percent. */
function moreThan(
  { id, numerator }: Indicator,
  now: Figure,
  then: Figure,
  rounding: Rounding,
  where: string,
): Figure | null {
  if (then.numerator !== null && then.numerator < 0) return null
  const more = now.numerator === null || then.numerator === null ? null : now.numerator - then.numerator
  const flow = numerator.terms[0]?.at === 'PERIOD' || where.startsWith(' của')
  const without = now.reason ?? then.reason
  return {
    ...percentOf(id, more, then.numerator, rounding),
    ...(without ? { reason: without } : {}),
    numeratorName: 'tăng, giảm',
    denominatorName: `${then.numeratorName ?? ''}${flow ? where : ''}`,
  }
}
