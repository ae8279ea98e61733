import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Figure } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import { comparisonOf } from './comparison.service.js'
import {
  ComparedFigure,
  ComparisonInput,
  ExplainPercentageInput,
  Explanation,
  RatioInput,
} from './comparison.type.js'
import { explainPercentage } from './explain.service.js'
import { ratioOf } from './ratio.service.js'

@Resolver(() => Organization)
export class ComparisonResolver {
  @FieldResolver(() => [ComparedFigure], {
    description:
      'Figures beside those of the same date last year, another period or another unit, all by one tree.',
  })
  comparison(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ComparisonInput) input: ComparisonInput,
  ): Promise<ComparedFigure[]> {
    return comparisonOf(ctx, unit, input)
  }

  @FieldResolver(() => Figure, { description: 'A percentage of any two indicators that count persons.' })
  ratio(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RatioInput) input: RatioInput,
  ): Promise<Figure> {
    return ratioOf(ctx, unit, input)
  }

  @FieldResolver(() => [Explanation], {
    description: 'Which rounding or which other denominator gives a printed percentage; the own one first.',
  })
  async explainPercentage(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ExplainPercentageInput) input: ExplainPercentageInput,
  ): Promise<Explanation[]> {
    return (await explainPercentage(ctx, unit, input)).map(({ rounding, ...one }) => ({
      ...one,
      rounding: { ...rounding, unitKey: null, at: unit.at },
    }))
  }
}
