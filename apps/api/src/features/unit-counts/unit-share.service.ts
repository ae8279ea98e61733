import {
  isDay,
  MOST_CONDITION_YEARS,
  sameDayLastYear,
  unitCondition,
  type Label,
  type UnitCondition,
  type UnitNotCounted,
  type UnitPart,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { figuresFor, percentOf, type Figure } from '../figures/figure.js'
import { refuseOutOfLife, roundingFor } from '../figures/figures.service.js'
import { questionOf, type FiguresInput, type FiguresQuestion } from '../figures/question.js'
import { organizationKindsOf, sectorsOf, tiersOf } from '../organizations/code-list.service.js'
import { loadOnDay, type OrganizationOnDay } from '../organizations/organization.service.js'
import { noSourceOn } from '../sources/no-source.service.js'
import { denominatorOf, numeratorNameOf, standingOf, type Evidence } from './standing.js'
import { loadCounted } from './counted-units.service.js'
import type { UnitBelow } from './unit-counts.repository.js'

/** A condition put to the units of some tiers below a unit, as it comes in. */
export interface UnitConditionQuestion extends Omit<FiguresInput, 'indicators'> {
  tiers: readonly string[]
  condition: UnitCondition
  years?: number | null
  kind?: string | null
  sector?: string | null
}

/** A unit with what decided about it. */
export interface Judged extends Evidence {
  unit: UnitBelow
  part: UnitPart
}

/** The answer: where each unit stands, and the share of those counted that fulfil the condition. */
export interface UnitShare {
  condition: UnitCondition
  notCountedWhy: UnitNotCounted | null
  judged: readonly Judged[]
  share: Figure
  denominator: Label
  treeAt: string
}

interface Names {
  tiers: Label[]
  kind: Label | null
  sector: Label | null
}

interface Coded {
  code: string
  labelVi: string
  labelEn: string
}

/** The lists behind tiers, kinds and sectors, read once in a request. */
function codesOf(ctx: RequestContext, list: 'tiers' | 'kinds' | 'sectors'): Promise<Coded[]> {
  const read = { tiers: tiersOf, kinds: organizationKindsOf, sectors: sectorsOf }
  return loader<keyof typeof read, Coded[]>(ctx, 'codes of units', (lists) =>
    Promise.all(lists.map((one) => read[one](ctx))),
  ).load(list)
}

async function namesOf(ctx: RequestContext, input: UnitConditionQuestion): Promise<Names> {
  const find = async (list: 'tiers' | 'kinds' | 'sectors', code: string, field: string): Promise<Label> => {
    const found = (await codesOf(ctx, list)).find((one) => one.code === code)
    if (!found) throw invalidInput(field, `unknown code ${code.slice(0, 40)}`)
    return { vi: found.labelVi, en: found.labelEn }
  }
  const { kind = null, sector = null } = input
  return {
    tiers: await Promise.all(input.tiers.map((code) => find('tiers', code, 'tiers'))),
    kind: kind === null ? null : await find('kinds', kind, 'kind'),
    sector: sector === null ? null : await find('sectors', sector, 'sector'),
  }
}

function refuseCondition({ condition, years = null, tiers }: UnitConditionQuestion): void {
  if (tiers.length === 0 || new Set(tiers).size !== tiers.length)
    throw invalidInput('tiers', 'must name at least one tier, each once')
  if (condition !== 'NOBODY_FOR_YEARS') {
    if (years !== null) throw invalidInput('years', 'belongs to NOBODY_FOR_YEARS alone')
    return
  }
  if (years === null || !Number.isInteger(years) || years < 1 || years > MOST_CONDITION_YEARS)
    throw invalidInput('years', `must be 1 to ${MOST_CONDITION_YEARS}`)
}

/**
 * How many units of some tiers below a unit on the tree's day fulfil a condition, and their share among those to
 * which it can be put. Each unit counts once, wherever it stands. Many units asked the same cost the same statements.
 * Refuses what questionOf refuses, days outside the life of the unit, and codes and years that are none.
 */
export async function unitShareOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  input: UnitConditionQuestion,
): Promise<UnitShare> {
  refuseCondition(input)
  const { tiers, condition, years = null, kind = null, sector = null, ...rest } = input
  const asked: FiguresInput = { ...rest, indicators: unitCondition(condition).indicators }
  const question = questionOf(asked)
  refuseOutOfLife(unit, question)
  const names = await namesOf(ctx, input)
  const before = condition === 'ROSE_AGAINST_LAST_YEAR' ? lastYear(asked, question) : null
  const rounding = await roundingFor(ctx, unit, question)
  const all = await loadCounted(ctx, unit.id, question, before, { tiers, kind, sector })
  const now = figuresFor(question, rounding)
  const then = before && figuresFor(before, rounding)
  const stated = condition === 'NO_SOURCE_DECLARED' ? await unitsStating(ctx, all, question.asOf) : new Set()
  const judged = all.map((one): Judged => {
    const figures = now(one.sums, one.target)
    const statedNoSource = stated.has(one.id)
    const evidence = {
      opened: one.opened,
      figures,
      before: then ? then(one.before, null) : [],
      statedNoSource,
    }
    return { ...evidence, unit: one, part: standingOf(condition, years ?? 0, evidence, question.asOf) }
  })
  const [fulfilling, others] = [numberOf(judged, 'FULFILLING'), numberOf(judged, 'NOT_FULFILLING')]
  const { notCounted = null } = unitCondition(condition)
  const denominator = denominatorOf({ condition, years, ...names })
  return {
    condition,
    notCountedWhy: notCounted,
    judged,
    share: {
      ...percentOf(condition, fulfilling, fulfilling + others, rounding),
      numeratorName: numeratorNameOf(condition, years),
      denominatorName: denominator.vi,
    },
    denominator,
    treeAt: question.treeAt,
  }
}

