import type { RequestContext } from '../../context.js'
import { execute, insertRows, select } from '../../database/sql.js'

/** What an applied reorganization wrote beside the tree; `body` is JSON. */
export interface Effect {
  kind: 'TARGET_ADDED' | 'TARGET_CHANGED' | 'GROUPS' | 'GRANT_ADDED' | 'GRANT_ENDED'
  ref: number
  body: string | null
}

/** Keeps what is to be taken back when the reorganization is undone. */
export async function insertEffects(
  ctx: RequestContext,
  reorganization: number,
  effects: readonly Effect[],
): Promise<void> {
  await insertRows(
    ctx,
    'reorganization_effect',
    effects.map((effect) => ({ reorganization, ...effect })),
  )
}

/** What a reorganization wrote beside the tree. */
export function listEffects(ctx: RequestContext, reorganization: number): Promise<Effect[]> {
  return select<Effect>(
    ctx,
    'SELECT kind, ref, body FROM reorganization_effect WHERE reorganization = ? ORDER BY id',
    [reorganization],
  )
}

/** Forgets them. */
export async function deleteEffects(ctx: RequestContext, reorganization: number): Promise<void> {
  await execute(ctx, 'DELETE FROM reorganization_effect WHERE reorganization = ?', [reorganization])
}
