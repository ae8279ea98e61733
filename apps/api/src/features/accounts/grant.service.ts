import {
  addDays,
  carries,
  GRANT_TIERS,
  isDay,
  isGrantable,
  OPEN_END,
  reason,
  type Day,
  type Role,
  type Verb,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { accountOf } from '../../auth/signed-in.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, forbidden, invalidInput, notFound, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { may, refuseUnless } from '../../policy/may.js'
import { findOrganization } from '../organizations/organization.service.js'
import {
  countSystemAdmins,
  findGrant,
  findGrants,
  insertGrants,
  listAdministeredGrants,
  listAllGrants,
  listGrantPlaces,
  listHeldByUserName,
  lockSystemAdmins,
  writeGrantEnd,
  type GrantFacts,
  type GrantRow,
} from './grant.repository.js'

export type { GrantRow } from './grant.repository.js'

/** A grant as somebody asks for it: unit by its outer id, null for the whole installation; days inclusive. */
export interface NewGrant {
  role: Role
  organizationId: string | null
  validFrom: Day | null
  validTo: Day | null
}

/** Roles that can be granted at a unit by the viewer; none where they administer no accounts. */
export async function grantableRoles(
  ctx: RequestContext,
  unit: { id: number; tier: string } | null,
): Promise<Role[]> {
  const roles = Object.keys(GRANT_TIERS) as Role[]
  if (unit === null) {
    const system = await may(ctx, 'system.administer', 0)
    return system ? roles.filter((role) => isGrantable(role, 'INSTALLATION')) : []
  }
  const allowed = await loader<number, boolean>(ctx, 'may grant at', async (ids) => {
    const places = new Set(await listGrantPlaces(ctx, ids))
    return ids.map((id) => places.has(id))
  }).load(unit.id)
  return allowed ? roles.filter((role) => isGrantable(role, unit.tier)) : []
}

/** Refuses a role that the viewer may not grant at the unit, or that cannot stand at its level. */
async function refusePlace(
  ctx: RequestContext,
  role: Role,
  unit: { id: number; tier: string } | null,
): Promise<void> {
  if (!isGrantable(role, unit?.tier ?? 'INSTALLATION')) throw invalidInput('role', reason('ROLE_NOT_HERE'))
  if ((await grantableRoles(ctx, unit)).includes(role)) return
  if (unit === null) throw forbidden(reason('NOT_ALLOWED'))
  await refuseUnless(ctx, 'accounts.administer', unit.id)
  throw forbidden(reason('NOT_ALLOWED_HERE'))
}

function daysOf(ctx: RequestContext, { validFrom, validTo }: NewGrant): { validFrom: Day; validTo: Day } {
  const from = validFrom ?? today(ctx)
  if (!isDay(from) || from < today(ctx)) throw invalidInput('validFrom', reason('DAY_PAST'))
  if (validTo !== null && validTo < from) throw invalidInput('validTo', reason('DAYS_REVERSED'))
  return {
    validFrom: from,
    validTo: validTo === null || validTo === OPEN_END ? OPEN_END : addDays(validTo, 1),
  }
}

/**
 * What a grant that is asked for would be, without its account. Refuses a unit that is not below one of the
 * viewer's (NOT_FOUND where it cannot be seen), a role that cannot stand there, days that have passed.
 */
export async function grantFacts(ctx: RequestContext, asked: NewGrant): Promise<Omit<GrantFacts, 'account'>> {
  const unit = asked.organizationId === null ? null : await findOrganization(ctx, asked.organizationId)
  await refusePlace(ctx, asked.role, unit)
  return { role: asked.role, organization: unit?.id ?? 0, ...daysOf(ctx, asked) }
}

/** Stores grants; in a unit of work. */
export async function addGrants(tx: RequestContext, grants: readonly GrantFacts[]): Promise<number[]> {
  const grantedBy = accountOf(tx)
  return insertGrants(
    tx,
    grants.map((facts) => ({ ...facts, uid: uuid(), grantedBy })),
  )
}

/** Gives an account, which the caller has found and locked, one more grant; the same twice is a CONFLICT. */
export async function addGrant(tx: RequestContext, account: number, asked: NewGrant): Promise<GrantRow> {
  const facts = { ...(await grantFacts(tx, asked)), account }
  const all = await listAllGrants(tx, [account])
  const same = all.some(
    (one) =>
      one.role === facts.role &&
      one.organization === facts.organization &&
      one.validFrom < facts.validTo &&
      one.validTo > facts.validFrom,
  )
  if (same) throw conflict(reason('GRANT_EXISTS'))
  const [id] = await addGrants(tx, [facts])
  const row = (await listAllGrants(tx, [account])).find((one) => one.id === id)
  if (!row) throw notFound('Grant')
  return row
}

/**
 * Ends a grant after its last day, or at once: then it does not hold from the next request on. Refuses a day that has
 * passed, a grant that has ended, one of the viewer's own, and the last system administrator.
 */
export function endGrant(
  ctx: RequestContext,
  uid: string,
  version: number,
  lastDay: Day | null,
): Promise<GrantRow> {
  return inTransaction(ctx, async (tx) => {
    await lockSystemAdmins(tx)
    const row = await findGrant(tx, uid)
    if (!row) throw notFound('Grant')
    if (row.version !== version) throw staleVersion('The grant', version, row.version)
    if (row.account === accountOf(tx)) throw forbidden(reason('OWN_ACCOUNT'))
    if (row.validTo <= today(tx)) throw conflict(reason('GRANT_ENDED'))
    if (lastDay !== null && lastDay < today(tx)) throw invalidInput('lastDay', reason('DAY_PAST'))
    const end = lastDay === null ? today(tx) : addDays(lastDay, 1)
    await writeGrantEnd(tx, row.id, end < row.validFrom ? row.validFrom : end)
    await refuseWithoutSystemAdmin(tx)
    return (await findGrant(tx, uid)) ?? row
  })
}

/** Takes the rows that `refuseWithoutSystemAdmin` counts; before anything is changed. */
export function holdSystemAdmins(tx: RequestContext): Promise<void> {
  return lockSystemAdmins(tx)
}

/** Refuses (CONFLICT) to leave the installation without a system administrator who has no end. */
export async function refuseWithoutSystemAdmin(tx: RequestContext): Promise<void> {
  if ((await countSystemAdmins(tx)) === 0) throw conflict(reason('LAST_SYSTEM_ADMIN'))
}

/** The grants of an account: its own all of them, of others those that the viewer administers. */
export function loadGrants(ctx: RequestContext, account: number): Promise<GrantRow[]> {
  const own = account === accountOf(ctx)
  return loader<number, GrantRow[]>(ctx, own ? 'own grants' : 'grants', async (ids) => {
    const rows = own ? await listAllGrants(ctx, ids) : await listAdministeredGrants(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.account === id))
  }).load(account)
}

