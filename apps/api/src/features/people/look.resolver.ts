import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import { today, type RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { looksAt, looksBelow, mayReveal, openPerson, revealIdentityNumber } from './look.service.js'
import { LookInput, PersonLook, PersonLookConnection } from './look.type.js'
import { Person } from './person.type.js'
import { toLook } from './look.view.js'
import { loadPersonOrNull } from './person.view.js'

const pageOf = (first?: number, after?: string) => pageArgs(first, after, ['number'])

function toConnection({ edges, ...rest }: Awaited<ReturnType<typeof looksAt>>): PersonLookConnection {
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: toLook(node) })) }
}

@Resolver(() => PersonLook)
export class PersonLookResolver {
  @Mutation(() => PersonLook, {
    description:
      'Opens a person outside the units where the viewer keeps persons, for an hour. The reason goes on record.',
  })
  async openPerson(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => LookInput) { personId, reason }: LookInput,
  ): Promise<PersonLook> {
    return toLook(await openPerson(ctx, personId, reason))
  }

  @Mutation(() => String, {
    nullable: true,
    description: 'The whole identity number, null if none is known. The reason goes on record.',
  })
  revealIdentityNumber(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => LookInput) { personId, reason }: LookInput,
  ): Promise<string | null> {
    return revealIdentityNumber(ctx, personId, reason)
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'Null where the viewer may not see the person.',
  })
  person(@Root() { personKey }: PersonLook, @Ctx() ctx: RequestContext): Promise<Person | null> {
    return loadPersonOrNull(ctx, personKey)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Where the person belonged then.' })
  async organization(
    @Root() { organizationKey }: PersonLook,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, organizationKey, today(ctx)))
  }
}

@Resolver(() => Person)
export class PersonAccessResolver {
  @FieldResolver(() => PersonLookConnection, {
    description: 'Who looked at the person from outside, the latest first; for whoever keeps the person.',
  })
  async looks(
    @Root() { key }: Person,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<PersonLookConnection> {
    return toConnection(await looksAt(ctx, key, pageOf(first, after)))
  }

  @FieldResolver(() => Boolean, { description: 'See the whole identity number, for a reason.' })
  viewerCanRevealIdentityNumber(@Root() { key }: Person, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayReveal(ctx, key)
  }
}

@Resolver(() => Organization)
export class OrganizationLooksResolver {
  @FieldResolver(() => PersonLookConnection, {
    description: 'Who looked at persons of the unit and below it from outside, the latest first.',
  })
  async personLooks(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<PersonLookConnection> {
    return toConnection(await looksBelow(ctx, unit.id, pageOf(first, after)))
  }
}
