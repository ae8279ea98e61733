import type { RequestContext } from '../context.js'
import { execute, forUpdate, select } from '../database/sql.js'

export interface ThrottleRow {
  failures: number
  lastAt: string
  lockedUntil: string | null
}

/** The failures on record of whoever is claimed, locked until the unit of work ends; made when there are none. */
export async function lockThrottle(ctx: RequestContext, who: string, now: string): Promise<ThrottleRow> {
  const ignore = ctx.database.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'
  await execute(ctx, `INSERT ${ignore} INTO sign_in_throttle (who, failures, last_at) VALUES (?, 0, ?)`, [
    who,
    now,
  ])
  const [row] = await select<ThrottleRow>(
    ctx,
    `SELECT failures, last_at AS lastAt, locked_until AS lockedUntil FROM sign_in_throttle WHERE who = ?${forUpdate(ctx)}`,
    [who],
  )
  return row ?? { failures: 0, lastAt: now, lockedUntil: null }
}

/** Writes the failures of whoever is claimed. */
export function writeThrottle(ctx: RequestContext, who: string, row: ThrottleRow): Promise<void> {
  return execute(
    ctx,
    'UPDATE sign_in_throttle SET failures = ?, last_at = ?, locked_until = ? WHERE who = ?',
    [row.failures, row.lastAt, row.lockedUntil, who],
  )
}

/** Forgets the failures of one, and all that are older than `before`. */
export async function forgetThrottle(ctx: RequestContext, who: string, before: string): Promise<void> {
  await execute(ctx, 'DELETE FROM sign_in_throttle WHERE who = ?', [who])
  await execute(ctx, 'DELETE FROM sign_in_throttle WHERE last_at < ?', [before])
}
