import type { Day, Role } from '@seedbed/shared'
import { OPEN_END } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, insertIdentified, marks, select } from '../../database/sql.js'
import type { HeldGrant } from '../../policy/access.js'
import type { SqlPart } from '../../policy/scope.js'
import { administered } from './administered.js'

/** A role at a unit (0: at everything) during [validFrom, validTo). */
export interface GrantFacts {
  account: number
  role: Role
  organization: number
  validFrom: Day
  validTo: Day
}

export interface GrantRow extends GrantFacts {
  id: number
  uid: string
  grantedAt: string
  grantedBy: number | null
  version: number
}

const columns = `g.id, g.uid, g.account, g.role, g.organization, g.valid_from AS validFrom, g.valid_to AS validTo,
  g.granted_at AS grantedAt, g.granted_by AS grantedBy, g.version`

/** Stores grants and answers their internal ids in the same order. */
export function insertGrants(
  ctx: RequestContext,
  grants: ReadonlyArray<GrantFacts & { uid: string; grantedBy: number | null }>,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'account_grant',
    grants.map(({ uid, account, role, organization, validFrom, validTo, grantedBy }) => ({
      uid,
      account,
      role,
      organization,
      valid_from: validFrom,
      valid_to: validTo,
      granted_by: grantedBy,
      granted_at: ctx.clock.now().toISOString(),
      version: 1,
    })),
  )
}

function grantsOf(ctx: RequestContext, accounts: readonly number[], scope: SqlPart): Promise<GrantRow[]> {
  return inChunks(accounts, (chunk) =>
    select<GrantRow>(
      ctx,
      `SELECT ${columns} FROM account_grant g WHERE g.account IN (${marks(chunk)}) AND ${scope.sql}
       ORDER BY g.account, g.valid_from, g.id`,
      [...chunk, ...scope.params],
    ),
  )
}

/** All grants of accounts, ended ones included, whoever asks: for the accounts themselves and for rules. */
export function listAllGrants(ctx: RequestContext, accounts: readonly number[]): Promise<GrantRow[]> {
  return grantsOf(ctx, accounts, { sql: '1 = 1', params: [] })
}

/** Those grants of accounts that the viewer administers. */
export function listAdministeredGrants(
  ctx: RequestContext,
  accounts: readonly number[],
): Promise<GrantRow[]> {
  return grantsOf(ctx, accounts, administered(ctx, 'g.organization'))
}

/** The grant of an outer id if the viewer administers it, locked inside a unit of work. */
export async function findGrant(ctx: RequestContext, uid: string): Promise<GrantRow | undefined> {
  const scope = administered(ctx, 'g.organization')
  const rows = await select<GrantRow>(
    ctx,
    `SELECT ${columns} FROM account_grant g WHERE g.uid = ? AND ${scope.sql}${ctx.transaction ? forUpdate(ctx) : ''}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Grants by outer ids, of those that the viewer administers. */
export function findGrants(ctx: RequestContext, uids: readonly string[]): Promise<GrantRow[]> {
  const scope = administered(ctx, 'g.organization')
  return inChunks(uids, (chunk) =>
    select<GrantRow>(
      ctx,
      `SELECT ${columns} FROM account_grant g WHERE g.uid IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
}

/** Of these accounts those with a grant, not ended, which the viewer does not administer. */
export async function listBeyond(ctx: RequestContext, accounts: readonly number[]): Promise<number[]> {
  const scope = administered(ctx, 'g.organization')
  const rows = await inChunks(accounts, (chunk) =>
    select<{ account: number }>(
      ctx,
      `SELECT DISTINCT g.account FROM account_grant g
       WHERE g.account IN (${marks(chunk)}) AND g.valid_to > ? AND NOT (${scope.sql})`,
      [...chunk, today(ctx), ...scope.params],
    ),
  )
  return rows.map(({ account }) => account)
}

/** Of these units those at which the viewer may grant. */
export async function listGrantPlaces(ctx: RequestContext, units: readonly number[]): Promise<number[]> {
  const scope = administered(ctx, 'o.id')
  const rows = await inChunks(units, (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT o.id FROM organization o WHERE o.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
  return rows.map(({ id }) => id)
}

/** Writes the day from which a grant no longer holds; `version` goes up by one. */
export function writeGrantEnd(ctx: RequestContext, id: number, validTo: Day): Promise<void> {
  return execute(ctx, 'UPDATE account_grant SET valid_to = ?, version = version + 1 WHERE id = ?', [
    validTo,
    id,
  ])
}

/** Grants that hold today of accounts by user name that are not disabled, with the level of the unit, whoever asks. */
export function listHeldByUserName(
  ctx: RequestContext,
  userNames: readonly string[],
): Promise<Array<HeldGrant & { account: number; userName: string }>> {
  const day = today(ctx)
  return inChunks(userNames, (chunk) =>
    select<HeldGrant & { account: number; userName: string }>(
      ctx,
      `SELECT a.id AS account, a.user_name AS userName, g.role, g.organization,
         COALESCE(v.tier, 'INSTALLATION') AS tier
       FROM account a JOIN account_grant g ON g.account = a.id
       LEFT JOIN organization_version v ON v.organization = g.organization AND v.valid_from <= ? AND v.valid_to > ?
       WHERE a.user_name IN (${marks(chunk)}) AND a.disabled_at IS NULL AND g.valid_from <= ? AND g.valid_to > ?
         AND (v.tier IS NOT NULL OR g.organization = 0)`,
      [day, day, ...chunk, day, day],
    ),
  )
}

/** Whoever could take the last system administrator away holds these rows until the end of the unit of work. */
export async function lockSystemAdmins(ctx: RequestContext): Promise<void> {
  await select(ctx, `SELECT id FROM account_grant WHERE role = 'SYSTEM_ADMIN' ORDER BY id${forUpdate(ctx)}`)
}

/** How many accounts that are not disabled hold SYSTEM_ADMIN today and without an end. */
export async function countSystemAdmins(ctx: RequestContext): Promise<number> {
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(DISTINCT a.id) AS n FROM account a JOIN account_grant g ON g.account = a.id
     WHERE a.disabled_at IS NULL AND g.role = 'SYSTEM_ADMIN' AND g.organization = 0
       AND g.valid_from <= ? AND g.valid_to = ?`,
    [today(ctx), OPEN_END],
  )
  return Number(row?.n ?? 0)
}
