import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inChunks, marks, select, type Row } from '../../database/sql.js'
import type { OperationBody } from './operation.js'

/** Two units of one name under one unit. */
export interface Namesakes {
  name: string
  parent: string
}

/** Units that live on a day beside another living one of the same name. */
export async function listNamesakes(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<Namesakes[]> {
  const rows = await inChunks([...units], (chunk) =>
    select<Row>(
      ctx,
      `SELECT DISTINCT v.name, p.name AS parent FROM organization_version v
       JOIN organization_version w ON w.parent = v.parent AND w.search_key = v.search_key
         AND w.organization <> v.organization AND w.valid_from <= ? AND w.valid_to > ?
       JOIN organization o ON o.id = w.organization AND o.opened <= ? AND o.closed > ?
       JOIN organization_version p ON p.organization = v.parent AND p.valid_from <= ? AND p.valid_to > ?
       WHERE v.organization IN (${marks(chunk)}) AND v.valid_from <= ? AND v.valid_to > ?`,
      [day, day, day, day, day, day, ...chunk, day, day],
    ),
  )
  return rows.map((row) => ({ name: String(row.name), parent: String(row.parent) }))
}

/** Codes of units on a day that another unit carried earlier, with the name it had last. */
export async function listReusedCodes(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<Array<{ code: string; name: string; earlier: string }>> {
  const rows = await inChunks([...units], (chunk) =>
    select<Row>(
      ctx,
      `SELECT v.code, v.name, w.name AS earlier FROM organization_version v
       JOIN organization_version w ON w.code = v.code AND w.organization <> v.organization AND w.valid_from < ?
       WHERE v.organization IN (${marks(chunk)}) AND v.valid_from <= ? AND v.valid_to > ?
       ORDER BY v.code, w.valid_from`,
      [day, ...chunk, day, day],
    ),
  )
  const last = new Map(rows.map((row) => [String(row.code), row]))
  return [...last.values()].map((row) => ({
    code: String(row.code),
    name: String(row.name),
    earlier: String(row.earlier),
  }))
}

/** Terms of the units that have not run out on a day. */
export async function listRunningTerms(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<Array<{ unit: number; name: string }>> {
  const rows = await inChunks([...units], (chunk) =>
    select<Row>(
      ctx,
      `SELECT organization AS unit, name FROM term WHERE organization IN (${marks(chunk)}) AND valid_from <= ? AND valid_to > ?`,
      [...chunk, day, day],
    ),
  )
  return rows.map((row) => ({ unit: Number(row.unit), name: String(row.name) }))
}

/** Operations of drafts, with the title of each. */
export async function listDraftedOperations(
  ctx: RequestContext,
): Promise<Array<{ reorganization: number; title: string; body: OperationBody }>> {
  const rows = await select<Row>(
    ctx,
    `SELECT r.id, r.title, o.kind, o.body FROM reorganization r JOIN reorganization_operation o
       ON o.reorganization = r.id WHERE r.status = 'DRAFT'`,
  )
  return rows.map((row) => ({
    reorganization: Number(row.id),
    title: String(row.title),
    body: { ...(JSON.parse(String(row.body)) as OperationBody), kind: row.kind as OperationBody['kind'] },
  }))
}

/** Internal ids of units and their outer ids. */
export async function listUids(ctx: RequestContext, units: readonly number[]): Promise<Map<string, number>> {
  const rows = await inChunks([...units], (chunk) =>
    select<{ id: number; uid: string }>(
      ctx,
      `SELECT id, uid FROM organization WHERE id IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, uid }) => [uid, id]))
}
