import type { Day, ReorganizationStatus, TargetRule } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  rowByUid,
  select,
  type Row,
} from '../../database/sql.js'
import { inScope, scopeOf } from '../../policy/scope.js'
import type { OperationBody } from './operation.js'

/** What is stated of a reorganization. */
export interface PlanFacts {
  organization: number
  title: string
  decisionNumber: string | null
  signatory: string | null
  signedOn: Day | null
  effectiveOn: Day
  targetRule: TargetRule
  document: number | null
  note: string | null
}

export interface PlanRow extends PlanFacts {
  id: number
  uid: string
  status: ReorganizationStatus
  version: number
  createdAt: string
  appliedAt: string | null
  undoneAt: string | null
}

export interface OperationRow {
  id: number
  uid: string
  reorganization: number
  position: number
  body: OperationBody
}

const columns = `r.id, r.uid, r.organization, r.status, r.title, r.decision_number AS decisionNumber, r.signatory,
  r.signed_on AS signedOn, r.effective_on AS effectiveOn, r.target_rule AS targetRule, r.document, r.note,
  r.version, r.created_at AS createdAt, r.applied_at AS appliedAt, r.undone_at AS undoneAt`

const stored = (facts: PlanFacts): Row => ({
  organization: facts.organization,
  title: facts.title,
  decision_number: facts.decisionNumber,
  signatory: facts.signatory,
  signed_on: facts.signedOn,
  effective_on: facts.effectiveOn,
  target_rule: facts.targetRule,
  document: facts.document,
  note: facts.note,
})

/** Puts a draft on record; answers its internal id. */
export async function insertPlan(
  ctx: RequestContext,
  plan: PlanFacts & { uid: string },
  batch: number | null,
): Promise<number> {
  const row = {
    uid: plan.uid,
    ...stored(plan),
    status: 'DRAFT',
    version: 1,
    created_at: ctx.clock.now().toISOString(),
    batch,
  }
  const [id] = await insertIdentified(ctx, 'reorganization', [row])
  return id ?? 0
}

/** The reorganization of that outer id, if its unit is in scope; in a unit of work nobody else changes it meanwhile. */
export async function findPlan(ctx: RequestContext, uid: string): Promise<PlanRow | undefined> {
  if (ctx.transaction)
    await select(ctx, `SELECT id FROM reorganization WHERE uid = ?${forUpdate(ctx)}`, [uid])
  const scope = inScope(scopeOf(ctx, 'organizations.read'), 'r.organization', today(ctx))
  const rows = await select<PlanRow>(
    ctx,
    `SELECT ${columns} FROM reorganization r WHERE r.uid = ? AND ${scope.sql}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Reorganizations in scope by internal ids. */
export async function findPlans(ctx: RequestContext, ids: readonly number[]): Promise<PlanRow[]> {
  const scope = inScope(scopeOf(ctx, 'organizations.read'), 'r.organization', today(ctx))
  return inChunks([...ids], (chunk) =>
    select<PlanRow>(
      ctx,
      `SELECT ${columns} FROM reorganization r WHERE r.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
}

/** Reorganizations that an import brought. */
export async function listPlansOfBatch(ctx: RequestContext, batch: number): Promise<number[]> {
  const rows = await select<{ id: number }>(ctx, 'SELECT id FROM reorganization WHERE batch = ?', [batch])
  return rows.map(({ id }) => id)
}

/** Which reorganizations a list shows. */
export interface PlanFilter {
  organization: number | null
  status: ReorganizationStatus | null
}

function filterOf(ctx: RequestContext, { organization, status }: PlanFilter) {
  const scope = inScope(scopeOf(ctx, 'organizations.read'), 'r.organization', today(ctx))
  const conditions = [
    scope,
    ...(organization === null ? [] : [{ sql: 'r.organization = ?', params: [organization] }]),
    ...(status === null ? [] : [{ sql: 'r.status = ?', params: [status] }]),
  ]
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    params: conditions.flatMap(({ params }) => params),
  }
}

/** A page of reorganizations in scope, the latest day of effect first; one row more than the limit. */
export function listPlans(
  ctx: RequestContext,
  filter: PlanFilter,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<PlanRow[]> {
  const { sql, params } = filterOf(ctx, filter)
  const after = page.after ? 'AND (r.effective_on < ? OR (r.effective_on = ? AND r.id < ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  return select<PlanRow>(
    ctx,
    `SELECT ${columns} FROM reorganization r WHERE ${sql} ${after}
     ORDER BY r.effective_on DESC, r.id DESC LIMIT ${page.limit + 1}`,
    [...params, ...afterParams],
  )
}

/** How many there are. */
export async function countPlans(ctx: RequestContext, filter: PlanFilter): Promise<number> {
  const { sql, params } = filterOf(ctx, filter)
  const [row] = await select<Row>(ctx, `SELECT COUNT(*) AS n FROM reorganization r WHERE ${sql}`, params)
  return Number(row?.n ?? 0)
}

