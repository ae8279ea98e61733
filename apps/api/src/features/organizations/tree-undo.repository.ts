import type { RequestContext } from '../../context.js'
import { execute, inChunks, marks, select } from '../../database/sql.js'

/** Acts of an import on units that it did not found, the newest first. */
export function listActsOfBatch(
  ctx: RequestContext,
  batch: number,
): Promise<Array<{ organization: number; beforeState: string }>> {
  return select(
    ctx,
    `SELECT e.organization, e.before_state AS beforeState FROM organization_event e
     JOIN organization o ON o.id = e.organization
     WHERE e.batch = ? AND (o.batch IS NULL OR o.batch <> ?) ORDER BY e.id DESC`,
    [batch, batch],
  )
}

const founded = '(SELECT id FROM organization WHERE batch = ?)'

/** Removes the units that an import founded, with their versions and closure, and its acts on all units. */
export async function deleteTreeBatch(ctx: RequestContext, batch: number): Promise<void> {
  await execute(
    ctx,
    'DELETE FROM organization_lineage WHERE event IN (SELECT id FROM organization_event WHERE batch = ?)',
    [batch],
  )
  await execute(ctx, 'DELETE FROM organization_event WHERE batch = ?', [batch])
  await execute(ctx, `DELETE FROM organization_path WHERE descendant IN ${founded}`, [batch])
  await execute(ctx, `DELETE FROM organization_version WHERE organization IN ${founded}`, [batch])
  await execute(ctx, 'DELETE FROM organization WHERE batch = ?', [batch])
}

/** Acts of a reorganization on units that it did not found, the newest first. */
export function listActsOf(
  ctx: RequestContext,
  reorganization: number,
): Promise<Array<{ organization: number; beforeState: string }>> {
  return select(
    ctx,
    `SELECT organization, before_state AS beforeState FROM organization_event
     WHERE reorganization = ? AND kind <> 'ESTABLISH' ORDER BY id DESC`,
    [reorganization],
  )
}

/** Units of acts of a reorganization, those that it founded apart. */
export async function listUnitsOfActs(
  ctx: RequestContext,
  reorganization: number,
): Promise<{ changed: number[]; founded: number[] }> {
  const rows = await select<{ organization: number; founds: number }>(
    ctx,
    `SELECT organization, MAX(CASE WHEN kind = 'ESTABLISH' THEN 1 ELSE 0 END) AS founds FROM organization_event
     WHERE reorganization = ? GROUP BY organization`,
    [reorganization],
  )
  const of = (founds: boolean) =>
    rows.flatMap((row) => ((Number(row.founds) === 1) === founds ? [row.organization] : []))
  return { changed: of(false), founded: of(true) }
}

/** Units that carry or carried these codes, whoever asks. */
export async function listCarriersEver(ctx: RequestContext, codes: readonly string[]): Promise<number[]> {
  const rows = await inChunks([...codes], (chunk) =>
    select<{ organization: number }>(
      ctx,
      `SELECT DISTINCT organization FROM organization_version WHERE code IN (${marks(chunk)})`,
      [...chunk],
    ),
  )
  return rows.map(({ organization }) => organization)
}

const foundedBy =
  "(SELECT organization FROM organization_event WHERE reorganization = ? AND kind = 'ESTABLISH')"

/** Removes the units that a reorganization founded, with their versions and closure, and its acts on all units. */
export async function deleteTreeOf(ctx: RequestContext, reorganization: number): Promise<void> {
  const on = [reorganization]
  await execute(ctx, `DELETE FROM organization_path WHERE descendant IN ${foundedBy}`, on)
  await execute(ctx, `DELETE FROM organization_version WHERE organization IN ${foundedBy}`, on)
  await execute(ctx, `DELETE FROM organization WHERE id IN ${foundedBy}`, on)
  await execute(
    ctx,
    'DELETE FROM organization_lineage WHERE event IN (SELECT id FROM organization_event WHERE reorganization = ?)',
    on,
  )
  await execute(ctx, 'DELETE FROM organization_event WHERE reorganization = ?', on)
}
