import type { PlanState } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'

/** A named draft of the targets of a year for the units below one, or what was issued from it. */
export interface PlanRow {
  id: number
  uid: string
  organization: number
  year: number
  name: string
  state: PlanState
  note: string | null
  document: number | null
  signatory: string | null
  createdAt: string
  createdBy: string | null
  issuedAt: string | null
  issuedBy: string | null
  version: number
}

/** What a plan gives to one unit. */
export interface PlanLine {
  plan: number
  organization: number
  amount: number
  note: string | null
}

const columns = `id, uid, organization, year, name, state, note, document, signatory, created_at AS createdAt,
  created_by AS createdBy, issued_at AS issuedAt, issued_by AS issuedBy, version`

/** The plans of units for a year, the oldest first. */
export function listPlans(
  ctx: RequestContext,
  organizations: readonly number[],
  year: number,
): Promise<PlanRow[]> {
  return inChunks([...organizations], (chunk) =>
    select<PlanRow>(
      ctx,
      `SELECT ${columns} FROM target_plan WHERE organization IN (${marks(chunk)}) AND year = ? ORDER BY id`,
      [...chunk, year],
    ),
  )
}

/** The plan of that outer id, held inside a unit of work. */
export function findPlan(ctx: RequestContext, uid: string): Promise<PlanRow | undefined> {
  return rowByUid<PlanRow>(ctx, 'target_plan', columns, uid, ctx.transaction ? forUpdate(ctx) : '')
}

/** Lines of plans. */
export function listPlanLines(ctx: RequestContext, plans: readonly number[]): Promise<PlanLine[]> {
  return inChunks([...plans], (chunk) =>
    select<PlanLine>(
      ctx,
      `SELECT plan, organization, amount, note FROM target_plan_line WHERE plan IN (${marks(chunk)})`,
      chunk,
    ),
  )
}

/** Keeps the plans of a unit from changing until the unit of work ends. */
export async function holdPlans(ctx: RequestContext, organization: number): Promise<void> {
  await select(ctx, `SELECT id FROM organization WHERE id = ?${forUpdate(ctx)}`, [organization])
}

export type NewPlan = Omit<PlanRow, 'id' | 'version'>

/** Stores plans and answers their internal ids in the same order. */
export function insertPlans(
  ctx: RequestContext,
  plans: readonly NewPlan[],
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'target_plan',
    plans.map(({ createdAt, createdBy, issuedAt, issuedBy, ...facts }) => ({
      ...facts,
      created_at: createdAt,
      created_by: createdBy,
      issued_at: issuedAt,
      issued_by: issuedBy,
      version: 1,
      batch,
    })),
  )
}

/** Puts lines in the place of those that the units had in a plan; without a line a unit has none. */
export async function replaceLines(
  ctx: RequestContext,
  plan: number,
  organizations: readonly number[],
  lines: readonly PlanLine[],
): Promise<void> {
  await inChunks([...organizations], async (chunk) => {
    const sql = `DELETE FROM target_plan_line WHERE plan = ? AND organization IN (${marks(chunk)})`
    await execute(ctx, sql, [plan, ...chunk])
    return []
  })
  await insertRows(
    ctx,
    'target_plan_line',
    lines.map(({ organization, amount, note }) => ({ plan, organization, amount, note })),
  )
}

/** Writes name and note; `version` goes up by one. */
export async function updatePlan(
  ctx: RequestContext,
  id: number,
  { name, note }: Pick<PlanRow, 'name' | 'note'>,
): Promise<void> {
  const sql = 'UPDATE target_plan SET name = ?, note = ?, version = version + 1 WHERE id = ?'
  await execute(ctx, sql, [name, note, id])
}

/** Marks a plan as issued with a document. */
export async function markIssued(
  ctx: RequestContext,
  id: number,
  { document, signatory, at, by }: { document: number; signatory: string; at: string; by: string | null },
): Promise<void> {
  await execute(
    ctx,
    `UPDATE target_plan SET state = 'ISSUED', document = ?, signatory = ?, issued_at = ?, issued_by = ?,
       version = version + 1
     WHERE id = ?`,
    [document, signatory, at, by, id],
  )
}

/** Removes a draft with its lines. */
export async function deletePlan(ctx: RequestContext, id: number): Promise<void> {
  await execute(ctx, 'DELETE FROM target_plan_line WHERE plan = ?', [id])
  await execute(ctx, 'DELETE FROM target_plan WHERE id = ?', [id])
}