/** Writes what is stated of a draft; `version` goes up by one. */
export async function updatePlan(ctx: RequestContext, id: number, facts: PlanFacts): Promise<void> {
  const row = stored(facts)
  const names = Object.keys(row)
  await execute(
    ctx,
    `UPDATE reorganization SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
    [...names.map((name) => row[name]), id],
  )
}

/** Something of it was changed: `version` goes up by one. */
export async function touchPlan(ctx: RequestContext, id: number): Promise<void> {
  await execute(ctx, 'UPDATE reorganization SET version = version + 1 WHERE id = ?', [id])
}

/** Applied, or undone, now. */
export async function writeStatus(
  ctx: RequestContext,
  id: number,
  status: 'APPLIED' | 'UNDONE',
): Promise<void> {
  const column = status === 'APPLIED' ? 'applied_at' : 'undone_at'
  await execute(
    ctx,
    `UPDATE reorganization SET status = ?, ${column} = ?, version = version + 1 WHERE id = ?`,
    [status, ctx.clock.now().toISOString(), id],
  )
}

/** Removes a draft with its operations. */
export async function deletePlan(ctx: RequestContext, id: number): Promise<void> {
  await deleteOperations(ctx, id)
  await execute(ctx, 'DELETE FROM reorganization WHERE id = ?', [id])
}

/** Appends operations; answers their internal ids. */
export async function insertOperations(
  ctx: RequestContext,
  reorganization: number,
  operations: ReadonlyArray<{ uid: string; position: number; body: OperationBody }>,
): Promise<void> {
  await insertRows(
    ctx,
    'reorganization_operation',
    operations.map(({ uid, position, body }) => {
      const { kind, ...rest } = body
      return { uid, reorganization, position, kind, body: JSON.stringify(rest) }
    }),
  )
}

const toOperation = (row: Row): OperationRow => ({
  id: Number(row.id),
  uid: String(row.uid),
  reorganization: Number(row.reorganization),
  position: Number(row.position),
  body: { ...(JSON.parse(String(row.body)) as OperationBody), kind: row.kind as OperationBody['kind'] },
})

const operationColumns = 'id, uid, reorganization, position, kind, body'

/** Operations of a reorganization in order, after a place, at most so many. */
export async function listOperations(
  ctx: RequestContext,
  reorganization: number,
  page: { after?: number; limit?: number } = {},
): Promise<OperationRow[]> {
  const rows = await select<Row>(
    ctx,
    `SELECT ${operationColumns} FROM reorganization_operation WHERE reorganization = ? AND position > ?
     ORDER BY position ${page.limit === undefined ? '' : `LIMIT ${page.limit}`}`,
    [reorganization, page.after ?? 0],
  )
  return rows.map(toOperation)
}

/** The operation of that outer id. */
export async function findOperation(ctx: RequestContext, uid: string): Promise<OperationRow | undefined> {
  const row = await rowByUid<Row & { uid: unknown }>(ctx, 'reorganization_operation', operationColumns, uid)
  return row && toOperation(row)
}

/** How many operations each reorganization has. */
export async function countOperations(
  ctx: RequestContext,
  plans: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks([...plans], (chunk) =>
    select<Row>(
      ctx,
      `SELECT reorganization, COUNT(*) AS n FROM reorganization_operation
       WHERE reorganization IN (${marks(chunk)}) GROUP BY reorganization`,
      chunk,
    ),
  )
  return new Map(rows.map((row) => [Number(row.reorganization), Number(row.n)]))
}

/** Writes an operation anew; whom it assigned persons to is forgotten. */
export async function replaceOperation(ctx: RequestContext, id: number, body: OperationBody): Promise<void> {
  const { kind, ...rest } = body
  await execute(ctx, 'DELETE FROM reorganization_share WHERE operation = ?', [id])
  await execute(ctx, 'UPDATE reorganization_operation SET kind = ?, body = ? WHERE id = ?', [
    kind,
    JSON.stringify(rest),
    id,
  ])
}

/** Removes some operations, or all; the rest closes up. */
export async function deleteOperations(
  ctx: RequestContext,
  reorganization: number,
  ids?: readonly number[],
): Promise<void> {
  const all = ids ?? (await listOperations(ctx, reorganization)).map(({ id }) => id)
  for (const [table, column] of [
    ['reorganization_share', 'operation'],
    ['reorganization_operation', 'id'],
  ] as const) {
    await inChunks(all, async (chunk) => {
      await execute(ctx, `DELETE FROM ${table} WHERE ${column} IN (${marks(chunk)})`, chunk)
      return []
    })
  }
  if (ids === undefined) return
  const rest = await listOperations(ctx, reorganization)
  for (const [index, { id, position }] of rest.entries()) {
    if (position === index + 1) continue
    await execute(ctx, 'UPDATE reorganization_operation SET position = ? WHERE id = ?', [index + 1, id])
  }
}
