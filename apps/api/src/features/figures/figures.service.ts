import {
  cutPeriod,
  LIMITS,
  measure,
  TARGET_KIND_ORDER,
  yearOf,
  type Day,
  type Grain,
  type Period,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import {
  loadRounding,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { amountsIn, loadTargets, sumOfYears, sumTargets } from '../targets/target.service.js'
import { addSums, figuresFor, type Figure } from './figure.js'
import { noSums, type Sums, type SumsRow } from './figures.repository.js'
import { basesOfEach, withBase } from './member-base.service.js'
import type { SumsQuestion } from './sums-question.js'
import { sumUp, sumUpEach } from './sums.service.js'
import { measuresOf, questionOf, type FiguresInput, type FiguresQuestion } from './question.js'

export type { Sums, SumsRow } from './figures.repository.js'

/** How sums of units are read: own or by child, cut into parts, with the entries that hand stock on to heirs counted. */
interface SumsOptions {
  byChild: boolean
  parts?: readonly Period[]
  handovers?: true
  /** The units whose figures these are part of, where they are not the units themselves. */
  of?: readonly number[]
}

/** What is summed for a question. */
export function sumsQuestionOf(
  units: readonly number[],
  { from, asOf, basis, perimeter, treeAt, indicators }: FiguresQuestion,
  options: SumsOptions,
): SumsQuestion {
  return {
    units,
    of: units,
    from,
    asOf,
    basis,
    perimeter,
    treeAt,
    measures: measuresOf(indicators),
    ...options,
  }
}

/** Sums of units for a question, own or by child: the one way to the ledger. */
export async function sumsOf(
  ctx: RequestContext,
  units: readonly number[],
  question: FiguresQuestion,
  options: SumsOptions,
): Promise<SumsRow[]> {
  const withState = question.indicators.some(({ state }) => state !== undefined)
  return sumUp(ctx, sumsQuestionOf(units, question, options), withState)
}

/**
 * Sums of many units that all stand or stood below `roots`, with the member base where the question has one: for
 * lists of units across levels. As known on a day where one is given.
 */
export async function sumsOfEach(
  ctx: RequestContext,
  roots: readonly number[],
  units: readonly number[],
  question: FiguresQuestion,
  knownOn: Day | null = null,
): Promise<Map<number, Sums>> {
  const asked: SumsQuestion = {
    ...sumsQuestionOf(units, question, { byChild: false }),
    ...(knownOn === null ? {} : { knownOn }),
  }
  const withState = question.indicators.some(({ state }) => state !== undefined)
  const rows = await sumUpEach(ctx, roots, asked, withState)
  const sums = new Map(rows.map((row): [number, Sums] => [row.unit, row]))
  if (question.base === null) return sums
  const bases = await basesOfEach(ctx, roots, units, question, knownOn)
  return new Map(
    units.map((unit): [number, Sums] => [
      unit,
      { ...(sums.get(unit) ?? noSums()), base: bases.get(unit) ?? null },
    ]),
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

/** Sums and target of one unit. */
interface Amounts {
  sums: Sums
  target: number | null
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
  const [rounding, { sums, target }] = await Promise.all([
    roundingFor(ctx, unit, question),
    loadAmounts(ctx, unit.id, input, question),
  ])
  return figuresFor(question, rounding)(sums, target)
}

/** A unit's own sums and target; many units asked the same in one request cost one statement. */
export async function loadAmounts(
  ctx: RequestContext,
  unit: number,
  input: FiguresInput,
  question: FiguresQuestion,
): Promise<Amounts> {
  const amounts = loader<number, Amounts>(ctx, `figures ${JSON.stringify(input)}`, async (ids) => {
    const [sums, targets] = await Promise.all([
      ownSums(ctx, ids, input, question),
      targetsFor(ctx, ids, question),
    ])
    return ids.map((id) => ({ sums: sums.get(id) ?? noSums(), target: targets.get(id) ?? null }))
  })
  const { sums, target } = await amounts.load(unit)
  return { sums: await withBase(ctx, unit, question, sums), target }
}

/** Added up from the rows of the children where the request reads those anyway, else summed for themselves. */
async function ownSums(
  ctx: RequestContext,
  units: readonly number[],
  input: FiguresInput,
  question: FiguresQuestion,
): Promise<Map<number, Sums>> {
  const rows = asksTransfers(question) ? new Map<number, Promise<SumsRow[]>>() : rowsInHand(ctx, input)
  const sums = new Map<number, Sums>()
  const alone = units.filter((unit) => !rows.has(unit))
  for (const row of alone.length === 0 ? [] : await sumsOf(ctx, alone, question, { byChild: false }))
    sums.set(row.unit, row)
  for (const unit of units) {
    const below = await rows.get(unit)
    if (below) sums.set(unit, addSums(below))
  }
  return sums
}

/** Whether a unit's own sums are not those of its rows: a transfer from child to child counts for both of them. */
export function asksTransfers({ indicators }: FiguresQuestion): boolean {
  return indicators.some(({ numerator, denominator }) =>
    [...numerator.terms, ...(denominator?.terms ?? [])].some((term) => measure(term.measure).gross),
  )
}

function rowsInHand(ctx: RequestContext, input: FiguresInput): Map<number, Promise<SumsRow[]>> {
  const name = `rows of ${JSON.stringify(input)}`
  const known = ctx.loaders.get(name) as Map<number, Promise<SumsRow[]>> | undefined
  const rows = known ?? new Map<number, Promise<SumsRow[]>>()
  ctx.loaders.set(name, rows)
  return rows
}

/** The sums below a unit by child; the unit's own figures in the same request are added up from them. */
export function loadRows(
  ctx: RequestContext,
  unit: number,
  input: FiguresInput,
  question: FiguresQuestion,
): Promise<SumsRow[]> {
  const rows = rowsInHand(ctx, input)
  const reading = rows.get(unit) ?? sumsOf(ctx, [unit], question, { byChild: true })
  rows.set(unit, reading)
  return reading
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
  const points = parts.map(({ from, to }) => {
    const tree = question.perimeter === 'RECORDED' ? {} : { treeAt: question.treeAt }
    return questionOf({ ...input, ...tree, from, asOf: to })
  })
  const [rounding, sums, targets] = await Promise.all([
    roundingFor(ctx, unit, question),
    trendSums(ctx, unit, question, points),
    loadTargets(ctx, unit.id, question.from, question.asOf),
  ])
  const kinds = question.targetKind === null ? TARGET_KIND_ORDER : [question.targetKind]
  return points.map((point, index) => {
    const { from, asOf } = point
    const target = sumOfYears(amountsIn(targets), { from: yearOf(from), to: yearOf(asOf) }, kinds)
    const figures = figuresFor(point, rounding)(sums[index] ?? noSums(), target)
    return { from, to: asOf, figures }
  })
}

/** Flows of all points come from one statement; stocks and states are read at the end of each. */
async function trendSums(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  question: FiguresQuestion,
  points: readonly FiguresQuestion[],
): Promise<Sums[]> {
  const { from, asOf, basis, perimeter, treeAt } = question
  const common = { units: [unit.id], of: [unit.id], basis, perimeter, byChild: false }
  const flowsOnly = { ...measuresOf(question.indicators), stocks: [], before: [] }
  const parts = points.map((point) => ({ from: point.from, to: point.asOf }))
  const whole = { ...common, from, asOf, treeAt, measures: flowsOnly, parts }
  const flows = new Map((await sumUp(ctx, whole, false)).map((row) => [row.part, row]))
  const withState = question.indicators.some(({ state }) => state !== undefined)
  const sums: Sums[] = []
  for (const [index, point] of points.entries()) {
    const measures = { ...measuresOf(point.indicators), flows: [] }
    const reads = withState || measures.stocks.length + measures.before.length > 0
    const at = { ...common, from: point.from, asOf: point.asOf, treeAt: point.treeAt, measures }
    const [own] = reads ? await sumUp(ctx, at, withState) : []
    const all = { ...(own ?? noSums()), flows: flows.get(index)?.flows ?? {} }
    sums.push(await withBase(ctx, unit.id, point, all))
  }
  return sums
}
