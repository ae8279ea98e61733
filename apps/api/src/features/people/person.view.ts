import type { RequestContext } from '../../context.js'
import { notFound } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { accessToPerson } from './look.service.js'
import { maskedNumber, visiblePersons, type PersonRow } from './person.service.js'
import type { Person } from './person.type.js'

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
