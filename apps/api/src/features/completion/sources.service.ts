import { type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { may } from '../../policy/may.js'
import { figureOf } from '../figures/figure.js'
import { sumsOf, type Sums } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import { loadAncestors, type OrganizationOnDay } from '../organizations/organization.service.js'

/** Sources are the candidates of every stage. */
export const SOURCES = 'candidates'

/** How many sources a row has, from sums in which they were asked for. */
export function sourcesIn(sums: Sums, day: Day): number {
  const [indicator] = questionOf({ from: day, asOf: day, indicators: [SOURCES] }).indicators
  return indicator
    ? (figureOf(indicator, sums, null, { mode: 'HALF_UP', decimals: 0 }, day).numerator ?? 0)
    : 0
}

/**
 * Whether sources are kept at all: somebody in the tree of the unit, as far as the viewer reads its figures, has any
 * on that day. Where nobody has, a
 * unit without sources says nothing.
 */
export async function areSourcesKept(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  day: Day,
): Promise<boolean> {
  const above = await loadAncestors(ctx, unit)
  const readable = await Promise.all(above.map(({ id }) => may(ctx, 'figures.read', id)))
  const root = above.find((_, index) => readable[index])
  const question = questionOf({ from: day, asOf: day, indicators: [SOURCES], treeAt: unit.at })
  const [sums] = await sumsOf(ctx, [root?.id ?? unit.id], question, { byChild: false })
  return sums !== undefined && sourcesIn(sums, day) > 0
}
