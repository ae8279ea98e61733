import { ETHNIC_GROUPS, isDay, LIMITS, normalizeName, reason, RELIGIONS, searchKey } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  refuseLonger,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless, refuseUnlessAnywhere } from '../../policy/may.js'
import { scopeOf } from '../../policy/scope.js'
import { findOrganization } from '../organizations/organization.service.js'
import {
  countIdentityCopies,
  findIdentityNumbers,
  findPersonRefs,
  findPersons,
  findPersonByUid,
  findVisiblePersons,
  insertPersons,
  listEditable,
  listNamesakes,
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
  refuseLonger('residence', facts.residence, LIMITS.nameLength)
  refuseLonger('note', facts.note, LIMITS.noteLength)
}

/** A new person: with facts, and the sender's reference when imported. */
export interface NewPerson {
  facts: PersonFacts
  ref: string | null
  /** The unit that puts them on record; absent: the whole installation. */
  keptAt?: number
}

/**
 * Stores many persons at once, in a unit of work. Answers their internal ids, or by position why one was refused;
 * nothing is stored if any is. A reference that is taken, or the identity number of somebody whom the viewer may see,
 * is a CONFLICT; that somebody else has the number is not told.
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
  const copies = await countIdentityCopies(ctx, numbers)
  const copyOf = (number: string | null) => (number === null ? 0 : (copies.get(number) ?? 0))
  const rows = persons.map(({ facts, ref, keptAt }) => ({
    ...facts,
    ref,
    keptAt: keptAt ?? 0,
    copy: copyOf(facts.identityNumber),
    uid: uuid(),
  }))
  return { ids: await insertPersons(ctx, rows, batch), refused }
}

/** The unit that puts a person on record: the one named, else the first of the viewer's, else the installation. */
async function keeperOf(ctx: RequestContext, organizationId: string | null): Promise<number> {
  refuseUnlessAnywhere(ctx, 'people.record')
  const scope = scopeOf(ctx, 'people.record')
  if (organizationId === null) return scope.all ? 0 : (scope.organizations[0] ?? 0)
  const unit = await findOrganization(ctx, organizationId)
  await refuseUnless(ctx, 'people.record', unit.id)
  return unit.id
}

/** Puts one person on record at a unit: until something happens to them, whoever may see that unit's people does. */
export function createPerson(
  ctx: RequestContext,
  facts: PersonFacts,
  organizationId: string | null = null,
): Promise<PersonRow> {
  return inTransaction(ctx, async (tx) => {
    const keptAt = await keeperOf(tx, organizationId)
    const { ids, refused } = await addPersons(tx, [{ facts, ref: null, keptAt }], null)
    for (const error of refused.values()) throw error
    const [person] = await findPersons(tx, ids)
    if (!person) throw notFound('Person')
    noteChange(tx, { persons: ids })
    return person
  })
}

/**
 * Corrects what is known of a person now; events keep what was frozen, an identity number that is left out stays. For
 * whoever keeps the person; a stale version is a CONFLICT.
 */
export function updatePerson(
  ctx: RequestContext,
  uid: string,
  version: number,
  stated: Omit<PersonFacts, 'identityNumber'> & Partial<Pick<PersonFacts, 'identityNumber'>>,
): Promise<PersonRow> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, uid)
    const facts = { identityNumber: person.identityNumber, ...stated }
    if (!(await mayEdit(tx, person.id))) throw forbidden(reason('NOT_ALLOWED_HERE'))
    if (person.version !== version) throw staleVersion('The person', version, person.version)
    refusePersonFacts(tx, facts)
    const holder =
      facts.identityNumber &&
      (await findIdentityNumbers(tx, [facts.identityNumber])).get(facts.identityNumber)
    if (holder && holder !== person.id) throw conflict(reason('IDENTITY_TAKEN'))
    const number = facts.identityNumber
    const copies = number === null ? null : await countIdentityCopies(tx, [number])
    const copy = number === person.identityNumber ? person.copy : (copies?.get(number ?? '') ?? 0)
    await updatePersonRow(tx, person.id, { ...facts, copy })
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

/** Whether the viewer may record on a person: their cell of now, or the unit that keeps them, is theirs. */
export function mayEdit(ctx: RequestContext, person: number): Promise<boolean> {
  return loader<number, boolean>(ctx, 'may edit persons', async (ids) => {
    const found = new Set(scopeOf(ctx, 'people.record').all ? ids : await listEditable(ctx, ids))
    return ids.map((id) => found.has(id))
  }).load(person)
}

/** Persons by internal ids whom the viewer may see. */
export function visiblePersons(ctx: RequestContext, ids: readonly number[]): Promise<PersonRow[]> {
  return findVisiblePersons(ctx, ids)
}

/** Persons by internal ids, locked inside a unit of work; whatever the scope, for its rules. */
export function loadPersons(ctx: RequestContext, ids: readonly number[]): Promise<PersonRow[]> {
  return findPersons(ctx, ids)
}

/** Internal ids by the sender's references. */
export function personRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return findPersonRefs(ctx, refs)
}

/** Persons whose name holds the words, without accents; nothing for an empty text. */
export async function searchPersons(ctx: RequestContext, text: string, first: number): Promise<PersonRow[]> {
  refuseUnlessAnywhere(ctx, 'people.read')
  if (text.length > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  if (text.trim() === '') return []
  return searchPersonRows(ctx, text, first)
}

const sameText = (a: string, b: string) => searchKey(normalizeName(a)) === searchKey(normalizeName(b))

/**
 * Persons on record who may be the one described: by identity number, or by name and birth date where the residence
 * is the same or not known of one of them.
 */
export async function findDoubles(ctx: RequestContext, facts: PersonFacts): Promise<PersonRow[]> {
  refusePersonFacts(ctx, facts)
  const { identityNumber, residence } = facts
  const holder = identityNumber ? [...(await findIdentityNumbers(ctx, [identityNumber])).values()] : []
  const namesakes = (await listNamesakes(ctx, facts.fullName, facts.birthDate)).filter(
    (one) => !residence || !one.residence || sameText(one.residence, residence),
  )
  const known = new Set(namesakes.map(({ id }) => id))
  return [
    ...(await findPersons(
      ctx,
      holder.filter((id) => !known.has(id)),
    )),
    ...namesakes,
  ]
}

/** All but the last three digits hidden. */
export function maskedNumber(identityNumber: string | null): string | null {
  return identityNumber && '•'.repeat(9) + identityNumber.slice(-3)
}
