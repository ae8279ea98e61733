import {
  cutPeriod,
  LIMITS,
  TARGET_KIND_ORDER,
  yearOf,
  type Grain,
  type Period,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { openedYears } from '../ledger/ledger.service.js'
import {
  loadRounding,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { loadTargets, sumOfYears, sumTargets } from '../targets/target.service.js'
import { figureOf, type Figure } from './figure.js'
import { noSums, readSums, type Sums, type SumsRow } from './figures.repository.js'
import { measuresOf, questionOf, type FiguresInput, type FiguresQuestion } from './question.js'

/**
 * Sums of units for a question, own or by child: the one way to the ledger. `parts` cuts the flows of the period.
 * Accelerators come behind this function.
 */
export async function sumsOf(
  ctx: RequestContext,
  units: readonly number[],
  question: FiguresQuestion,
  options: { byChild: boolean; parts?: readonly Period[] },
): Promise<SumsRow[]> {
  const { from, asOf, basis, perimeter, treeAt, indicators } = question
  const measures = measuresOf(indicators)
  const withState = indicators.some(({ state }) => state !== undefined)
  const opened = await openedYears(ctx)
  return readSums(
    ctx,
    { units, from, asOf, basis, perimeter, treeAt, measures, ...options },
    opened,
    withState,
  )
}

/** Refuses a question about days on which the unit did not exist (DATE_OUT_OF_RANGE with since and until). */
export function refuseOutOfLife(unit: OrganizationOnDay, question: FiguresQuestion): void {
  refuseOutsideLife(unit, question.treeAt)
}

/** The rounding of a question: its own, or the one that the unit has or inherits. */
export async function roundingFor(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: FiguresQuestion,
): Promise<Rounding> {
  return question.rounding ?? loadRounding(ctx, unit.id, question.treeAt)
}

/**
 * The figures of a unit, in the order in which they were asked for. Many units asked the same in one request cost
 * one statement. Refuses what questionOf refuses, and days outside the life of the unit.
 */
export async function figuresOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: FiguresInput,
): Promise<Figure[]> {
  const question = questionOf(input)
  refuseOutOfLife(unit, question)
  const rounding = await roundingFor(ctx, unit, question)
  const { sums, target } = await loader<number, { sums: Sums; target: number | null }>(
    ctx,
    `figures ${JSON.stringify(input)}`,
    async (ids) => {
      const rows = new Map(
        (await sumsOf(ctx, ids, question, { byChild: false })).map((row) => [row.unit, row]),
      )
      const targets = await targetsFor(ctx, ids, question)
      return ids.map((id) => ({ sums: rows.get(id) ?? noSums(), target: targets.get(id) ?? null }))
    },
  ).load(unit.id)
  return question.indicators.map((indicator) => figureOf(indicator, sums, target, rounding, question.asOf))
}

/** Targets of units for a question that needs them; nothing is read otherwise. */
export async function targetsFor(
  ctx: RequestContext,
  units: readonly number[],
  question: FiguresQuestion,
): Promise<Map<number, number>> {
  const needed = question.indicators.some(
    ({ numerator, denominator }) => numerator.target !== undefined || denominator?.target !== undefined,
  )
  if (!needed) return new Map()
  return sumTargets(ctx, units, { from: question.from, asOf: question.asOf, kind: question.targetKind })
}

/** One point of a trend, both days inclusive. */
export interface TrendPointFigures extends Period {
  figures: Figure[]
}

/**
 * The figures of each day, month, quarter or year of the period, all by one tree (the question's treeAt), so that
 * the points compare. Refuses more points than the limit.
 */
export async function trendOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: FiguresInput,
  grain: Grain,
): Promise<TrendPointFigures[]> {
  const question = questionOf(input)
  refuseOutOfLife(unit, question)
  const parts = cutPeriod({ from: question.from, to: question.asOf }, grain)
  if (parts.length > LIMITS.trendPoints)
    throw invalidInput('grain', `gives more than ${LIMITS.trendPoints} points`)
  const rounding = await roundingFor(ctx, unit, question)
  const sums = await trendSums(ctx, unit, question, parts)
  const targets = await loadTargets(ctx, unit.id, question.from, question.asOf)
  const kinds = question.targetKind === null ? TARGET_KIND_ORDER : [question.targetKind]
  return parts.map((part, index) => {
    const target = sumOfYears(targets, { from: yearOf(part.from), to: yearOf(part.to) }, kinds)
    return {
      ...part,
      figures: question.indicators.map((one) =>
        figureOf(one, sums[index] ?? noSums(), target, rounding, part.to),
      ),
    }
  })
}

/** Flows of all points come from one statement; stocks and states are read at the end of each. */
async function trendSums(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: FiguresQuestion,
  parts: readonly Period[],
): Promise<Sums[]> {
  const measures = measuresOf(question.indicators)
  const flows = new Map(
    (await sumsOf(ctx, [unit.id], question, { byChild: false, parts })).map((row) => [row.part, row]),
  )
  const withStocks = measures.stocks.length + measures.before.length > 0
  const withState = question.indicators.some(({ state }) => state !== undefined)
  if (!withStocks && !withState) return parts.map((_, index) => flows.get(index) ?? noSums())
  const opened = await openedYears(ctx)
  const sums: Sums[] = []
  for (const [index, part] of parts.entries()) {
    const { basis, perimeter } = question
    const treeAt = perimeter === 'RECORDED' ? part.to : question.treeAt
    const at = { units: [unit.id], from: part.from, asOf: part.to, basis, perimeter, treeAt, byChild: false }
    const [own] = await readSums(ctx, { ...at, measures: { ...measures, flows: [] } }, opened, withState)
    sums.push({ ...(own ?? noSums()), flows: flows.get(index)?.flows ?? {} })
  }
  return sums
}
