import type { PersonQuery } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganizationOrNull } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { findPersons, type PersonFound } from './find-persons.service.js'
import { PersonQueryInput } from './person.input.js'
import { PersonQueryResult, QueriedPerson } from './person.type.js'

@Resolver(() => QueriedPerson)
export class QueriedPersonResolver {
  @Query(() => PersonQueryResult, {
    description: 'Candidates or persons admitted who fulfil conditions, the latest first.',
  })
  async findPersons(
    @Ctx() ctx: RequestContext,
    @Arg('query', () => PersonQueryInput) query: PersonQuery,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ) {
    return findPersons(ctx, query, pageArgs(first, after))
  }

  @FieldResolver(() => Person)
  person(@Root() { person }: PersonFound, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, person)
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The cell, as on that day.' })
  async organization(
    @Root() { organization, on }: PersonFound,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization | null> {
    return toOrganizationOrNull(await loadNearest(ctx, organization, on))
  }
}
