import { LIMITS, reason } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, refuseLonger } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { groupBy } from '../../group-by.js'
import { loader } from '../../graphql/loaders.js'
import {
  holdLocks,
  insertLock,
  listClosedYears,
  listLocks,
  openLock,
  type LockRow,
} from './target-lock.repository.js'
import { actorName, requireReason } from './target-writing.service.js'

export type { LockRow } from './target-lock.repository.js'

function refuseYear(year: number): void {
  if (!Number.isInteger(year) || year < 1930 || year > 2200) throw invalidInput('year', reason('NOT_A_YEAR'))
}

/**
 * Closes a year: targets of the unit and of all below it are not set, changed or removed for it any more. Refused: no
 * reason, a year that the unit has closed already.
 */
export function lockTargets(
  ctx: RequestContext,
  organization: number,
  year: number,
  why: string,
): Promise<LockRow[]> {
  refuseYear(year)
  const words = requireReason(why)
  refuseLonger('reason', words, LIMITS.noteLength)
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'targets.assign', organization)
    await holdLocks(tx, organization)
    if (await standingLock(tx, organization, year)) throw conflict(reason('LOCKED_ALREADY', { year }))
    const lockedAt = tx.clock.now().toISOString()
    await insertLock(tx, {
      uid: uuid(),
      organization,
      year,
      lockedAt,
      lockedBy: actorName(tx),
      reason: words,
    })
    return listLocks(tx, [organization])
  })
}

/** Opens a closed year again, with a reason that is kept. Refused: no reason, a year that the unit has not closed. */
export function unlockTargets(
  ctx: RequestContext,
  organization: number,
  year: number,
  why: string,
): Promise<LockRow[]> {
  refuseYear(year)
  const words = requireReason(why)
  refuseLonger('reason', words, LIMITS.noteLength)
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'targets.unlock', organization)
    await holdLocks(tx, organization)
    const lock = await standingLock(tx, organization, year)
    if (!lock) throw conflict(reason('NOT_LOCKED', { year }))
    await openLock(tx, lock.id, { at: tx.clock.now().toISOString(), actor: actorName(tx), reason: words })
    return listLocks(tx, [organization])
  })
}

async function standingLock(ctx: RequestContext, organization: number, year: number) {
  return (await listLocks(ctx, [organization])).find((one) => one.year === year && one.unlockedAt === null)
}

/** The locks of a unit, the newest first; many units cost one statement. */
export function loadLocks(ctx: RequestContext, organization: number): Promise<LockRow[]> {
  return loader<number, LockRow[]>(ctx, 'target locks', async (ids) => {
    const rows = groupBy(await listLocks(ctx, ids), (row) => row.organization)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(organization)
}

/** Whether the targets of a year are closed for a unit, by itself or by a unit above it. */
export async function isYearClosed(
  ctx: RequestContext,
  organization: number,
  year: number,
): Promise<boolean> {
  const closed = await listClosedYears(ctx, [organization], today(ctx))
  return closed.some((one) => one.year === year)
}
