import type { Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { forecastOf } from './forecast.service.js'
import { Forecast } from './forecast.type.js'

@Resolver(() => Organization)
export class OrganizationForecastResolver {
  @FieldResolver(() => Forecast, {
    description:
      'How many will have been admitted by the end of the year, by what the last three years made of each stage.',
  })
  async forecast(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('year', () => Int) year: number,
    @Arg('asOf', () => DateScalar) asOf: Day,
  ): Promise<Forecast> {
    const answer = await forecastOf(ctx, unit, year, asOf)
    const { basis: _basis, words, ...rest } = answer
    return { ...rest, answer, words: words.vi, wordsEn: words.en }
  }
}

@Resolver(() => Forecast)
export class ForecastResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Whose past it is made from: the unit itself, or the nearest above it with cases enough.',
  })
  basis(@Root() { answer }: Forecast): Organization | null {
    return answer.basis && toOrganization(answer.basis)
  }
}
