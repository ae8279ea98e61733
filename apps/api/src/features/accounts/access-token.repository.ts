import type { RequestContext } from '../../context.js'
import { execute, insertIdentified, select } from '../../database/sql.js'

/** An access token as its account may see it; instants in ISO 8601. */
export interface AccessTokenRow {
  id: number
  uid: string
  grantId: number
  name: string
  anyOperation: boolean
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  lastUsedAt: string | null
}

/** Stores a token by its hash; answers its internal id. */
export async function insertAccessToken(
  ctx: RequestContext,
  token: {
    uid: string
    tokenHash: string
    account: number
    grantId: number
    name: string
    anyOperation: boolean
    expiresAt: string
  },
): Promise<number> {
  const [id = 0] = await insertIdentified(ctx, 'access_token', [
    {
      uid: token.uid,
      token_hash: token.tokenHash,
      account: token.account,
      grant_id: token.grantId,
      name: token.name,
      any_operation: token.anyOperation ? 1 : 0,
      created_at: ctx.clock.now().toISOString(),
      expires_at: token.expiresAt,
    },
  ])
  return id
}

/** All tokens of an account, the newest first, ended ones included. */
export async function listAccessTokens(ctx: RequestContext, account: number): Promise<AccessTokenRow[]> {
  const rows = await select<AccessTokenRow>(
    ctx,
    `SELECT id, uid, grant_id AS grantId, name, any_operation AS anyOperation, created_at AS createdAt,
       expires_at AS expiresAt, revoked_at AS revokedAt, last_used_at AS lastUsedAt
     FROM access_token WHERE account = ? ORDER BY id DESC`,
    [account],
  )
  return rows.map((row) => ({ ...row, anyOperation: Number(row.anyOperation) === 1 }))
}

/** Revokes a token of an account. */
export function writeRevoked(ctx: RequestContext, account: number, id: number, now: string): Promise<void> {
  return execute(
    ctx,
    'UPDATE access_token SET revoked_at = ? WHERE account = ? AND id = ? AND revoked_at IS NULL',
    [now, account, id],
  )
}
