import type { Day } from '@seedbed/shared'
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import { installationOf } from './installation.service.js'

@ObjectType()
export class Installation {
  @Field(() => DateScalar, { nullable: true })
  defaultAsOf: Day | null

  @Field(() => Boolean)
  demonstration: boolean

  @Field(() => DateScalar)
  today: Day
}

@Resolver(() => Installation)
export class InstallationResolver {
  @Query(() => Installation, {
    description: 'What this installation is: its default as-of date and whether it shows demonstration data.',
  })
  installation(@Ctx() ctx: RequestContext): Promise<Installation> {
    return installationOf(ctx)
  }
}