/** Those of the units that state on a day to have no source. */
async function unitsStating(
  ctx: RequestContext,
  units: readonly UnitBelow[],
  day: string,
): Promise<Set<number>> {
  const stating = await Promise.all(
    units.map(async ({ id }) => ((await noSourceOn(ctx, id, day)) ? [id] : [])),
  )
  return new Set(stating.flat())
}

/** How many units stand in a part of the answer. */
export function numberOf(judged: readonly Judged[], part: UnitPart): number {
  return judged.filter((one) => one.part === part).length
}

/** The same period a year before, by the same tree: what is now below counts as if it had been then. */
function lastYear(asked: FiguresInput, { from, asOf, perimeter, treeAt }: FiguresQuestion): FiguresQuestion {
  const earlier = { from: sameDayLastYear(from), asOf: sameDayLastYear(asOf) }
  if (!isDay(earlier.from)) throw invalidInput('from', 'has no day a year before')
  return questionOf({ ...asked, ...earlier, ...(perimeter === 'RESTATED' ? { treeAt } : {}) })
}

export interface ShownUnit {
  organization: OrganizationOnDay
  figures: readonly Figure[]
  before: readonly Figure[]
}

/**
 * A page of the units in a part of the answer, by name, with the figures that decided. Those out of the viewer's
 * scope are counted in the answer and not named here.
 */
export async function unitsOfShare(
  ctx: RequestContext,
  { judged, treeAt }: UnitShare,
  part: UnitPart,
  { limit, after }: Page<['string', 'number']>,
): Promise<Connection<ShownUnit>> {
  const named = judged.filter((one) => one.part === part && Number(one.unit.visible) === 1)
  const rest = after ? named.filter(({ unit }) => liesAfter(unit, after)) : named
  const wanted = rest.slice(0, limit + 1)
  const units = await Promise.all(wanted.map(({ unit }) => loadOnDay(ctx, unit.id, treeAt)))
  const rows = wanted.flatMap(({ figures, before }, index) => {
    const organization = units[index]
    return organization ? [{ organization, figures, before }] : []
  })
  return connection(rows, limit, ({ organization: { sortKey, id } }) => [sortKey, id], named.length)
}

function liesAfter({ sortKey, id }: UnitBelow, [name, last]: [string, number]): boolean {
  return sortKey > name || (sortKey === name && id > last)
}
