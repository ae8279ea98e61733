import { normalizeName, searchKey, sortKey, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  idsBy,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'

/** What is kept of a person. */
export interface PersonFacts {
  fullName: string
  birthDate: Day
  female: boolean
  ethnicity: string
  religion: string | null
  identityNumber: string | null
  /** Commune or ward where the person lives; with it two persons of one name are told apart. */
  residence?: string | null
  note: string | null
}

export interface PersonRow extends PersonFacts {
  id: number
  uid: string
  version: number
}

const columns = `p.id, p.uid, p.version, p.full_name AS fullName, p.birth_date AS birthDate, p.female, p.ethnicity,
  p.religion, p.identity_number AS identityNumber, p.residence, p.note`

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
    residence: facts.residence ?? null,
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

/** The person of that outer id, kept from changing until the unit of work ends if there is one. */
export async function findPersonByUid(ctx: RequestContext, uid: string): Promise<PersonRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const row = await rowByUid<PersonRow>(ctx, 'person p', columns, uid, lock)
  return row && toPerson(row)
}

/** Persons by internal ids, in the order of the ids; locked likewise. */
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
export function findPersonRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return idsBy(ctx, 'person', 'external_ref', refs)
}

/** Who carries one of the identity numbers. */
export function findIdentityNumbers(
  ctx: RequestContext,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  return idsBy(ctx, 'person', 'identity_number', numbers)
}

/** Persons of that name, accents and case apart, born on that day. */
export async function listNamesakes(
  ctx: RequestContext,
  fullName: string,
  birthDate: Day,
): Promise<PersonRow[]> {
  const rows = await select<PersonRow>(
    ctx,
    `SELECT ${columns} FROM person p WHERE p.birth_date = ? AND p.search_key = ? ORDER BY p.id`,
    [birthDate, searchKey(normalizeName(fullName))],
  )
  return rows.map(toPerson)
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
