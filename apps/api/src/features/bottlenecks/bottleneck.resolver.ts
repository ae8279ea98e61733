import type { Bottleneck } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { BottleneckEnum } from '../../graphql/due-enums.js'
import { pageArgs } from '../../graphql/pagination.js'
import { toDueUnits } from '../due/due.view.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { bottlenecksOf, bottleneckUnitsOf, stageTimesOf, type Patience } from './bottleneck.service.js'
import { BottleneckInput, BottleneckMap, BottleneckUnitConnection, StageTime } from './bottleneck.type.js'

const patienceOf = (input?: BottleneckInput | null): Patience => ({
  waitingDays: input?.waitingDays ?? 30,
  years: input?.years ?? 3,
})

@Resolver(() => Organization)
export class OrganizationBottlenecksResolver {
  @FieldResolver(() => BottleneckMap, {
    description: 'What holds admissions up in the unit and all below it on its day, by cause.',
  })
  async bottlenecks(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BottleneckInput, { nullable: true }) input?: BottleneckInput,
  ): Promise<BottleneckMap> {
    const { units, ...map } = await bottlenecksOf(ctx, unit, patienceOf(input))
    return { ...map, units: await toDueUnits(ctx, units, unit.at) }
  }

  @FieldResolver(() => BottleneckUnitConnection, { description: 'The cells that a cause concerns, by name.' })
  async bottleneckUnits(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('cause', () => BottleneckEnum) cause: Bottleneck,
    @Arg('input', () => BottleneckInput, { nullable: true }) input?: BottleneckInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<BottleneckUnitConnection> {
    const page = await bottleneckUnitsOf(ctx, unit, cause, patienceOf(input), pageArgs(first, after))
    const edges = page.edges.map(({ cursor, node: { organization, count } }) => ({
      cursor,
      node: { organization: toOrganization(organization), count },
    }))
    return { ...page, edges }
  }

  @FieldResolver(() => [StageTime], {
    description: 'The median time in each stage that anybody left within twelve months before its day.',
  })
  stageTimes(@Root() { unit }: Organization, @Ctx() ctx: RequestContext): Promise<StageTime[]> {
    return stageTimesOf(ctx, unit)
  }
}