/** All grants of an account, for commands. */
export function grantsOf(ctx: RequestContext, account: number): Promise<GrantRow[]> {
  return listAllGrants(ctx, [account])
}

/**
 * Of these user names those of accounts that hold a verb somewhere today, with their internal ids, whoever asks: for
 * rules about who can be given work. The others are not told apart.
 */
export async function accountsHolding(
  ctx: RequestContext,
  verb: Verb,
  userNames: readonly string[],
): Promise<Map<string, number>> {
  const rows = await listHeldByUserName(ctx, userNames)
  return new Map(
    rows.flatMap(({ userName, account, role, tier }) =>
      carries(role, verb, tier) ? [[userName, Number(account)] as const] : [],
    ),
  )
}

/** Whether the viewer can end a grant: it has not ended, they administer it, and it is not their own. */
export function mayEndGrant(ctx: RequestContext, uid: string): Promise<boolean> {
  return loader<string, boolean>(ctx, 'may end grants', async (uids) => {
    const rows = new Map((await findGrants(ctx, uids)).map((row) => [row.uid, row]))
    return uids.map((one) => {
      const row = rows.get(one)
      return row !== undefined && row.account !== accountOf(ctx) && row.validTo > today(ctx)
    })
  }).load(uid)
}

/** A grant of one's own by internal id. */
export async function ownGrant(ctx: RequestContext, id: number): Promise<GrantRow> {
  const row = (await loadGrants(ctx, accountOf(ctx) ?? 0)).find((one) => one.id === id)
  if (!row) throw notFound('Grant')
  return row
}
