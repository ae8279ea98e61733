import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forShare, forUpdate, inChunks, insertRows, marks, select } from '../../database/sql.js'

/** A year that is closed for a unit and all below it, until it is opened again. */
export interface LockRow {
  id: number
  uid: string
  organization: number
  year: number
  lockedAt: string
  lockedBy: string | null
  reason: string
  unlockedAt: string | null
  unlockedBy: string | null
  unlockReason: string | null
}

const columns = `id, uid, organization, year, locked_at AS lockedAt, locked_by AS lockedBy, reason,
  unlocked_at AS unlockedAt, unlocked_by AS unlockedBy, unlock_reason AS unlockReason`

/** Locks of units, the newest first, those that were opened again among them. */
export function listLocks(ctx: RequestContext, organizations: readonly number[]): Promise<LockRow[]> {
  return inChunks([...organizations], (chunk) =>
    select<LockRow>(
      ctx,
      `SELECT ${columns} FROM target_lock WHERE organization IN (${marks(chunk)}) ORDER BY id DESC`,
      chunk,
    ),
  )
}

export async function insertLock(
  ctx: RequestContext,
  row: Pick<LockRow, 'uid' | 'organization' | 'year' | 'lockedAt' | 'lockedBy' | 'reason'>,
): Promise<void> {
  const { lockedAt, lockedBy, ...facts } = row
  await insertRows(ctx, 'target_lock', [{ ...facts, locked_at: lockedAt, locked_by: lockedBy }])
}

export async function openLock(
  ctx: RequestContext,
  id: number,
  by: { at: string; actor: string | null; reason: string },
): Promise<void> {
  await execute(
    ctx,
    'UPDATE target_lock SET unlocked_at = ?, unlocked_by = ?, unlock_reason = ? WHERE id = ?',
    [by.at, by.actor, by.reason, id],
  )
}

/** Keeps the locks of a unit from changing until the unit of work ends. */
export async function holdLocks(ctx: RequestContext, organization: number): Promise<void> {
  await select(ctx, `SELECT id FROM organization WHERE id = ?${forUpdate(ctx)}`, [organization])
}

/** A unit whose targets of a year are closed, by itself or by a unit above it. */
export interface ClosedYear {
  organization: number
  year: number
}

/**
 * Years closed for some units, by themselves or by a unit above them on a day. Inside a unit of work the units above
 * are held, so that none of them is closed meanwhile.
 */
export async function listClosedYears(
  ctx: RequestContext,
  organizations: readonly number[],
  day: Day,
): Promise<ClosedYear[]> {
  const on = 'p.valid_from <= ? AND p.valid_to > ?'
  const above = await inChunks([...organizations], (chunk) =>
    select<{ ancestor: number }>(
      ctx,
      `SELECT DISTINCT p.ancestor FROM organization_path p WHERE p.descendant IN (${marks(chunk)}) AND ${on}`,
      [...chunk, day, day],
    ),
  )
  const ancestors = [...new Set(above.map(({ ancestor }) => ancestor))].sort((a, b) => a - b)
  if (ctx.transaction && forShare(ctx) !== '')
    await inChunks(ancestors, (chunk) =>
      select(ctx, `SELECT id FROM organization WHERE id IN (${marks(chunk)})${forShare(ctx)}`, chunk),
    )
  return inChunks([...organizations], (chunk) =>
    select<ClosedYear>(
      ctx,
      `SELECT DISTINCT p.descendant AS organization, l.year FROM target_lock l
       JOIN organization_path p ON p.ancestor = l.organization
       WHERE l.unlocked_at IS NULL AND p.descendant IN (${marks(chunk)}) AND ${on}`,
      [...chunk, day, day],
    ),
  )
}
