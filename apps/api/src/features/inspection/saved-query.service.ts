import {
  canonicalJson,
  faultOfOrganizationQuery,
  faultOfPersonQuery,
  LIMITS,
  normalizeName,
  reason,
  type OrganizationQuery,
  type PersonQuery,
  type Role,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, forbidden, invalidInput, notFound, staleVersion } from '../../errors/errors.js'
import { mayAnywhere, refuseUnless } from '../../policy/may.js'
import { unitsByUid } from '../organizations/unit-lookup.service.js'
import {
  deleteSaved,
  findSaved,
  insertSaved,
  listSaved,
  lockOwn,
  lockSaved,
  updateSaved,
  updateSharing,
  type SavedFacts,
  type SavedRow,
} from './saved-query.repository.js'

export type { SavedRow } from './saved-query.repository.js'

/** A question to be kept: one about units or one about persons. */
export interface QueryToSave {
  name: string
  organizations?: OrganizationQuery | null
  persons?: PersonQuery | null
}

/** Whose questions these are: the account that asks; commands and the system keep none. */
export function accountOf(ctx: RequestContext): number {
  const { viewer } = ctx
  if (viewer.kind === 'ACCOUNT' || viewer.kind === 'TOKEN') return viewer.account
  throw forbidden(reason('NOT_ALLOWED'))
}

/** A question as it is kept. Refuses a faulty one, two at once, and persons of who may not read them. */
export function bodyOf(
  ctx: RequestContext,
  { organizations, persons }: Omit<QueryToSave, 'name'>,
): Pick<SavedFacts, 'about' | 'body'> {
  if (Boolean(organizations) === Boolean(persons))
    throw invalidInput('organizations', reason('QUERY_ONE_SUBJECT'))
  if (persons && !mayAnywhere(ctx, 'people.read')) throw forbidden(reason('NOT_ALLOWED'))
  const fault = organizations
    ? faultOfOrganizationQuery(organizations)
    : persons && faultOfPersonQuery(persons)
  const field = organizations ? 'organizations' : 'persons'
  if (fault) throw invalidInput(`${field}.${fault.field}`, fault.why)
  const body = canonicalJson(withoutNulls(organizations ?? persons))
  if (body.length > 30_000) throw invalidInput(field, reason('TOO_LONG', { limit: 30_000 }))
  return { about: organizations ? 'UNITS' : 'PERSONS', body }
}

/** Without what was left open, so that the same question is the same text. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      inner === null || inner === undefined ? [] : [[name, withoutNulls(inner)]],
    ),
  )
}

function nameOf(text: string): string {
  const name = normalizeName(text)
  if (name === '' || name.length > LIMITS.nameLength)
    throw invalidInput('name', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  return name
}

async function required(ctx: RequestContext, uid: string): Promise<SavedRow> {
  const row = await findSaved(ctx, accountOf(ctx), uid)
  if (!row) throw notFound('Saved query')
  return row
}

/** What one's own account keeps, and what others share with it, own ones first. */
export function savedQueries(ctx: RequestContext): Promise<SavedRow[]> {
  return listSaved(ctx, accountOf(ctx))
}

/** One of them to be asked. Refuses (CONFLICT) what an account keeps that was disabled since. */
export async function savedQuery(ctx: RequestContext, uid: string): Promise<SavedRow> {
  const row = await required(ctx, uid)
  if (isLeft(ctx, row)) throw conflict(reason('QUERY_OWNER_LEFT'))
  return row
}

/** Whether who shares it has left: it is then nobody's to answer for. */
export function isLeft(ctx: RequestContext, row: SavedRow): boolean {
  return Number(row.ownerLeft) === 1 && row.account !== accountOf(ctx)
}

async function refuseTaken(
  tx: RequestContext,
  account: number,
  name: string,
  but: number | null,
): Promise<void> {
  const own = await lockOwn(tx, account)
  if (own.some((row) => row.name === name && row.id !== but)) throw conflict(reason('QUERY_NAME_TAKEN'))
}

