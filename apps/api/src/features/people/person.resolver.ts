import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { pageArgs } from '../../graphql/pagination.js'
import {
  createPerson,
  requirePerson,
  searchPersons,
  updatePerson,
  type PersonFacts,
} from './person.service.js'
import { Person, PersonInput, UpdatePersonInput } from './person.type.js'
import { toPerson } from './person.view.js'

/** What is entered of a person, as it is kept. */
export const factsOf = (input: PersonInput): PersonFacts => ({
  fullName: input.fullName,
  birthDate: input.birthDate,
  female: input.female,
  ethnicity: input.ethnicity,
  religion: input.religion ?? null,
  identityNumber: input.identityNumber ?? null,
  residence: input.residence ?? null,
  note: input.note ?? null,
})

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true })
  async person(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Person> {
    return toPerson(await requirePerson(ctx, id))
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
    return toPerson(await createPerson(ctx, factsOf(input)))
  }

  @Mutation(() => Person, { description: 'Corrects what is known now; events keep what was frozen.' })
  async updatePerson(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => UpdatePersonInput) input: UpdatePersonInput,
  ): Promise<Person> {
    return toPerson(await updatePerson(ctx, input.id, input.version, factsOf(input)))
  }
}
