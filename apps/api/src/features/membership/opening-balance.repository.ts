import type { Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, inChunks, insertIdentified, marks, select, type Row } from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

export interface OpeningBalanceFacts {
  organization: number
  date: Day
  members: number
  probationaryMembers: number
  document: number | null
  note: string | null
  backfilled: boolean
}

export interface OpeningBalanceRow extends OpeningBalanceFacts {
  id: number
  uid: string
  version: number
  correctedOn: Day | null
  correctionReason: string | null
}

const columns = `id, uid, organization, date, members, probationary_members AS probationaryMembers, document, note,
  backfilled, version, corrected_on AS correctedOn, correction_reason AS correctionReason`

const toRow = (row: Row): OpeningBalanceRow =>
  ({ ...row, backfilled: Number(row.backfilled) === 1 }) as unknown as OpeningBalanceRow

/** Stores opening balances and answers their internal ids in the same order. */
export function insertOpeningBalances(
  ctx: RequestContext,
  rows: ReadonlyArray<OpeningBalanceFacts & { uid: string }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'opening_balance',
    rows.map(({ probationaryMembers, backfilled, ...row }) => ({
      uid: row.uid,
      organization: row.organization,
      date: row.date,
      members: row.members,
      probationary_members: probationaryMembers,
      document: row.document,
      note: row.note,
      backfilled: backfilled ? 1 : 0,
      recorded_at: ctx.clock.now().toISOString(),
      version: 1,
      batch,
    })),
  )
}

/** Opening balances of the cells, corrected ones included. */
export async function listOpeningBalances(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<OpeningBalanceRow[]> {
  const rows = await inChunks([...organizations], (chunk) =>
    select<Row>(
      ctx,
      `SELECT ${columns} FROM opening_balance WHERE organization IN (${marks(chunk)}) ORDER BY id`,
      chunk,
    ),
  )
  return rows.map(toRow)
}

/** The opening balance of that outer id, if its unit is in scope. */
export async function findOpeningBalance(
  ctx: RequestContext,
  uid: string,
): Promise<OpeningBalanceRow | undefined> {
  const scope = inScope(ctx.scope, 'b.organization', today(ctx))
  const rows = await select<Row>(
    ctx,
    `SELECT ${columns} FROM opening_balance b WHERE b.uid = ? AND ${scope.sql}`,
    [uid, ...scope.params],
  )
  const row = rows.find((one) => one.uid === uid)
  return row && toRow(row)
}

/** Marks it as corrected: it no longer counts. Refuses to touch a row that changed meanwhile. */
export async function markBalanceCorrected(
  ctx: RequestContext,
  row: OpeningBalanceRow,
  correction: { on: Day; reason: string },
): Promise<void> {
  await execute(
    ctx,
    'UPDATE opening_balance SET corrected_on = ?, correction_reason = ?, version = version + 1 WHERE id = ? AND version = ?',
    [correction.on, correction.reason, row.id, row.version],
  )
}

/** Locks the cells for changes of their opening balance until the unit of work ends. */
export async function lockForBalance(ctx: RequestContext, organizations: readonly number[]): Promise<void> {
  const lock = ctx.database.dialect === 'mysql' ? ' FOR UPDATE' : ''
  await inChunks(
    [...organizations].sort((a, b) => a - b),
    (chunk) =>
      select(ctx, `SELECT id FROM organization WHERE id IN (${marks(chunk)}) ORDER BY id${lock}`, chunk),
  )
}
