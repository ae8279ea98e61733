import type { Day, HandoverOutcome } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, insertRows, marks, rowByUid, select } from '../../database/sql.js'
import { notRestricted } from '../../policy/person-scope.js'
import { inScope, scopeOf } from '../../policy/scope.js'

/** A candidate offered to another unit; `outcome` null while it has not answered. */
export interface HandoverRow {
  id: number
  uid: string
  person: number
  fromOrganization: number
  toOrganization: number
  offeredOn: Day
  settledOn: Day | null
  outcome: HandoverOutcome | null
  note: string | null
  answer: string | null
  version: number
}

const columns = `h.id, h.uid, h.person, h.from_organization AS fromOrganization, h.to_organization AS toOrganization,
  h.offered_on AS offeredOn, h.settled_on AS settledOn, h.outcome, h.note, h.answer, h.version`

/** Stores an offer. */
export async function insertHandover(
  ctx: RequestContext,
  row: Pick<HandoverRow, 'uid' | 'person' | 'fromOrganization' | 'toOrganization' | 'offeredOn' | 'note'>,
): Promise<void> {
  await insertRows(ctx, 'candidate_handover', [
    {
      uid: row.uid,
      person: row.person,
      from_organization: row.fromOrganization,
      to_organization: row.toOrganization,
      offered_on: row.offeredOn,
      note: row.note,
      version: 1,
    },
  ])
}

/** The offer of that outer id, locked inside a unit of work. */
export function findHandover(ctx: RequestContext, uid: string): Promise<HandoverRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return rowByUid<HandoverRow>(ctx, 'candidate_handover h', columns, uid, lock)
}

/** Writes how an offer ended. */
export async function settleHandover(
  ctx: RequestContext,
  id: number,
  { outcome, settledOn, answer }: Pick<HandoverRow, 'outcome' | 'settledOn' | 'answer'>,
): Promise<void> {
  await execute(
    ctx,
    'UPDATE candidate_handover SET outcome = ?, settled_on = ?, answer = ?, version = version + 1 WHERE id = ?',
    [outcome, settledOn, answer, id],
  )
}

/** Offers of persons, oldest first. */
export function listHandoversOf(ctx: RequestContext, persons: readonly number[]): Promise<HandoverRow[]> {
  return inChunks([...persons], (chunk) =>
    select<HandoverRow>(
      ctx,
      `SELECT ${columns} FROM candidate_handover h WHERE h.person IN (${marks(chunk)}) ORDER BY h.person, h.id`,
      chunk,
    ),
  )
}

/** Offers that wait for an answer at a unit or below it, or that come from there; by the tree of a day. */
export function listOpenHandovers(
  ctx: RequestContext,
  unit: number,
  day: Day,
  side: 'from' | 'to',
): Promise<HandoverRow[]> {
  const column = side === 'from' ? 'h.from_organization' : 'h.to_organization'
  const scope = inScope(scopeOf(ctx, 'people.read'), column, today(ctx))
  const free = notRestricted(ctx, 'h.person')
  return select(
    ctx,
    `SELECT ${columns} FROM candidate_handover h JOIN organization_path p ON p.descendant = ${column}
     WHERE h.outcome IS NULL AND p.ancestor = ? AND p.valid_from <= ? AND p.valid_to > ? AND ${scope.sql} AND ${free.sql}
     ORDER BY h.offered_on, h.id`,
    [unit, day, day, ...scope.params, ...free.params],
  )
}
