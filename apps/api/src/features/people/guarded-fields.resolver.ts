import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { refuseClosed } from './look.service.js'
import { Person } from './person.type.js'

/** What lists do not show of a person: it is told once the person is kept or opened, wherever the person is met. */
@Resolver(() => Person)
export class GuardedFieldsResolver {
  @FieldResolver(() => String, { description: 'Code of the ethnic group, 01 is Kinh.' })
  async ethnicity(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string> {
    await refuseClosed(ctx, person.key)
    return person.ethnicity
  }

  @FieldResolver(() => String, { nullable: true, description: 'Code of the religion; null: follows none.' })
  async religion(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, person.key)
    return person.religion ?? null
  }

  @FieldResolver(() => String, { nullable: true, description: 'All but the last three digits masked.' })
  async identityNumber(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, person.key)
    return person.identityNumber ?? null
  }

  @FieldResolver(() => String, { nullable: true })
  async note(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, person.key)
    return person.note ?? null
  }

  @FieldResolver(() => String, { nullable: true })
  async residence(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<string | null> {
    await refuseClosed(ctx, person.key)
    return person.residence ?? null
  }
}
