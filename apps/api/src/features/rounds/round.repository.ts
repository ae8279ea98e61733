import type { Day, InspectingBody, RoundKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  insertRows,
  marks,
  select,
} from '../../database/sql.js'
import { papersInScope } from '../../policy/inspection-scope.js'
import type { SqlPart } from '../../policy/scope.js'

/** What a round is about; both days inclusive. Without `looksFrom` the units see at once who looked at persons. */
export interface RoundFacts {
  organization: number
  body: InspectingBody
  kind: RoundKind
  theme: string
  document: number | null
  fromDay: Day
  toDay: Day
  looksFrom: Day | null
}

export interface RoundRow extends RoundFacts {
  id: number
  uid: string
  version: number
  closedOn: Day | null
  account: number
  actorName: string
  recordedAt: string
}

const columns = `r.id, r.uid, r.version, r.organization, r.body, r.kind, r.theme, r.document, r.from_day AS fromDay,
  r.to_day AS toDay, r.looks_from AS looksFrom, r.closed_on AS closedOn, r.account, r.actor_name AS actorName,
  r.recorded_at AS recordedAt`

const seen = (ctx: RequestContext): SqlPart =>
  papersInScope(ctx, 'inspection.run', { unit: 'r.organization', round: 'r.id' })

const factsOf = (facts: RoundFacts) => ({
  body: facts.body,
  kind: facts.kind,
  theme: facts.theme,
  document: facts.document,
  from_day: facts.fromDay,
  to_day: facts.toDay,
  looks_from: facts.looksFrom,
})

/** Stores rounds and answers their internal ids in the same order. */
export function insertRounds(
  ctx: RequestContext,
  rounds: ReadonlyArray<
    RoundFacts & { uid: string; ref: string | null; account: number; actorName: string; recordedAt: string }
  >,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'inspection_round',
    rounds.map((round) => ({
      ...factsOf(round),
      uid: round.uid,
      version: 1,
      organization: round.organization,
      account: round.account,
      actor_name: round.actorName,
      recorded_at: round.recordedAt,
      external_ref: round.ref,
      batch,
    })),
  )
}

/** Writes what a round is about and whether it is closed; `version` goes up by one. */
export function writeRound(
  ctx: RequestContext,
  id: number,
  row: RoundFacts & { closedOn: Day | null },
): Promise<void> {
  const values = { ...factsOf(row), closed_on: row.closedOn }
  const sets = Object.keys(values).map((name) => `${name} = ?`)
  return execute(ctx, `UPDATE inspection_round SET ${sets.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(values),
    id,
  ])
}

/** The round of that outer id if its papers may be seen, locked inside a unit of work. */
export async function findRound(ctx: RequestContext, uid: string): Promise<RoundRow | undefined> {
  const scope = seen(ctx)
  const rows = await select<RoundRow>(
    ctx,
    `SELECT ${columns} FROM inspection_round r WHERE r.uid = ? AND ${scope.sql}${ctx.transaction ? forUpdate(ctx) : ''}`,
    [uid, ...scope.params],
  )
  return rows.find((row) => row.uid === uid)
}

/** Those of the rounds (internal ids) whose papers may be seen. */
export function findRounds(ctx: RequestContext, ids: readonly number[]): Promise<RoundRow[]> {
  const scope = seen(ctx)
  return inChunks([...new Set(ids)], (chunk) =>
    select<RoundRow>(
      ctx,
      `SELECT ${columns} FROM inspection_round r WHERE r.id IN (${marks(chunk)}) AND ${scope.sql}`,
      [...chunk, ...scope.params],
    ),
  )
}

/** Themes of rounds by internal ids, whoever asks: a look that is shown names its round. */
export async function listThemes(ctx: RequestContext, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await inChunks([...new Set(ids)], (chunk) =>
    select<{ id: number; theme: string }>(
      ctx,
      `SELECT r.id, r.theme FROM inspection_round r WHERE r.id IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, theme }) => [Number(id), theme]))
}

/** Rounds of a unit and, if asked, of all that stands below it today. */
export interface RoundFilter {
  unit: number
  below: boolean
  openOnly: boolean
}

function matching(ctx: RequestContext, { unit, below, openOnly }: RoundFilter): SqlPart {
  const scope = seen(ctx)
  const day = today(ctx)
  const place = below
    ? {
        sql: `r.organization IN (SELECT fp.descendant FROM organization_path fp WHERE fp.ancestor = ?
          AND fp.valid_from <= ? AND fp.valid_to > ?)`,
        params: [unit, day, day],
      }
    : { sql: 'r.organization = ?', params: [unit] }
  const open = openOnly ? ' AND r.closed_on IS NULL' : ''
  return { sql: `${place.sql} AND ${scope.sql}${open}`, params: [...place.params, ...scope.params] }
}

/** A page of rounds, the latest first; one row more than the limit. */
export function listRounds(
  ctx: RequestContext,
  filter: RoundFilter,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<RoundRow[]> {
  const where = matching(ctx, filter)
  const after = page.after ? 'AND (r.from_day < ? OR (r.from_day = ? AND r.id < ?))' : ''
  const [day, id] = page.after ?? []
  return select<RoundRow>(
    ctx,
    `SELECT ${columns} FROM inspection_round r WHERE ${where.sql} ${after}
     ORDER BY r.from_day DESC, r.id DESC LIMIT ${page.limit + 1}`,
    [...where.params, ...(page.after ? [day, day, id] : [])],
  )
}

/** How many there are. */
export async function countRounds(ctx: RequestContext, filter: RoundFilter): Promise<number> {
  const where = matching(ctx, filter)
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(*) AS n FROM inspection_round r WHERE ${where.sql}`,
    where.params,
  )
  return Number(row?.n ?? 0)
}

/** The rounds that an account works on and may see, the latest first. */
export function listRoundsOf(ctx: RequestContext, account: number, limit: number): Promise<RoundRow[]> {
  const scope = seen(ctx)
  return select<RoundRow>(
    ctx,
    `SELECT ${columns} FROM inspection_round r JOIN inspection_worker w ON w.round = r.id AND w.account = ?
     WHERE ${scope.sql} ORDER BY r.from_day DESC, r.id DESC LIMIT ${limit}`,
    [account, ...scope.params],
  )
}

/** An account that works on a round. */
export interface WorkerRow {
  round: number
  account: number
  userName: string
  name: string
}

/** Who works on rounds, by name; asked for rounds whose papers the viewer has seen. */
export function listWorkers(ctx: RequestContext, rounds: readonly number[]): Promise<WorkerRow[]> {
  return inChunks([...rounds], (chunk) =>
    select<WorkerRow>(
      ctx,
      `SELECT w.round, w.account, a.user_name AS userName, a.name FROM inspection_worker w
       JOIN account a ON a.id = w.account WHERE w.round IN (${marks(chunk)}) ORDER BY a.sort_key, a.id`,
      chunk,
    ),
  )
}

/** Writes who works on a round, in place of who did. */
export async function writeWorkers(
  ctx: RequestContext,
  round: number,
  accounts: readonly number[],
): Promise<void> {
  await execute(ctx, 'DELETE FROM inspection_worker WHERE round = ?', [round])
  await insertRows(
    ctx,
    'inspection_worker',
    accounts.map((account) => ({ round, account })),
  )
}
