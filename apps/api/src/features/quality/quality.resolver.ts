import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { Organization } from '../organizations/organization.type.js'
import { qualityOf } from './quality.service.js'
import { QualityFigure, QualityInput } from './quality.type.js'

@Resolver(() => Organization)
export class OrganizationQualityResolver {
  @FieldResolver(() => [QualityFigure], {
    description:
      'Quality of the admissions of a period: losses in probation, failed votes, what was late, papers, last month.',
  })
  quality(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => QualityInput) { from, asOf, countBasis, rounding }: QualityInput,
  ): Promise<QualityFigure[]> {
    return qualityOf(ctx, unit, { from, asOf, countBasis: countBasis ?? null, rounding: rounding ?? null })
  }
}
