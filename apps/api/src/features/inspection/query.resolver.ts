import type { OrganizationQuery } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { toOrganization } from '../organizations/organization.view.js'
import { estimateOf } from './estimate.service.js'
import { findOrganizations, totalsOfAnswer, type Answer } from './find-organizations.service.js'
import { OrganizationQueryInput } from './query.input.js'
import { sideBySide } from './side-by-side.service.js'
import { Side, SideBySideInput } from './side-by-side.type.js'
import { OrganizationQueryResult, QueryEstimate, QueryTotal } from './query.type.js'

/** What the total of a result is made from. */
interface Answered {
  answer: Answer
}

@Resolver(() => OrganizationQueryResult)
export class QueryResolver {
  @Query(() => OrganizationQueryResult, {
    description: 'Units that fulfil conditions, across levels, with the columns asked for.',
  })
  async findOrganizations(
    @Ctx() ctx: RequestContext,
    @Arg('query', () => OrganizationQueryInput) query: OrganizationQuery,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Omit<OrganizationQueryResult, 'total'>> {
    const found = await findOrganizations(ctx, query, first, after)
    const edges = found.edges.map(({ cursor, node }) => ({
      cursor,
      node: { ...node, organization: toOrganization(node.organization) },
    }))
    return { ...found, edges }
  }

  @Query(() => [Side], { description: 'Units, or periods of a unit, side by side.' })
  async sideBySide(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SideBySideInput) input: SideBySideInput,
  ): Promise<Side[]> {
    const sides = await sideBySide(ctx, input)
    return sides.map((side) => ({ ...side, organization: toOrganization(side.organization) }))
  }

  @FieldResolver(() => [QueryTotal], { description: 'In the order of the columns.' })
  total(@Root() { answer }: Answered, @Ctx() ctx: RequestContext): Promise<QueryTotal[]> {
    return totalsOfAnswer(ctx, answer)
  }

  @Query(() => QueryEstimate, { description: 'What a question would cost; nothing is summed.' })
  queryEstimate(
    @Ctx() ctx: RequestContext,
    @Arg('query', () => OrganizationQueryInput) query: OrganizationQuery,
  ): Promise<QueryEstimate> {
    return estimateOf(ctx, query)
  }
}
