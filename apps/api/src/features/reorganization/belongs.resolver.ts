import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Succession } from '../organizations/lineage.type.js'
import { OrganizationEvent } from '../organizations/organization.type.js'
import { loadPlan } from './plan.service.js'
import { Reorganization } from './plan.type.js'
import { toReorganization } from './plan.view.js'

async function planOf(ctx: RequestContext, key: number | null): Promise<Reorganization | null> {
  const plan = key === null ? null : await loadPlan(ctx, key)
  return plan && toReorganization(plan)
}

@Resolver(() => OrganizationEvent)
export class EventReorganizationResolver {
  @FieldResolver(() => Reorganization, { nullable: true, description: 'The reorganization it belongs to.' })
  reorganization(
    @Root() event: OrganizationEvent,
    @Ctx() ctx: RequestContext,
  ): Promise<Reorganization | null> {
    return planOf(ctx, event.reorganizationKey)
  }
}

@Resolver(() => Succession)
export class SuccessionReorganizationResolver {
  @FieldResolver(() => Reorganization, { nullable: true, description: 'The reorganization it belongs to.' })
  reorganization(@Root() one: Succession, @Ctx() ctx: RequestContext): Promise<Reorganization | null> {
    return planOf(ctx, one.reorganizationKey)
  }
}
