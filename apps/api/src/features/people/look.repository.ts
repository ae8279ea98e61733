import type { LookKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inChunks, insertRows, marks, select } from '../../database/sql.js'
import type { SqlPart } from '../../policy/scope.js'

/** A look as it is on record; instants in ISO 8601, `organization` 0 for a person who belonged to no unit. */
export interface LookRow {
  id: number
  uid: string
  kind: LookKind
  person: number
  organization: number
  account: number
  actorName: string
  address: string | null
  reason: string
  at: string
  until: string | null
  /** The round of inspection within which it was. */
  round: number | null
}

const columns = `l.id, l.uid, l.kind, l.person, l.organization, l.account, l.actor_name AS actorName, l.address,
  l.reason, l.at, l.until, l.round`

/** Puts a look on record. */
export function insertLook(ctx: RequestContext, { actorName, ...look }: Omit<LookRow, 'id'>): Promise<void> {
  return insertRows(ctx, 'person_look', [{ ...look, actor_name: actorName }])
}

/** Those of the persons whom the account has opened and may still see at an instant. */
export async function listOpened(
  ctx: RequestContext,
  account: number,
  persons: readonly number[],
  now: string,
): Promise<number[]> {
  const rows = await inChunks([...persons], (chunk) =>
    select<{ person: number }>(
      ctx,
      `SELECT DISTINCT l.person FROM person_look l WHERE l.person IN (${marks(chunk)}) AND l.account = ?
         AND l.until > ? AND l.kind = 'OPENED'`,
      [...chunk, account, now],
    ),
  )
  return rows.map(({ person }) => Number(person))
}

/** Where each person belongs now: the unit of the last event that stands, else the one that put them on record. */
export async function listPlaces(
  ctx: RequestContext,
  persons: readonly number[],
): Promise<Map<number, number>> {
  const rows = await inChunks([...persons], (chunk) =>
    select<{ person: number; organization: number }>(
      ctx,
      `SELECT p.id AS person, COALESCE(e.to_organization, e.organization, p.kept_at) AS organization
       FROM person p LEFT JOIN person_event e ON e.person = p.id AND e.corrected_on IS NULL
       WHERE p.id IN (${marks(chunk)}) ORDER BY p.id, e.date, e.id`,
      [...chunk],
    ),
  )
  return new Map(rows.map(({ person, organization }) => [Number(person), Number(organization)]))
}

/**
 * Looks that are shown to whoever keeps the person: all but those within a round of inspection that is to show them
 * from a later day on.
 */
function shown(ctx: RequestContext): SqlPart {
  return {
    sql: `NOT EXISTS (SELECT 1 FROM inspection_round ir WHERE ir.id = l.round AND ir.looks_from > ?)`,
    params: [today(ctx)],
  }
}

const both = (one: SqlPart, other: SqlPart): SqlPart => ({
  sql: `${one.sql} AND ${other.sql}`,
  params: [...one.params, ...other.params],
})

interface Page {
  limit: number
  after?: readonly [number] | undefined
}

function pageOfLooks(ctx: RequestContext, where: SqlPart, page: Page): Promise<LookRow[]> {
  const after = page.after ? 'AND l.id < ?' : ''
  return select<LookRow>(
    ctx,
    `SELECT ${columns} FROM person_look l WHERE ${where.sql} ${after} ORDER BY l.id DESC LIMIT ${page.limit + 1}`,
    [...where.params, ...(page.after ?? [])],
  )
}

async function countOfLooks(ctx: RequestContext, where: SqlPart): Promise<number> {
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(*) AS n FROM person_look l WHERE ${where.sql}`,
    where.params,
  )
  return Number(row?.n ?? 0)
}

const below = (unit: number, day: string): SqlPart => ({
  sql: `l.organization IN (SELECT sp.descendant FROM organization_path sp WHERE sp.ancestor = ?
    AND sp.valid_from <= ? AND sp.valid_to > ?)`,
  params: [unit, day, day],
})

/** Looks at persons of a unit and of what stands below it today, the latest first, and how many there are. */
export async function listLooksBelow(ctx: RequestContext, unit: number, page: Page) {
  const where = both(below(unit, today(ctx)), shown(ctx))
  return { rows: await pageOfLooks(ctx, where, page), total: await countOfLooks(ctx, where) }
}

/** Looks at one person, the latest first, and how many there are. */
export async function listLooksAt(ctx: RequestContext, person: number, page: Page) {
  const where = both({ sql: 'l.person = ?', params: [person] }, shown(ctx))
  return { rows: await pageOfLooks(ctx, where, page), total: await countOfLooks(ctx, where) }
}
