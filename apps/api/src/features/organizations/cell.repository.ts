import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { forShare, forUpdate, inChunks, marks, select } from '../../database/sql.js'

export interface CellRow {
  id: number
  opened: Day
  closed: Day
  heir: number | null
}

export interface CellVersionRow {
  organization: number
  valid_from: Day
  valid_to: Day
  sector: string | null
  holds_members: number
}

/** Identities, kept from being ended until the unit of work is over. */
export function lockCells(ctx: RequestContext, ids: readonly number[]): Promise<CellRow[]> {
  return inChunks(
    [...ids].sort((a, b) => a - b),
    (chunk) =>
      select<CellRow>(
        ctx,
        `SELECT id, opened, closed, heir FROM organization WHERE id IN (${marks(chunk)}) ORDER BY id${
          ctx.transaction ? forShare(ctx) : ''
        }`,
        chunk,
      ),
  )
}

/** Takes the identity for this unit of work alone: whoever records on the unit waits. */
export async function lockCell(ctx: RequestContext, id: number): Promise<void> {
  await select(ctx, `SELECT id FROM organization WHERE id = ?${forUpdate(ctx)}`, [id])
}

/** From when to when the units were cells, and in which sector. */
export function listCellVersions(ctx: RequestContext, ids: readonly number[]): Promise<CellVersionRow[]> {
  return inChunks(ids, (chunk) =>
    select<CellVersionRow>(
      ctx,
      `SELECT v.organization, v.valid_from, v.valid_to, v.sector, t.holds_members
       FROM organization_version v JOIN tier t ON t.code = v.tier WHERE v.organization IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Who of the persons of split cells went to another successor than the principal one. */
export function listShares(
  ctx: RequestContext,
  cells: readonly number[],
): Promise<Array<{ organization: number; person: number; heir: number }>> {
  return inChunks(cells, (chunk) =>
    select(
      ctx,
      `SELECT organization, person, heir FROM organization_share WHERE organization IN (${marks(chunk)})`,
      chunk,
    ),
  )
}
