import type { RequestContext } from '../../context.js'
import { notFound } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { accessToPerson } from './look.service.js'
import { maskedNumber, visiblePersons, type PersonFacts, type PersonRow } from './person.service.js'
import type { Person, PersonInput } from './person.type.js'

/** A person as the API shows it: the identity number masked. */
export function toPerson({ id, uid, identityNumber, copy: _copy, ...row }: PersonRow): Person {
  return { ...row, key: id, id: uid, identityNumber: maskedNumber(identityNumber) }
}

/** The person of an internal id; many of one request cost one statement. */
export function loadPerson(ctx: RequestContext, id: number): Promise<Person> {
  return loader<number, Person>(ctx, 'persons', async (ids) => {
    const rows = new Map((await visiblePersons(ctx, ids)).map((row) => [row.id, toPerson(row)]))
    return ids.map((one) => rows.get(one) ?? notFound('Person'))
  }).load(id)
}

/** The same, null where the viewer may not know of the person. */
export async function loadPersonOrNull(ctx: RequestContext, id: number): Promise<Person | null> {
  return (await accessToPerson(ctx, id)) === 'HIDDEN' ? null : loadPerson(ctx, id)
}

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
