import type { Role } from '@seedbed/shared'
import { today, type RequestContext } from '../context.js'
import { execute, select } from '../database/sql.js'
import type { HeldGrant } from '../policy/access.js'
import type { SignInStage } from '../policy/viewer.js'

/** A session whose account is not disabled, with the name of the account. */
export interface StoredSession {
  id: number
  account: number
  name: string
  stage: SignInStage
  seenAt: string
}

/** The session of a token (by its hash) that has neither expired nor been idle since `idleSince`. */
export async function findSession(
  ctx: RequestContext,
  tokenHash: string,
  now: string,
  idleSince: string,
): Promise<StoredSession | undefined> {
  const [row] = await select<StoredSession>(
    ctx,
    `SELECT s.id, s.account, a.name, s.stage, s.seen_at AS seenAt FROM session s JOIN account a ON a.id = s.account
     WHERE s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ? AND a.disabled_at IS NULL`,
    [tokenHash, now, idleSince],
  )
  return row
}

/** An access token that holds, with the name of its account and of itself. */
export interface StoredAccessToken {
  id: number
  account: number
  name: string
  tokenName: string
  grantId: number
  anyOperation: number
  lastUsedAt: string | null
}

/** The access token (by its hash) that is neither expired nor revoked and whose account is not disabled. */
export async function findAccessToken(
  ctx: RequestContext,
  tokenHash: string,
  now: string,
): Promise<StoredAccessToken | undefined> {
  const [row] = await select<StoredAccessToken>(
    ctx,
    `SELECT t.id, t.account, a.name, t.name AS tokenName, t.grant_id AS grantId, t.any_operation AS anyOperation,
       t.last_used_at AS lastUsedAt
     FROM access_token t JOIN account a ON a.id = t.account
     WHERE t.token_hash = ? AND t.expires_at > ? AND t.revoked_at IS NULL AND a.disabled_at IS NULL`,
    [tokenHash, now],
  )
  return row
}

/** The grants of an account that hold today, with the level of their units; of a token only its own. */
export function listHeldGrants(
  ctx: RequestContext,
  account: number,
  only: number | null = null,
): Promise<HeldGrant[]> {
  const day = today(ctx)
  return select<HeldGrant & { role: Role }>(
    ctx,
    `SELECT g.role, g.organization, COALESCE(v.tier, CASE WHEN g.organization = 0 THEN 'INSTALLATION' END) AS tier
     FROM account_grant g LEFT JOIN organization_version v
       ON v.organization = g.organization AND v.valid_from <= ? AND v.valid_to > ?
     WHERE g.account = ? AND g.valid_from <= ? AND g.valid_to > ? AND (v.tier IS NOT NULL OR g.organization = 0)
       ${only === null ? '' : 'AND g.id = ?'}`,
    [day, day, account, day, day, ...(only === null ? [] : [only])],
  )
}

/** Says that the session was used just now; in a unit of work. */
export function touchSession(ctx: RequestContext, id: number, now: string): Promise<void> {
  return execute(ctx, 'UPDATE session SET seen_at = ? WHERE id = ?', [now, id])
}

/** Says that the token was used just now; in a unit of work. */
export function touchAccessToken(ctx: RequestContext, id: number, now: string): Promise<void> {
  return execute(ctx, 'UPDATE access_token SET last_used_at = ? WHERE id = ?', [now, id])
}
