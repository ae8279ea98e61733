import type { Rounding, RoundingMode } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, marks, select } from '../../database/sql.js'

/** The rounding that each unit sets itself; null where it sets none. */
export async function listOwnRoundings(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<Map<number, Rounding | null>> {
  const rows = await inChunks([...new Set(organizations)], (chunk) =>
    select<{ id: number; mode: RoundingMode | null; decimals: number | null; trailingZeros: number }>(
      ctx,
      `SELECT id, rounding_mode AS mode, rounding_decimals AS decimals, rounding_zeros AS trailingZeros
       FROM organization WHERE id IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(
    rows.map(({ id, mode, decimals, trailingZeros }) => [
      id,
      mode === null ? null : { mode, decimals: Number(decimals), trailingZeros: trailingZeros === 1 },
    ]),
  )
}

/** Sets the rounding of a unit; null: it inherits. Its version goes up by one. */
export async function writeOwnRounding(
  ctx: RequestContext,
  organization: number,
  rounding: Rounding | null,
): Promise<void> {
  await execute(
    ctx,
    `UPDATE organization SET rounding_mode = ?, rounding_decimals = ?, rounding_zeros = ?, version = version + 1
     WHERE id = ?`,
    [
      rounding?.mode ?? null,
      rounding?.decimals ?? null,
      Number(rounding?.trailingZeros ?? true),
      organization,
    ],
  )
}
