import { isShareOfAdmitted, personsOfRate, RATE_WHOLE, targetKindRule, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { figureOf, percentOf, type Figure } from '../figures/figure.js'
import { figuresOf } from '../figures/figures.service.js'
import { questionOf, type FiguresInput } from '../figures/question.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import type { TargetRow } from '../targets/target.service.js'
import { numberOf, unitShareOf } from '../unit-counts/unit-share.service.js'
import { isForPart, scopeOf, sumsOfScope } from './scope.service.js'

/** The days in which a target is counted, up to the as-of date, and how. */
export type Counting = Pick<FiguresInput, 'from' | 'asOf' | 'countBasis' | 'rounding'> & {
  rounding: NonNullable<FiguresInput['rounding']>
}

/**
 * How much of a target is done. Of persons: the count, what is wanted, and the percentage of it. Of a share: the
 * count, what the rate comes to of what it is a share of (`of`), and the share itself.
 */
export interface Done {
  done: number
  of: number | null
  wanted: number
  wantedMost: number | null
  figure: Figure
}

/** One figure of a unit, or of the part of it that a target is for. */
export async function figureFor(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  target: TargetRow,
  input: FiguresInput,
): Promise<Figure> {
  if (!isForPart(target)) {
    const [figure] = await figuresOf(ctx, unit, input)
    if (figure) return figure
  }
  const question = questionOf(input)
  const sums = await sumsOfScope(ctx, target, input)
  const [indicator] = question.indicators
  if (!indicator || !question.rounding) throw new Error('A question for one figure, with its rounding')
  return figureOf(indicator, sums, null, question.rounding, question.asOf)
}

async function doneOfUnits(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  target: TargetRow,
  counting: Counting,
): Promise<Done> {
  const share = await unitShareOf(ctx, unit, {
    ...counting,
    tiers: target.tier === null ? [] : [target.tier],
    condition: target.condition ?? 'ADMITTED_ANYONE',
    kind: target.unitKind,
    sector: target.unitSector,
  })
  const inGroup = target.group === null ? null : new Set(await scopeOf(ctx, target, share.treeAt, false))
  const judged = inGroup ? share.judged.filter((one) => inGroup.has(one.unit.id)) : share.judged
  const done = numberOf(judged, 'FULFILLING')
  return ofShare(done, done + numberOf(judged, 'NOT_FULFILLING'), target, counting)
}

function ofShare(done: number, of: number, target: TargetRow, { rounding }: Counting): Done {
  const wanted = personsOfRate(target.rate ?? 0, of)
  return { done, of, wanted, wantedMost: null, figure: percentOf(target.indicator, done, of, rounding) }
}

/** Counts a target of a unit by the figures of the unit; never capped. */
export async function countDone(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  target: TargetRow,
  counting: Counting,
): Promise<Done> {
  if (targetKindRule(target.kind).states === 'COVERAGE') return doneOfUnits(ctx, unit, target, counting)
  const figure = await figureFor(ctx, unit, target, { ...counting, indicators: [target.indicator] })
  const done = figure.numerator ?? 0
  if (isShareOfAdmitted(target.indicator)) return ofShare(done, figure.denominator ?? 0, target, counting)
  const { amountMin: wanted, amountMax: wantedMost } = target
  const percentage = percentOf('completion', done, wanted, counting.rounding)
  return { done, of: null, wanted, wantedMost, figure: percentage }
}

/** Whether what a target states is a share of something, so that its figure is that share. */
export function statesShare({ rate, base }: TargetRow): boolean {
  return rate !== null && base === null
}

/** Whether a share has reached its rate, from whole numbers. */
export function reachesRate({ done, of }: Done, rate: number): boolean {
  return done * RATE_WHOLE >= rate * (of ?? 0)
}

/** First and last day of what a target of that year is counted over. */
export function spanOf(target: TargetRow, year: number): { from: Day; to: Day } {
  if (targetKindRule(target.kind).years === 'TOGETHER')
    return { from: `${target.yearFrom}-01-01`, to: `${target.yearTo}-12-31` }
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
