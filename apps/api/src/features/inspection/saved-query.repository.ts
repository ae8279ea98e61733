import type { Role } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, insertRows, rowByUid, select } from '../../database/sql.js'

export type About = 'UNITS' | 'PERSONS'

/** A question that is kept, with who keeps it. */
export interface SavedRow {
  id: number
  uid: string
  about: About
  name: string
  body: string
  account: number
  ownerName: string
  ownerUserName: string
  /** The account is disabled. */
  ownerLeft: number
  sharedOrganization: number | null
  sharedRole: Role | null
  updatedAt: string
  version: number
}

const columns = `q.id, q.uid, q.about, q.name, q.body, q.account, a.name AS ownerName, a.user_name AS ownerUserName,
  CASE WHEN a.disabled_at IS NULL THEN 0 ELSE 1 END AS ownerLeft, q.shared_organization AS sharedOrganization,
  q.shared_role AS sharedRole, q.updated_at AS updatedAt, q.version`

/** One's own, and those shared with a unit at or below which one has a grant, of the role if it names one. */
function visible(ctx: RequestContext, account: number): { sql: string; params: unknown[] } {
  const day = today(ctx)
  return {
    sql: `(q.account = ? OR (q.shared_organization IS NOT NULL AND EXISTS (
      SELECT 1 FROM account_grant g WHERE g.account = ? AND g.valid_from <= ? AND g.valid_to > ?
        AND (q.shared_role IS NULL OR q.shared_role = g.role)
        AND (q.shared_organization = 0 OR q.shared_organization = g.organization OR EXISTS (
          SELECT 1 FROM organization_path p WHERE p.ancestor = q.shared_organization AND p.descendant = g.organization
            AND p.valid_from <= ? AND p.valid_to > ?)))))`,
    params: [account, account, day, day, day, day],
  }
}

/** Everything an account sees, its own first, by name. */
export function listSaved(ctx: RequestContext, account: number): Promise<SavedRow[]> {
  const { sql, params } = visible(ctx, account)
  return select<SavedRow>(
    ctx,
    `SELECT ${columns} FROM saved_query q JOIN account a ON a.id = q.account WHERE ${sql}
     ORDER BY CASE WHEN q.account = ? THEN 0 ELSE 1 END, q.name, q.id`,
    [...params, account],
  )
}

/** One of those by its outer id. */
export async function findSaved(
  ctx: RequestContext,
  account: number,
  uid: string,
): Promise<SavedRow | undefined> {
  const { sql, params } = visible(ctx, account)
  const rows = await select<SavedRow>(
    ctx,
    `SELECT ${columns} FROM saved_query q JOIN account a ON a.id = q.account WHERE q.uid = ? AND ${sql}`,
    [uid, ...params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Those of a name, whoever keeps them; for the command line. */
export function listSavedByName(ctx: RequestContext, name: string): Promise<SavedRow[]> {
  return select<SavedRow>(
    ctx,
    `SELECT ${columns} FROM saved_query q JOIN account a ON a.id = q.account WHERE q.name = ? ORDER BY q.id`,
    [name],
  )
}

/** Locks what an account keeps, until the unit of work ends; answers the names. */
export function lockOwn(ctx: RequestContext, account: number): Promise<Array<{ id: number; name: string }>> {
  return select(ctx, `SELECT id, name FROM saved_query WHERE account = ?${forUpdate(ctx)}`, [account])
}

/** The row as it stands, locked. */
export function lockSaved(
  ctx: RequestContext,
  uid: string,
): Promise<{ uid: string; id: number; account: number; version: number } | undefined> {
  return rowByUid(ctx, 'saved_query', 'uid, id, account, version', uid, forUpdate(ctx))
}

/** What is kept of a question. */
export interface SavedFacts {
  about: About
  name: string
  body: string
}

export async function insertSaved(
  ctx: RequestContext,
  row: SavedFacts & { uid: string; account: number },
): Promise<void> {
  const now = ctx.clock.now().toISOString()
  await insertRows(ctx, 'saved_query', [{ ...row, created_at: now, updated_at: now }])
}

export async function updateSaved(
  ctx: RequestContext,
  id: number,
  { about, name, body }: SavedFacts,
): Promise<void> {
  await execute(
    ctx,
    'UPDATE saved_query SET about = ?, name = ?, body = ?, updated_at = ?, version = version + 1 WHERE id = ?',
    [about, name, body, ctx.clock.now().toISOString(), id],
  )
}

export async function updateSharing(
  ctx: RequestContext,
  id: number,
  organization: number | null,
  role: Role | null,
): Promise<void> {
  await execute(
    ctx,
    'UPDATE saved_query SET shared_organization = ?, shared_role = ?, updated_at = ?, version = version + 1 WHERE id = ?',
    [organization, role, ctx.clock.now().toISOString(), id],
  )
}

export async function deleteSaved(ctx: RequestContext, id: number): Promise<void> {
  await execute(ctx, 'DELETE FROM saved_query WHERE id = ?', [id])
}
