import type { RequestContext } from '../../context.js'
import { execute, insertRows } from '../../database/sql.js'

/** A person of a split cell who goes to another successor than its heir. */
export interface ShareOfCell {
  organization: number
  person: number
  heir: number
}

/** Keeps where persons of split cells went. */
export async function insertShares(
  ctx: RequestContext,
  reorganization: number,
  shares: readonly ShareOfCell[],
): Promise<void> {
  await insertRows(
    ctx,
    'organization_share',
    shares.map((share) => ({ ...share, reorganization })),
  )
}

/** Forgets what a reorganization divided. */
export async function deleteSharesOf(ctx: RequestContext, reorganization: number): Promise<void> {
  await execute(ctx, 'DELETE FROM organization_share WHERE reorganization = ?', [reorganization])
}
