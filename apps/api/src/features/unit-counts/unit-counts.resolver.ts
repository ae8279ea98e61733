import type { Day, UnitAttribute, UnitPart } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { UnitAttributeEnum, UnitPartEnum } from '../../graphql/enums.js'
import { pageArgs, type Connection } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { movedCursor, movedUnitsOf, unitCountsOf, unitMovementsOf } from './unit-counts.service.js'
import {
  MovedUnitConnection,
  UnitConditionInput,
  UnitCount,
  UnitMovement,
  UnitShare,
  UnitStandingConnection,
} from './unit-counts.type.js'
import { numberOf, unitShareOf, unitsOfShare } from './unit-share.service.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'

/** The units of a page as the API shows them. */
function shown<Row extends { organization: OrganizationOnDay }>({ edges, ...page }: Connection<Row>) {
  return {
    ...page,
    edges: edges.map(({ cursor, node }) => ({
      cursor,
      node: { ...node, organization: toOrganization(node.organization) },
    })),
  }
}

@Resolver(() => Organization)
export class OrganizationUnitCountsResolver {
  @FieldResolver(() => [UnitCount], {
    description:
      'Living units anywhere below, itself not counted, by any of tier, kind and sector; by none: one number.',
  })
  unitCounts(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('by', () => [UnitAttributeEnum]) by: UnitAttribute[],
    @Arg('at', () => DateScalar, { nullable: true, description: 'Default: the day of the unit.' }) at?: Day,
  ): Promise<UnitCount[]> {
    return unitCountsOf(ctx, unit, at ?? unit.at, by)
  }

  @FieldResolver(() => [UnitMovement], {
    description:
      'How the number of units below changed from the day before `from` to `asOf`, by act and what they count as.',
  })
  async unitMovements(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('asOf', () => DateScalar) asOf: Day,
    @Arg('by', () => [UnitAttributeEnum], { defaultValue: ['TIER'] }) by: UnitAttribute[],
  ): Promise<UnitMovement[]> {
    const movements = await unitMovementsOf(ctx, unit, { from, to: asOf }, by)
    return movements.map((movement) => {
      const { act, tier, kind, sector, reason, moved } = movement
      return { movement, act, tier, kind, sector, reason, count: moved.length }
    })
  }

  @FieldResolver(() => UnitShare, {
    description: 'How many units of some tiers below fulfil a condition, and which.',
  })
  async unitShare(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => UnitConditionInput) input: UnitConditionInput,
  ): Promise<UnitShare> {
    const answer = await unitShareOf(ctx, unit, input)
    const { condition, judged, notCountedWhy, share, denominator } = answer
    const notCounted = numberOf(judged, 'NOT_COUNTED')
    return {
      answer,
      condition,
      all: judged.length,
      fulfilling: numberOf(judged, 'FULFILLING'),
      notFulfilling: numberOf(judged, 'NOT_FULFILLING'),
      notCounted,
      notCountedWhy: notCounted > 0 ? notCountedWhy : null,
      share,
      denominatorName: denominator.vi,
      denominatorNameEn: denominator.en,
    }
  }
}

@Resolver(() => UnitMovement)
export class UnitMovementResolver {
  @FieldResolver(() => MovedUnitConnection, { description: 'The units, by day and name.' })
  async units(
    @Root() { movement }: UnitMovement,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<MovedUnitConnection> {
    return shown(await movedUnitsOf(ctx, movement, pageArgs(first, after, movedCursor)))
  }
}

@Resolver(() => UnitShare)
export class UnitShareResolver {
  @FieldResolver(() => UnitStandingConnection, { description: 'The units of one part, by name.' })
  async units(
    @Root() { answer }: UnitShare,
    @Ctx() ctx: RequestContext,
    @Arg('part', () => UnitPartEnum) part: UnitPart,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<UnitStandingConnection> {
    return shown(await unitsOfShare(ctx, answer, part, pageArgs(first, after)))
  }
}
