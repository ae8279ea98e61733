import { normalizeName, searchKey, sortKey, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, insertIdentified, marks, select } from '../../database/sql.js'

/** What is kept of a person. */
export interface PersonFacts {
  fullName: string
  birthDate: Day
  female: boolean
  ethnicity: string
  religion: string | null
  identityNumber: string | null
  note: string | null
}

export interface PersonRow extends PersonFacts {
  id: number
  uid: string
  version: number
}

const columns = `p.id, p.uid, p.version, p.full_name AS fullName, p.birth_date AS birthDate, p.female, p.ethnicity,
  p.religion, p.identity_number AS identityNumber, p.note`

const toPerson = (row: PersonRow): PersonRow => ({ ...row, female: Number(row.female) === 1 })

function rowOf(facts: PersonFacts) {
  const fullName = normalizeName(facts.fullName)
  return {
    full_name: fullName,
    search_key: searchKey(fullName),
    sort_key: sortKey(fullName),
    birth_date: facts.birthDate,
    female: facts.female ? 1 : 0,
    ethnicity: facts.ethnicity,
    religion: facts.religion,
    identity_number: facts.identityNumber,
    note: facts.note,
  }
}

/** Stores persons and answers their internal ids in the same order. */
export function insertPersons(
  ctx: RequestContext,
  persons: ReadonlyArray<PersonFacts & { uid: string; ref: string | null }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'person',
    persons.map((facts) => ({ uid: facts.uid, ...rowOf(facts), external_ref: facts.ref, version: 1, batch })),
  )
}

/** Writes what is known of a person now; `version` goes up by one. */
export async function updatePersonRow(ctx: RequestContext, id: number, facts: PersonFacts): Promise<void> {
  const row = rowOf(facts)
  const names = Object.keys(row)
  await execute(
    ctx,
    `UPDATE person SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...Object.values(row), id],
  )
}

/** Persons by their outer ids, kept from changing until the unit of work ends if there is one. */
export async function findPersonsByUid(ctx: RequestContext, uids: readonly string[]): Promise<PersonRow[]> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const rows = await inChunks([...uids], (chunk) =>
    select<PersonRow>(ctx, `SELECT ${columns} FROM person p WHERE p.uid IN (${marks(chunk)})${lock}`, chunk),
  )
  return rows.filter(({ uid }) => uids.includes(uid)).map(toPerson)
}

/** The same by internal ids, in the order of the ids. */
export async function findPersons(ctx: RequestContext, ids: readonly number[]): Promise<PersonRow[]> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  const rows = await inChunks(sorted, (chunk) =>
    select<PersonRow>(
      ctx,
      `SELECT ${columns} FROM person p WHERE p.id IN (${marks(chunk)}) ORDER BY p.id${lock}`,
      chunk,
    ),
  )
  return rows.map(toPerson)
}

/** Internal ids of persons by the sender's references. */
export async function findPersonRefs(
  ctx: RequestContext,
  refs: readonly string[],
): Promise<Map<string, number>> {
  const rows = await inChunks([...refs], (chunk) =>
    select<{ id: number; external_ref: string }>(
      ctx,
      `SELECT id, external_ref FROM person WHERE external_ref IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, external_ref }) => [external_ref, id]))
}

/** Who carries one of the identity numbers. */
export async function findIdentityNumbers(
  ctx: RequestContext,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const rows = await inChunks([...numbers], (chunk) =>
    select<{ id: number; identity_number: string }>(
      ctx,
      `SELECT id, identity_number FROM person WHERE identity_number IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, identity_number }) => [identity_number, id]))
}

/** Persons whose name holds every word, in order of their names; nothing without a word. */
export async function searchPersonRows(
  ctx: RequestContext,
  text: string,
  limit: number,
): Promise<PersonRow[]> {
  const words = searchKey(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const rows = await select<PersonRow>(
    ctx,
    `SELECT ${columns} FROM person p WHERE ${words.map(() => `p.search_key LIKE ? ESCAPE '!'`).join(' AND ')}
     ORDER BY p.sort_key, p.id LIMIT ${limit}`,
    words.map((word) => `%${word.replace(/[!%_]/gu, '!$&')}%`),
  )
  return rows.map(toPerson)
}
