import type { Day, Role } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, marks, select } from '../../database/sql.js'

/** A grant at a unit, with what is needed to end it and to bring it back. */
export interface StandingGrant {
  id: number
  account: number
  role: Role
  organization: number
  validFrom: Day
  validTo: Day
  version: number
}

const columns = `g.id, g.account, g.role, g.organization, g.valid_from AS validFrom, g.valid_to AS validTo, g.version`

/** Grants at units that hold on a day or later, whoever asks; in a unit of work nobody else changes them meanwhile. */
export function listGrantsAt(
  ctx: RequestContext,
  units: readonly number[],
  from: Day,
): Promise<StandingGrant[]> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return inChunks([...units], (chunk) =>
    select<StandingGrant>(
      ctx,
      `SELECT ${columns} FROM account_grant g WHERE g.organization IN (${marks(chunk)}) AND g.valid_to > ?
       ORDER BY g.id${lock}`,
      [...chunk, from],
    ),
  )
}

/** Grants by internal ids, whoever asks, locked. */
export function listGrantsById(ctx: RequestContext, ids: readonly number[]): Promise<StandingGrant[]> {
  return inChunks([...ids], (chunk) =>
    select<StandingGrant>(
      ctx,
      `SELECT ${columns} FROM account_grant g WHERE g.id IN (${marks(chunk)}) ORDER BY g.id${forUpdate(ctx)}`,
      [...chunk],
    ),
  )
}

/** Of these grants those that carry an access token. */
export async function listGrantsWithTokens(ctx: RequestContext, ids: readonly number[]): Promise<number[]> {
  const rows = await inChunks([...ids], (chunk) =>
    select<{ grantId: number }>(
      ctx,
      `SELECT DISTINCT k.grant_id AS grantId FROM access_token k WHERE k.grant_id IN (${marks(chunk)})`,
      [...chunk],
    ),
  )
  return rows.map(({ grantId }) => grantId)
}

/** Ends grants on a day, those that begin later on their first; `version` goes up by one. */
export async function endGrants(ctx: RequestContext, ids: readonly number[], on: Day): Promise<void> {
  await inChunks([...ids], async (chunk) => {
    await execute(
      ctx,
      `UPDATE account_grant SET valid_to = CASE WHEN valid_from > ? THEN valid_from ELSE ? END,
       version = version + 1 WHERE id IN (${marks(chunk)})`,
      [on, on, ...chunk],
    )
    return []
  })
}

/** Lets a grant hold as long as it did before it was ended. */
export function restoreGrant(ctx: RequestContext, id: number, validTo: Day, version: number): Promise<void> {
  return execute(ctx, 'UPDATE account_grant SET valid_to = ?, version = ? WHERE id = ?', [
    validTo,
    version,
    id,
  ])
}

/** Removes grants that were never to be. */
export async function deleteGrants(ctx: RequestContext, ids: readonly number[]): Promise<void> {
  await inChunks([...ids], async (chunk) => {
    await execute(ctx, `DELETE FROM account_grant WHERE id IN (${marks(chunk)})`, [...chunk])
    return []
  })
}
