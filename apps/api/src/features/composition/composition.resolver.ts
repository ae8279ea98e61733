import { DIMENSION_CODES, DIMENSIONS } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { notFound } from '../../errors/errors.js'
import { pageArgs } from '../../graphql/pagination.js'
import { loadNearest } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { toOrganization } from '../organizations/organization.view.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { categoriesOf } from './category.service.js'
import {
  CountedPerson,
  CrossTab,
  CrossTabInput,
  DimensionType,
  PeopleConnection,
  PeopleFilterInput,
} from './composition.type.js'
import { crossTabOf } from './cross-tab.service.js'
import { peopleCursor, peopleOf } from './people.service.js'

@Resolver(() => Organization)
export class CompositionResolver {
  @Query(() => [DimensionType], {
    description: 'Every attribute by which numbers of persons can be crossed.',
  })
  dimensions(@Ctx() ctx: RequestContext): Promise<DimensionType[]> {
    return Promise.all(
      DIMENSION_CODES.map(async (code) => {
        const { label, stocksOnly } = DIMENSIONS[code]
        const categories = code === 'GROUP' ? [] : await categoriesOf(ctx, code, null)
        return {
          code,
          label: label.vi,
          labelEn: label.en,
          stocksOnly,
          categories: categories.map((one) => ({
            code: one.code,
            label: one.label.vi,
            labelEn: one.label.en,
          })),
        }
      }),
    )
  }

  @FieldResolver(() => CrossTab, {
    description: 'Persons by one or two attributes, as at the event or on the day, whatever is counted.',
  })
  crossTab(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CrossTabInput) input: CrossTabInput,
  ): Promise<CrossTab> {
    return crossTabOf(ctx, unit, input)
  }

  @FieldResolver(() => PeopleConnection, {
    description: 'The people behind a number of a crossing: events the latest first, members by name.',
  })
  async people(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('filter', () => PeopleFilterInput) filter: PeopleFilterInput,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<PeopleConnection> {
    const page = await peopleOf(ctx, unit, filter, pageArgs(first, after, peopleCursor))
    const edges = page.edges.map(({ cursor, node: { person, organization, on } }) => ({
      cursor,
      node: { personKey: person, organizationKey: organization, shownOn: on ?? filter.asOf, on },
    }))
    return { ...page, edges: edges as PeopleConnection['edges'] }
  }
}

@Resolver(() => CountedPerson)
export class CountedPersonResolver {
  @FieldResolver(() => Person)
  person(@Root() { personKey }: CountedPerson, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, personKey)
  }

  @FieldResolver(() => Organization, { description: 'The cell.' })
  async organization(
    @Root() { organizationKey, shownOn }: CountedPerson,
    @Ctx() ctx: RequestContext,
  ): Promise<Organization> {
    const unit = await loadNearest(ctx, organizationKey, shownOn)
    if (!unit) throw notFound('Organization')
    return toOrganization(unit)
  }
}
