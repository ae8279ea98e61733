import {
  codesOf,
  minDay,
  TARGET_KINDS,
  targetState,
  yearOf,
  type CountBasis,
  type Day,
  type Period,
  type Rounding,
  type TargetState,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { refuseUnless } from '../../policy/may.js'
import { percentOf, type Figure } from '../figures/figure.js'
import { refuseOutOfLife } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import { loadRounding, type OrganizationOnDay } from '../organizations/organization.service.js'
import { loadRegistration } from '../targets/target-registration.service.js'
import { loadTargets, type TargetRow } from '../targets/target.service.js'
import {
  countDone,
  figureFor,
  reachesRate,
  spanOf,
  statesShare,
  type Counting,
  type Done,
} from './done.service.js'
import { pacesOf, type Pace } from './pace.service.js'
import { nameOfTarget, writtenAmount } from './target-names.js'

export type PartOfTarget = 'CEREMONY_HELD' | 'AWAITING_CEREMONY' | 'EXPECTED'

/** Persons behind a completion, and what they are of the target. */
export interface PartFigure {
  part: PartOfTarget
  persons: number
  figure: Figure
}

/** How far a target has come on the as-of date. */
export interface TargetCompletion extends Done, Period {
  target: TargetRow
  asOf: Day
  name: string
  amount: string
  isShare: boolean
  overBy: number
  state: TargetState
  paces: Pace[]
  parts: PartFigure[]
}

/** A question for the completion of a unit's targets on a day. */
export interface CompletionQuestion {
  asOf: Day
  countBasis: CountBasis | null
  rounding: Rounding | null
}

/**
 * The completion of every target that a unit has for the year of the as-of date, each by its own name, kinds in the
 * order of their list: count, what is wanted, percentage (never capped), over by, state, paces and parts. Of years
 * the figures are those of the restated tree. Refuses what figures refuse: days outside the life of the unit.
 */
export async function completionsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: CompletionQuestion,
): Promise<TargetCompletion[]> {
  const { asOf } = question
  await refuseUnless(ctx, 'figures.read', unit.id)
  refuseOutOfLife(unit, questionOf({ from: asOf, asOf, indicators: ['members'] }))
  const targets = await loadTargets(ctx, unit.id, asOf, asOf)
  const rounding = question.rounding ?? (await loadRounding(ctx, unit.id, asOf))
  const kinds = codesOf(TARGET_KINDS)
  const inOrder = [...targets].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.id - b.id)
  return Promise.all(inOrder.map((target) => completionOf(ctx, unit, target, { ...question, rounding })))
}

async function completionOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  target: TargetRow,
  question: CompletionQuestion & { rounding: Rounding },
): Promise<TargetCompletion> {
  const { asOf, countBasis, rounding } = question
  const span = spanOf(target, yearOf(asOf))
  const counting: Counting = { from: span.from, asOf: minDay(asOf, span.to), countBasis, rounding }
  const done = await countDone(ctx, unit, target, counting)
  const isShare = statesShare(target)
  const reached = targetState(done.done, done.wanted, done.wantedMost)
  const ofRate = reachesRate(done, target.rate ?? 0) && (done.of ?? 0) > 0 ? reached : 'BELOW'
  return {
    ...done,
    ...span,
    ...{ target, asOf, isShare },
    name: nameOfTarget(target, yearOf(asOf)),
    amount: writtenAmount(target),
    overBy: done.done - done.wanted,
    state: isShare ? ofRate : reached,
    paces: await pacesOf(ctx, target, done, span, { asOf: counting.asOf, countBasis, treeAt: counting.asOf }),
    parts: await partsOf(ctx, unit, target, counting, done.wanted),
  }
}

/**
 * What stands behind a target of admissions: ceremonies held in its days, decisions that await their ceremony on the
 * as-of date, and what the unit itself expects by the end of the year, where it has said so.
 */
async function partsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  target: TargetRow,
  counting: Counting,
  wanted: number,
): Promise<PartFigure[]> {
  if (target.indicator !== 'admitted' || target.condition !== null) return []
  const ask = (indicator: string, countBasis: CountBasis) =>
    figureFor(ctx, unit, target, { ...counting, indicators: [indicator], countBasis })
  const [held, decided, sworn] = await Promise.all([
    ask('admitted', 'CEREMONY'),
    ask('members', 'DECISION'),
    ask('members', 'CEREMONY'),
  ])
  const own = await loadRegistration(ctx, unit.id, yearOf(counting.asOf))
  const part = (name: PartOfTarget, persons: number): PartFigure => ({
    part: name,
    persons,
    figure: percentOf(name, persons, wanted, counting.rounding),
  })
  const expected = own?.expected ?? null
  const forAll = target.yearFrom === target.yearTo || target.kind !== 'TERM_TOTAL'
  return [
    part('CEREMONY_HELD', held.numerator ?? 0),
    part('AWAITING_CEREMONY', (decided.numerator ?? 0) - (sworn.numerator ?? 0)),
    ...(expected === null || !forAll ? [] : [part('EXPECTED', expected)]),
  ]
}
