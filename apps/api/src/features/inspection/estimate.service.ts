import type { OrganizationQuery } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { unitsAsked } from './asked.service.js'
import { costOf, MOST_QUERY_COST } from './cost.js'
import { refuseFaulty, treeDayOf } from './find-organizations.service.js'
import type { QueryEstimate } from './query.type.js'

/** What a question would cost, before it runs. Refuses what the question itself is refused for, but its weight. */
export async function estimateOf(ctx: RequestContext, query: OrganizationQuery): Promise<QueryEstimate> {
  refuseFaulty(ctx, query)
  const { units } = await unitsAsked(ctx, query, treeDayOf(query))
  return { asked: units.length, cost: costOf(query, units.length), limit: MOST_QUERY_COST }
}
