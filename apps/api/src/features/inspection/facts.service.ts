import type { OrganizationQuery, QueryFact } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { groupBy } from '../../group-by.js'
import { rawValueOf } from '../figures/figure.js'
import { sumsOfEach, targetsFor } from '../figures/figures.service.js'
import type { Asked } from './asked.service.js'
import {
  listChildrenOf,
  listDeclaredFor,
  listEndedWithFigures,
  listTargetsChanged,
  type Declared,
} from './facts.repository.js'
import { noSumsYet } from './no-sums.js'
import { readingKey, readingsOf } from './readings.js'

const dayOf = ({ perimeter, treeAt, asOf }: OrganizationQuery) =>
  perimeter === 'RECORDED' ? asOf : (treeAt ?? asOf)

/** Units whose target is not what was allotted below them; where nothing was allotted there are no parts. */
async function targetPartsDiffer(ctx: RequestContext, query: OrganizationQuery, units: readonly number[]) {
  const question = readingsOf({ ...query, where: null, orderBy: null, indicators: ['target'] }).get(
    readingKey(query.from, query.asOf),
  )?.question
  if (!question) return []
  const children = await listChildrenOf(ctx, units, dayOf(query))
  const all = [...new Set([...units, ...children.map(({ child }) => child)])]
  const targets = await targetsFor(ctx, all, question)
  return [...groupBy(children, ({ unit }) => unit)].flatMap(([unit, below]) => {
    const parts = below.flatMap(({ child }) => targets.get(child) ?? [])
    const whole = targets.get(unit)
    if (whole === undefined || parts.length === 0) return []
    return parts.reduce((sum, part) => sum + part, 0) === whole ? [] : [unit]
  })
}

/** Units of which something other is declared for exactly the days of the question than is recorded. */
async function declaredDiffers(ctx: RequestContext, query: OrganizationQuery, asked: Asked) {
  const declared = await listDeclaredFor(
    ctx,
    asked.units.map(({ id }) => id),
    query,
  )
  const indicators = [...new Set(declared.map(({ indicator }) => indicator))]
  if (indicators.length === 0) return []
  const question = readingsOf({ ...query, where: null, orderBy: null, indicators }).get(
    readingKey(query.from, query.asOf),
  )?.question
  if (!question) return []
  const units = [...new Set(declared.map(({ organization }) => organization))]
  const [sums, targets] = await Promise.all([
    sumsOfEach(ctx, asked.roots, units, question),
    targetsFor(ctx, units, question),
  ])
  return declared.flatMap(({ organization, indicator, amount }) => {
    const asIs = question.indicators.find(({ id }) => id === indicator)
    const own = sums.get(organization) ?? noSumsYet
    const recorded = asIs && rawValueOf(asIs, own, targets.get(organization) ?? null, question.asOf)
    return recorded === amount ? [] : [organization]
  })
}

/** Units of which another number is declared than those directly below them declare together, where all of these do. */
async function declaredPartsDiffer(ctx: RequestContext, query: OrganizationQuery, units: readonly number[]) {
  const children = await listChildrenOf(ctx, units, dayOf(query))
  const all = [...new Set([...units, ...children.map(({ child }) => child)])]
  const declared = groupBy(await listDeclaredFor(ctx, all, query), ({ organization }) => organization)
  const amountOf = (unit: number, indicator: string) =>
    declared.get(unit)?.find((one: Declared) => one.indicator === indicator)?.amount
  return [...groupBy(children, ({ unit }) => unit)].flatMap(([unit, below]) => {
    const differs = (declared.get(unit) ?? []).some(({ indicator, amount }) => {
      const parts = below.map(({ child }) => amountOf(child, indicator))
      if (parts.some((part) => part === undefined)) return false
      return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) !== amount
    })
    return differs ? [unit] : []
  })
}

/** Those of the units asked of which a fact holds. */
export async function unitsOfFact(
  ctx: RequestContext,
  query: OrganizationQuery,
  asked: Asked,
  { fact, after }: QueryFact,
): Promise<ReadonlySet<number>> {
  const units = asked.units.map(({ id }) => id)
  switch (fact) {
    case 'TARGET_RAISED_AFTER':
      return new Set(await listTargetsChanged(ctx, units, query, after ?? query.asOf, 1))
    case 'TARGET_LOWERED_AFTER':
      return new Set(await listTargetsChanged(ctx, units, query, after ?? query.asOf, -1))
    case 'TARGET_PARTS_DIFFER':
      return new Set(await targetPartsDiffer(ctx, query, units))
    case 'DECLARED_DIFFERS':
      return new Set(await declaredDiffers(ctx, query, asked))
    case 'DECLARED_PARTS_DIFFER':
      return new Set(await declaredPartsDiffer(ctx, query, units))
    case 'ENDED_WITH_FIGURES':
      return new Set(await listEndedWithFigures(ctx, units))
  }
}
