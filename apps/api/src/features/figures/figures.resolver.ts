import { INDICATORS, type Grain } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { GrainEnum } from '../../graphql/enums.js'
import { pageArgs } from '../../graphql/pagination.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { childCursor, childFiguresOf } from './child-figures.service.js'
import { figuresOf, trendOf } from './figures.service.js'
import {
  ChildFiguresConnection,
  Figure,
  FigureOrderInput,
  FiguresInput,
  IndicatorType,
  TrendPoint,
} from './figures.type.js'

@Resolver(() => Organization)
export class FiguresResolver {
  @Query(() => [IndicatorType], { description: 'Every figure that can be asked for.' })
  indicators(): IndicatorType[] {
    return INDICATORS.map(({ id, label, unit, numerator, denominator, betterIs }) => ({
      id,
      label: label.vi,
      labelEn: label.en,
      unit,
      numerator: numerator.label.vi,
      numeratorEn: numerator.label.en,
      denominator: denominator?.label.vi ?? null,
      denominatorEn: denominator?.label.en ?? null,
      betterIs,
    }))
  }

  @FieldResolver(() => [Figure], {
    description: 'Figures of the unit, exact to the day, in the order asked for.',
  })
  figures(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FiguresInput) input: FiguresInput,
  ): Promise<Figure[]> {
    return figuresOf(ctx, unit, input)
  }

  @FieldResolver(() => ChildFiguresConnection, {
    description: 'The rows below the unit; they add up to its own figures.',
  })
  async childFigures(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FiguresInput) input: FiguresInput,
    @Arg('orderBy', () => FigureOrderInput, { nullable: true }) orderBy?: FigureOrderInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<ChildFiguresConnection> {
    const page = await childFiguresOf(ctx, unit, input, orderBy ?? null, pageArgs(first, after, childCursor))
    const edges = page.edges.map((edge) => ({
      node: { ...edge.node, organization: toOrganizationOrNull(edge.node.organization) },
      get cursor() {
        return edge.cursor
      },
    }))
    return { ...page, edges }
  }

  @FieldResolver(() => [TrendPoint], { description: 'Figures of each part of the period, all by one tree.' })
  trend(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => FiguresInput) input: FiguresInput,
    @Arg('grain', () => GrainEnum) grain: Grain,
  ): Promise<TrendPoint[]> {
    return trendOf(ctx, unit, input, grain)
  }
}
