import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { UnitSideEnum } from '../../graphql/enums.js'
import { pageArgs } from '../../graphql/pagination.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization, toOrganizationOrNull } from '../organizations/organization.view.js'
import type { UnitSide } from './balance-lines.js'
import { balanceSheetOf, declaredClosingOf } from './balance-sheet.service.js'
import { BalanceSheet, BalanceSheetInput, BalanceUnitConnection } from './balance-sheet.type.js'
import { toBalanceSheet } from './balance-sheet.view.js'
import { carriedCursor, carriedUnitsOf } from './moved-units.service.js'

@Resolver(() => Organization)
export class OrganizationBalanceResolver {
  @FieldResolver(() => BalanceSheet, { description: 'How the number of members of the unit came about.' })
  async balanceSheet(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BalanceSheetInput) input: BalanceSheetInput,
  ): Promise<BalanceSheet> {
    return toBalanceSheet(unit, input, await balanceSheetOf(ctx, unit, input))
  }

  @FieldResolver(() => BalanceUnitConnection, {
    description: 'The units behind a line of reorganization, by day and name; they add up to it.',
  })
  async balanceUnits(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => BalanceSheetInput) input: BalanceSheetInput,
    @Arg('side', () => UnitSideEnum) side: UnitSide,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<BalanceUnitConnection> {
    const page = await carriedUnitsOf(ctx, unit, input, side, pageArgs(first, after, carriedCursor))
    const edges = page.edges.map(({ cursor, node }) => ({
      cursor,
      node: {
        ...node,
        organization: toOrganization(node.organization),
        superior: toOrganizationOrNull(node.superior),
      },
    }))
    return { ...page, edges }
  }
}

@Resolver(() => BalanceSheet)
export class BalanceSheetResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Members that were declared exactly for the as-of date.',
  })
  declaredClosing(@Root() { unit, input }: BalanceSheet, @Ctx() ctx: RequestContext): Promise<number | null> {
    return declaredClosingOf(ctx, unit, input)
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Declared less recorded; 0: they agree. Null where nothing was declared.',
  })
  async unexplained(
    @Root() { unit, input, closing }: BalanceSheet,
    @Ctx() ctx: RequestContext,
  ): Promise<number | null> {
    const declared = await declaredClosingOf(ctx, unit, input)
    return declared === null ? null : declared - closing
  }
}
