import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import { openedPerson } from './look.service.js'
import { createPerson, mayEdit, searchPersons, updatePerson } from './person.service.js'
import { Person, PersonInput, UpdatePersonInput } from './person.type.js'
import { factsOf, toPerson } from './person.view.js'

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => Boolean, {
    description:
      'The cell of the person now, or else the unit that put them on record, is the viewer’s to record at.',
  })
  viewerCanEdit(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<boolean> {
    return mayEdit(ctx, person.key)
  }

  @Query(() => Person, {
    nullable: true,
    description:
      'FORBIDDEN with reason LOOK_NEEDED for who does not keep the person, until openPerson was asked.',
  })
  async person(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Person> {
    return toPerson(await openedPerson(ctx, id))
  }

  @Query(() => [Person], { description: 'Persons whose name holds the words, without accents.' })
  async searchPersons(
    @Ctx() ctx: RequestContext,
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { nullable: true }) first?: number,
  ): Promise<Person[]> {
    return (await searchPersons(ctx, text, pageArgs(first, null).limit)).map(toPerson)
  }

  @Mutation(() => Person)
  async createPerson(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => PersonInput) input: PersonInput,
  ): Promise<Person> {
    return toPerson(await createPerson(ctx, factsOf(input), input.organizationId ?? null))
  }

  @Mutation(() => Person, {
    description:
      'Corrects what is known now; events keep what was frozen. An identity number that is left out stays.',
  })
  async updatePerson(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => UpdatePersonInput) input: UpdatePersonInput,
  ): Promise<Person> {
    const { identityNumber, ...facts } = factsOf(input)
    const stated = input.identityNumber === undefined ? {} : { identityNumber }
    return toPerson(await updatePerson(ctx, input.id, input.version, { ...facts, ...stated }))
  }
}
