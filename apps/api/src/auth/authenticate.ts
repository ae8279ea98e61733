import { anonymous, type Actor } from '../audit/actor.js'
import type { RequestContext } from '../context.js'
import { inTransaction } from '../database/transaction.js'
import { accessOf, NO_ACCESS, type Access } from '../policy/access.js'
import { NOBODY, type Viewer } from '../policy/viewer.js'
import {
  findAccessToken,
  findSession,
  listHeldGrants,
  touchAccessToken,
  touchSession,
} from './authenticate.repository.js'
import type { SessionLimits } from './door.js'
import { hashOf } from './tokens.js'

/** What a request shows at the door: the token of a script, else that of a browser. */
export interface Presented {
  bearer: string | null
  cookie: string | null
  address: string | null
}

/** Who asks, what they may do today, and how the audit log names them. */
export interface Identity {
  viewer: Viewer
  access: Access
  actor: Actor
}

/** Uses are noted once a minute, so that reading does not write. */
const noteEvery = 60_000

const isStale = (instant: string | null, now: Date): boolean =>
  instant === null || now.getTime() - Date.parse(instant) >= noteEvery

/**
 * Who a request comes from, asked anew for every request: whoever was disabled, signed out or lost a grant is refused
 * from the next one on. A token that is unknown, expired, revoked or idle for too long is nobody's.
 */
export async function authenticate(
  ctx: RequestContext,
  presented: Presented,
  limits: SessionLimits,
): Promise<Identity> {
  if (presented.bearer !== null) return byToken(ctx, presented.bearer, presented.address)
  if (presented.cookie !== null) return bySession(ctx, presented.cookie, presented.address, limits)
  return nobodyAt(presented.address)
}

const nobodyAt = (address: string | null): Identity => ({
  viewer: NOBODY,
  access: NO_ACCESS,
  actor: anonymous(address),
})

async function bySession(
  ctx: RequestContext,
  token: string,
  address: string | null,
  limits: SessionLimits,
): Promise<Identity> {
  const now = ctx.clock.now()
  const idleSince = new Date(now.getTime() - limits.idleMinutes * 60_000)
  const session = await findSession(ctx, hashOf(token), now.toISOString(), idleSince.toISOString())
  if (!session) return nobodyAt(address)
  if (isStale(session.seenAt, now))
    await inTransaction(ctx, (tx) => touchSession(tx, session.id, now.toISOString()))
  const { account, id, stage, name } = session
  return {
    viewer: { kind: 'ACCOUNT', account, session: id, stage },
    access: stage === 'OPEN' ? accessOf(await listHeldGrants(ctx, account)) : NO_ACCESS,
    actor: { kind: 'ACCOUNT', account, name, origin: address },
  }
}

async function byToken(ctx: RequestContext, bearer: string, address: string | null): Promise<Identity> {
  const now = ctx.clock.now()
  const token = await findAccessToken(ctx, hashOf(bearer), now.toISOString())
  if (!token) return nobodyAt(address)
  if (isStale(token.lastUsedAt, now))
    await inTransaction(ctx, (tx) => touchAccessToken(tx, token.id, now.toISOString()))
  const { account, id, name, tokenName } = token
  return {
    viewer: { kind: 'TOKEN', account, token: id, anyOperation: Number(token.anyOperation) === 1 },
    access: accessOf(await listHeldGrants(ctx, account, token.grantId)),
    actor: { kind: 'TOKEN', account, name: `${name} (${tokenName})`, origin: address },
  }
}
