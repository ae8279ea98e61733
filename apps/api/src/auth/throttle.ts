import { reason, reasonText } from '@seedbed/shared'
import { aside } from '../audit/audited.js'
import type { RequestContext } from '../context.js'
import { inTransaction } from '../database/transaction.js'
import { SeedbedError } from '../errors/errors.js'
import { forgetThrottle, lockThrottle, writeThrottle } from './throttle.repository.js'
import { hashOf } from './tokens.js'

const mostFailures = 5
const lockMinutes = 15
const lockMilliseconds = lockMinutes * 60_000

function throttled(until: string, now: Date): SeedbedError {
  const why = reason('THROTTLED', { minutes: lockMinutes })
  const retryAfter = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1_000))
  return new SeedbedError('THROTTLED', reasonText(why, 'en'), { reason: why, retryAfter })
}

/**
 * Counts an attempt before it is tried, so that a thousand at once are not a thousand tries. Five failures within 15
 * minutes lock whoever was claimed for 15 minutes (THROTTLED), also when no such account exists, on all instances.
 */
export function beginAttempt(ctx: RequestContext, who: string): Promise<void> {
  const now = ctx.clock.now()
  return inTransaction(aside(ctx), async (tx) => {
    const row = await lockThrottle(tx, hashOf(who), now.toISOString())
    if (row.lockedUntil !== null && row.lockedUntil > now.toISOString()) throw throttled(row.lockedUntil, now)
    const old = now.getTime() - Date.parse(row.lastAt) >= lockMilliseconds
    const failures = (old ? 0 : Number(row.failures)) + 1
    const until = new Date(now.getTime() + lockMilliseconds).toISOString()
    const lockedUntil = failures >= mostFailures ? until : null
    await writeThrottle(tx, hashOf(who), { failures, lastAt: now.toISOString(), lockedUntil })
  })
}

/** The attempt succeeded: no failures are left. */
export function forgetAttempts(ctx: RequestContext, who: string): Promise<void> {
  const old = new Date(ctx.clock.now().getTime() - lockMilliseconds).toISOString()
  return inTransaction(aside(ctx), (tx) => forgetThrottle(tx, hashOf(who), old))
}
