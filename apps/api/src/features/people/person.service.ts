import { ETHNIC_GROUPS, isDay, LIMITS, normalizeName, reason, RELIGIONS } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  invalidInput,
  notFound,
  refuseLonger,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import {
  findIdentityNumbers,
  findPersonRefs,
  findPersons,
  findPersonByUid,
  insertPersons,
  searchPersonRows,
  updatePersonRow,
  type PersonFacts,
  type PersonRow,
} from './person.repository.js'

export type { PersonFacts, PersonRow } from './person.repository.js'

/** The audit log tells of these only that they changed: who reads it need not know them. */
const covered = ['ethnicity', 'religion', 'identityNumber']

/** Refuses facts that cannot be: empty name, unknown code, a birth in the future, a number without 12 digits. */
export function refusePersonFacts(ctx: RequestContext, facts: PersonFacts): void {
  const name = normalizeName(facts.fullName)
  if (name === '' || name.length > LIMITS.nameLength)
    throw invalidInput('fullName', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (!isDay(facts.birthDate) || facts.birthDate > today(ctx))
    throw invalidInput('birthDate', reason('BIRTH_NOT_PAST'))
  if (!Object.hasOwn(ETHNIC_GROUPS, facts.ethnicity)) throw invalidInput('ethnicity', reason('UNKNOWN_CODE'))
  if (facts.religion !== null && !Object.hasOwn(RELIGIONS, facts.religion))
    throw invalidInput('religion', reason('UNKNOWN_CODE'))
  if (facts.identityNumber !== null && !/^\d{12}$/u.test(facts.identityNumber))
    throw invalidInput('identityNumber', reason('IDENTITY_FORM'))
  refuseLonger('note', facts.note, LIMITS.noteLength)
}

/** A new person: with facts, and the sender's reference when imported. */
export interface NewPerson {
  facts: PersonFacts
  ref: string | null
}

/**
 * Stores many persons at once, in a unit of work. Answers their internal ids, or by position why one was refused;
 * nothing is stored if any is. An identity number or reference that is taken is a CONFLICT.
 */
export async function addPersons(
  ctx: RequestContext,
  persons: readonly NewPerson[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const numbers = persons.flatMap(({ facts }) => facts.identityNumber ?? [])
  const taken = new Set((await findIdentityNumbers(ctx, numbers)).keys())
  const refs = new Set(
    (
      await findPersonRefs(
        ctx,
        persons.flatMap(({ ref }) => ref ?? []),
      )
    ).keys(),
  )
  persons.forEach(({ facts, ref }, index) => {
    try {
      refusePersonFacts(ctx, facts)
      if (facts.identityNumber !== null && taken.has(facts.identityNumber))
        throw conflict(reason('IDENTITY_TAKEN'))
      if (ref !== null && refs.has(ref)) throw conflict(`reference ${ref} is taken`)
      if (facts.identityNumber !== null) taken.add(facts.identityNumber)
      if (ref !== null) refs.add(ref)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = persons.map(({ facts, ref }) => ({ ...facts, ref, uid: uuid() }))
  return { ids: await insertPersons(ctx, rows, batch), refused }
}

/** Puts one person on record. */
export function createPerson(ctx: RequestContext, facts: PersonFacts): Promise<PersonRow> {
  return inTransaction(ctx, async (tx) => {
    const { ids, refused } = await addPersons(tx, [{ facts, ref: null }], null)
    for (const error of refused.values()) throw error
    const [person] = await findPersons(tx, ids)
    if (!person) throw notFound('Person')
    noteChange(tx, { persons: ids })
    return person
  })
}

/** Corrects what is known of a person now; events keep what was frozen. A stale version is a CONFLICT. */
export function updatePerson(
  ctx: RequestContext,
  uid: string,
  version: number,
  facts: PersonFacts,
): Promise<PersonRow> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, uid)
    if (person.version !== version) throw staleVersion('The person', version, person.version)
    refusePersonFacts(tx, facts)
    const holder =
      facts.identityNumber &&
      (await findIdentityNumbers(tx, [facts.identityNumber])).get(facts.identityNumber)
    if (holder && holder !== person.id) throw conflict(reason('IDENTITY_TAKEN'))
    await updatePersonRow(tx, person.id, facts)
    const states = { before: { ...person }, after: { ...person, ...facts } }
    noteChange(tx, { persons: [person.id], ...states, covered })
    return requirePerson(tx, uid)
  })
}

/** The person of that outer id, or NOT_FOUND; locked inside a unit of work. */
export async function requirePerson(ctx: RequestContext, uid: string): Promise<PersonRow> {
  const person = await findPersonByUid(ctx, uid)
  if (!person) throw notFound('Person')
  return person
}

/** Persons by internal ids, locked inside a unit of work. */
export function loadPersons(ctx: RequestContext, ids: readonly number[]): Promise<PersonRow[]> {
  return findPersons(ctx, ids)
}

/** Internal ids by the sender's references. */
export function personRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return findPersonRefs(ctx, refs)
}

/** Persons whose name holds the words, without accents; nothing for an empty text. */
export async function searchPersons(ctx: RequestContext, text: string, first: number): Promise<PersonRow[]> {
  if (text.length > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  if (text.trim() === '') return []
  return searchPersonRows(ctx, text, first)
}

/** All but the last three digits hidden. */
export function maskedNumber(identityNumber: string | null): string | null {
  return identityNumber && '•'.repeat(9) + identityNumber.slice(-3)
}
