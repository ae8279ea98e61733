import { normalizeName, searchKey, sortKey, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, idsBy, inChunks, insertIdentified, marks, select } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf, type Scope, type SqlPart } from '../../policy/scope.js'

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
  /** Above 0: others who may not be seen from here have the same identity number. */
  copy: number
}

const columns = `p.id, p.uid, p.version, p.full_name AS fullName, p.birth_date AS birthDate, p.female, p.ethnicity,
  p.religion, p.identity_number AS identityNumber, p.identity_copy AS copy, p.residence, p.note`

const toPerson = (row: PersonRow): PersonRow => ({
  ...row,
  female: Number(row.female) === 1,
  copy: Number(row.copy),
})

/** Something is on record of them at a unit of the scope, or nothing yet and it is such a unit that keeps them. */
function within(ctx: RequestContext, scope: Scope): SqlPart {
  if (scope.all) return { sql: '1 = 1', params: [] }
  const at = (column: string) => inScope(scope, column, today(ctx))
  const [here, there, kept] = [at('se.organization'), at('se.to_organization'), at('p.kept_at')]
  return {
    sql: `(EXISTS (SELECT 1 FROM person_event se WHERE se.person = p.id AND (${here.sql} OR ${there.sql}))
      OR (${kept.sql} AND NOT EXISTS (SELECT 1 FROM person_event se WHERE se.person = p.id)))`,
    params: [...here.params, ...there.params, ...kept.params],
  }
}

/** Persons whom the viewer may see: added to every statement that answers persons. */
const visible = (ctx: RequestContext): SqlPart => within(ctx, scopeOf(ctx, 'people.read'))

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
  persons: ReadonlyArray<PersonFacts & { uid: string; ref: string | null; keptAt?: number; copy?: number }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'person',
    persons.map((facts) => ({
      uid: facts.uid,
      ...rowOf(facts),
      external_ref: facts.ref,
      kept_at: facts.keptAt ?? 0,
      identity_copy: facts.copy ?? 0,
      version: 1,
      batch,
    })),
  )
}

/** Writes what is known of a person now; `version` goes up by one. */
export async function updatePersonRow(
  ctx: RequestContext,
  id: number,
  facts: PersonFacts & { copy: number },
): Promise<void> {
  const row = { ...rowOf(facts), identity_copy: facts.copy }
  const names = Object.keys(row)
  await execute(
    ctx,
    `UPDATE person SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...Object.values(row), id],
  )
}

/** The person of that outer id if they may be seen, kept from changing until the unit of work ends if there is one. */
export async function findPersonByUid(ctx: RequestContext, uid: string): Promise<PersonRow | undefined> {
  const scope = visible(ctx)
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const rows = await select<PersonRow>(
    ctx,
    `SELECT ${columns} FROM person p WHERE p.uid = ? AND ${scope.sql}${lock}`,
    [uid, ...scope.params],
  )
  const row = rows.find((one) => one.uid === uid)
  return row && toPerson(row)
}

/** Those of the persons (internal ids) whom the viewer may see. */
export async function findVisiblePersons(ctx: RequestContext, ids: readonly number[]): Promise<PersonRow[]> {
  const scope = visible(ctx)
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    select<PersonRow>(
      ctx,
      `SELECT ${columns} FROM person p WHERE p.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return rows.map(toPerson)
}

/** Those of the persons whom the viewer may record on: their cell now, or else the unit that keeps them, is theirs. */
export async function listEditable(ctx: RequestContext, ids: readonly number[]): Promise<number[]> {
  const scope = scopeOf(ctx, 'people.record')
  const now = inScope(scope, 'COALESCE(e.to_organization, e.organization)', today(ctx))
  const kept = inScope(scope, 'p.kept_at', today(ctx))
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT p.id FROM person p WHERE p.id IN (${marks(chunk)}) AND (
         EXISTS (SELECT 1 FROM person_event e WHERE e.person = p.id AND e.corrected_on IS NULL AND ${now.sql}
           AND NOT EXISTS (SELECT 1 FROM person_event l WHERE l.person = p.id AND l.corrected_on IS NULL
             AND (l.date > e.date OR (l.date = e.date AND l.id > e.id))))
         OR (${kept.sql} AND NOT EXISTS (
           SELECT 1 FROM person_event l WHERE l.person = p.id AND l.corrected_on IS NULL)))`,
      [...chunk, ...now.params, ...kept.params],
    ),
  )
  return rows.map(({ id }) => id)
}

/**
 * Persons by internal ids, in the order of the ids; locked likewise. For units of work, whatever the scope: whoever
 * answers persons asks findVisiblePersons.
 */
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

/** Who of those who may be seen carries one of the identity numbers. */
export async function findIdentityNumbers(
  ctx: RequestContext,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const scope = visible(ctx)
  const rows = await inChunks(numbers, (chunk) =>
    select<{ id: number; number: string }>(
      ctx,
      `SELECT p.id, p.identity_number AS number FROM person p
       WHERE p.identity_number IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return new Map(rows.map(({ id, number }) => [number, id]))
}

/** How many persons there are with each of the numbers, whoever may see them: 0 for one that nobody has. */
export async function countIdentityCopies(
  ctx: RequestContext,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const rows = await inChunks(numbers, (chunk) =>
    select<{ number: string; next: number }>(
      ctx,
      `SELECT identity_number AS number, MAX(identity_copy) + 1 AS next FROM person
       WHERE identity_number IN (${marks(chunk)}) GROUP BY identity_number`,
      chunk,
    ),
  )
  return new Map(rows.map(({ number, next }) => [number, Number(next)]))
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
  const scope = visible(ctx)
  const free = notRestricted(ctx, 'p.id')
  const rows = await select<PersonRow>(
    ctx,
    `SELECT ${columns} FROM person p WHERE ${words.map(() => `p.search_key LIKE ? ESCAPE '!'`).join(' AND ')}
     AND ${scope.sql} AND ${free.sql} ORDER BY p.sort_key, p.id LIMIT ${limit}`,
    [...words.map((word) => `%${word.replace(/[!%_]/gu, '!$&')}%`), ...scope.params, ...free.params],
  )
  return rows.map(toPerson)
}
