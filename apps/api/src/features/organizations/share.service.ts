import type { RequestContext } from '../../context.js'
import { deleteSharesOf, insertShares, type ShareOfCell } from './share.repository.js'

export type { ShareOfCell } from './share.repository.js'

/** Lets persons of split cells follow another successor than the principal one, in a unit of work. */
export function assignShares(
  ctx: RequestContext,
  reorganization: number,
  shares: readonly ShareOfCell[],
): Promise<void> {
  return insertShares(ctx, reorganization, shares)
}

/** Nobody follows another successor by this reorganization any more. */
export function dropShares(ctx: RequestContext, reorganization: number): Promise<void> {
  return deleteSharesOf(ctx, reorganization)
}
