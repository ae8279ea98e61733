import type { RequestContext } from '../../context.js'
import { execute, insertRows, select } from '../../database/sql.js'
import type { SignInStage } from '../../policy/viewer.js'

/** A session as its account may see it; instants in ISO 8601. */
export interface SessionRow {
  id: number
  uid: string
  startedAt: string
  seenAt: string
  expiresAt: string
  address: string | null
  agent: string | null
}

/** A new session; the token is known by its hash only. */
export function insertSession(
  ctx: RequestContext,
  session: Omit<SessionRow, 'id'> & { tokenHash: string; account: number; stage: SignInStage },
): Promise<void> {
  const { uid, tokenHash, account, stage, startedAt, seenAt, expiresAt, address, agent } = session
  return insertRows(ctx, 'session', [
    {
      uid,
      token_hash: tokenHash,
      account,
      stage,
      started_at: startedAt,
      seen_at: seenAt,
      expires_at: expiresAt,
      address,
      agent,
    },
  ])
}

/** A session comes further and gets another token. */
export function advanceSession(
  ctx: RequestContext,
  id: number,
  stage: SignInStage,
  tokenHash: string,
): Promise<void> {
  return execute(ctx, 'UPDATE session SET stage = ?, token_hash = ? WHERE id = ?', [stage, tokenHash, id])
}

/** Sessions of an account that can still be used, the latest used first. */
export function listSessions(
  ctx: RequestContext,
  account: number,
  now: string,
  idleSince: string,
): Promise<SessionRow[]> {
  return select<SessionRow>(
    ctx,
    `SELECT id, uid, started_at AS startedAt, seen_at AS seenAt, expires_at AS expiresAt, address, agent
     FROM session WHERE account = ? AND expires_at > ? AND seen_at > ? ORDER BY seen_at DESC, id DESC`,
    [account, now, idleSince],
  )
}

/** Ends one session of an account. */
export function deleteSession(ctx: RequestContext, account: number, id: number): Promise<void> {
  return execute(ctx, 'DELETE FROM session WHERE account = ? AND id = ?', [account, id])
}

/** Ends all sessions of an account, perhaps but one. */
export function deleteSessions(ctx: RequestContext, account: number, but: number | null): Promise<void> {
  return but === null
    ? execute(ctx, 'DELETE FROM session WHERE account = ?', [account])
    : execute(ctx, 'DELETE FROM session WHERE account = ? AND id <> ?', [account, but])
}

/** Forgets sessions that ended by themselves. */
export function deleteExpiredSessions(ctx: RequestContext, now: string): Promise<void> {
  return execute(ctx, 'DELETE FROM session WHERE expires_at <= ?', [now])
}