/** The row for a change by its owner. Refuses others (FORBIDDEN), and a version that was overtaken (CONFLICT). */
async function lockedOwn(tx: RequestContext, uid: string, version: number): Promise<SavedRow> {
  const row = await required(tx, uid)
  if (row.account !== accountOf(tx)) throw forbidden(reason('QUERY_NOT_YOURS'))
  const locked = await lockSaved(tx, uid)
  if (!locked) throw notFound('Saved query')
  if (locked.version !== version) throw staleVersion('Saved query', version, locked.version)
  return row
}

/** Keeps a question under a name of one's own. Refuses a name that one has used. */
export function saveQuery(ctx: RequestContext, input: QueryToSave): Promise<SavedRow> {
  const facts = { ...bodyOf(ctx, input), name: nameOf(input.name) }
  const account = accountOf(ctx)
  return inTransaction(ctx, async (tx) => {
    await refuseTaken(tx, account, facts.name, null)
    const uid = uuid()
    await insertSaved(tx, { ...facts, uid, account })
    noteChange(tx, { after: { ...facts } })
    return required(tx, uid)
  })
}

/** Puts another question or name in the place of one's own. */
export function changeQuery(
  ctx: RequestContext,
  input: QueryToSave & { id: string; version: number },
): Promise<SavedRow> {
  const facts = { ...bodyOf(ctx, input), name: nameOf(input.name) }
  return inTransaction(ctx, async (tx) => {
    const row = await lockedOwn(tx, input.id, input.version)
    await refuseTaken(tx, row.account, facts.name, row.id)
    await updateSaved(tx, row.id, facts)
    noteChange(tx, { before: { name: row.name, body: row.body }, after: { ...facts } })
    return required(tx, input.id)
  })
}

/** With whom a question is shared: who has a grant at the unit or below, of the role if one is named; null: nobody. */
export interface Sharing {
  id: string
  version: number
  organizationId?: string | null
  everywhere?: boolean | null
  role?: Role | null
}

async function unitOf(
  tx: RequestContext,
  { organizationId, everywhere, role }: Sharing,
): Promise<number | null> {
  if (organizationId && everywhere) throw invalidInput('everywhere', reason('QUERY_SHARED_ONCE'))
  if (everywhere) return 0
  if (!organizationId) {
    if (role) throw invalidInput('role', reason('QUERY_SHARED_WHERE'))
    return null
  }
  const unit = (await unitsByUid(tx, [organizationId])).get(organizationId)
  if (unit === undefined) throw notFound('Organization')
  return unit
}

/** Shares one's own question, or takes that back. Sharing needs the verb at the unit, everywhere on the installation. */
export function shareQuery(ctx: RequestContext, input: Sharing): Promise<SavedRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockedOwn(tx, input.id, input.version)
    const unit = await unitOf(tx, input)
    if (unit !== null) await refuseUnless(tx, 'queries.share', unit)
    const role = unit === null ? null : (input.role ?? null)
    await updateSharing(tx, row.id, unit, role)
    noteChange(tx, {
      before: { sharedOrganization: row.sharedOrganization, sharedRole: row.sharedRole },
      after: { sharedOrganization: unit, sharedRole: role },
      ...(unit ? { units: [unit] } : {}),
    })
    return required(tx, input.id)
  })
}

/** Makes a question that one sees one's own, also that of an account that was disabled. */
export function duplicateQuery(ctx: RequestContext, uid: string, name: string): Promise<SavedRow> {
  const wanted = nameOf(name)
  const account = accountOf(ctx)
  return inTransaction(ctx, async (tx) => {
    const { about, body } = await required(tx, uid)
    await refuseTaken(tx, account, wanted, null)
    const copy = uuid()
    await insertSaved(tx, { about, body, name: wanted, uid: copy, account })
    noteChange(tx, { after: { name: wanted, body } })
    return required(tx, copy)
  })
}

/** Gives up one's own question; evidence that was frozen from it stays. */
export function deleteQuery(ctx: RequestContext, uid: string, version: number): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockedOwn(tx, uid, version)
    await deleteSaved(tx, row.id)
    noteChange(tx, { before: { name: row.name, body: row.body } })
    return true
  })
}
