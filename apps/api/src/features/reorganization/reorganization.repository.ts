import type { Rounding } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forUpdate, select } from '../../database/sql.js'

/** Writes the rounding of a unit (null: inherited); `version` goes up by one. */
export async function writeRounding(
  ctx: RequestContext,
  unit: number,
  rounding: Rounding | null,
): Promise<void> {
  await execute(
    ctx,
    `UPDATE organization SET rounding_mode = ?, rounding_decimals = ?, rounding_zeros = ?, version = version + 1
     WHERE id = ?`,
    [rounding?.mode ?? null, rounding?.decimals ?? null, Number(rounding?.trailingZeros ?? true), unit],
  )
}

/** Keeps everyone from recording something at the unit until the unit of work ends. */
export async function lockUnit(ctx: RequestContext, unit: number): Promise<void> {
  await select(ctx, `SELECT id FROM organization WHERE id = ?${forUpdate(ctx)}`, [unit])
}
