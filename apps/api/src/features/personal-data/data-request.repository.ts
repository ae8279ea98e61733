import type { DataRequestKind, DataRequestStatus, Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, insertIdentified, rowByUid, select } from '../../database/sql.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'

/** A request of a person as it is on record; days inclusive. */
export interface DataRequestRow {
  id: number
  uid: string
  version: number
  person: number
  organization: number
  kind: DataRequestKind
  status: DataRequestStatus
  receivedOn: Day
  words: string
  answerDue: Day
  carryDue: Day
  extended: boolean
  answeredOn: Day | null
  answer: string | null
  closedOn: Day | null
  account: number
  actorName: string
  recordedAt: string
}

const columns = `r.id, r.uid, r.version, r.person, r.organization, r.kind, r.status, r.received_on AS receivedOn, r.words,
  r.answer_due AS answerDue, r.carry_due AS carryDue, r.extended, r.answered_on AS answeredOn, r.answer,
  r.closed_on AS closedOn, r.account, r.actor_name AS actorName, r.recorded_at AS recordedAt`

const toRow = (row: DataRequestRow): DataRequestRow => ({ ...row, extended: Number(row.extended) === 1 })

/** Stores a request. */
export async function insertDataRequest(
  ctx: RequestContext,
  row: Omit<DataRequestRow, 'id' | 'version' | 'extended' | 'answeredOn' | 'answer' | 'closedOn'>,
): Promise<number> {
  const [id = 0] = await insertIdentified(ctx, 'data_request', [
    {
      uid: row.uid,
      version: 1,
      person: row.person,
      organization: row.organization,
      kind: row.kind,
      status: row.status,
      received_on: row.receivedOn,
      words: row.words,
      answer_due: row.answerDue,
      carry_due: row.carryDue,
      extended: 0,
      account: row.account,
      actor_name: row.actorName,
      recorded_at: row.recordedAt,
    },
  ])
  return id
}

/** Writes how far a request has come. */
export function writeDataRequest(ctx: RequestContext, row: DataRequestRow): Promise<void> {
  return execute(
    ctx,
    `UPDATE data_request SET status = ?, carry_due = ?, extended = ?, answered_on = ?, answer = ?, closed_on = ?,
       version = version + 1 WHERE id = ? AND version = ?`,
    [
      row.status,
      row.carryDue,
      row.extended ? 1 : 0,
      row.answeredOn,
      row.answer,
      row.closedOn,
      row.id,
      row.version,
    ],
  )
}

/** The request of that outer id, locked inside a unit of work. */
export async function findDataRequest(ctx: RequestContext, uid: string): Promise<DataRequestRow | undefined> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const row = await rowByUid<DataRequestRow>(ctx, 'data_request r', columns, uid, lock)
  return row && toRow(row)
}

/** Requests of a person, the latest first. */
export async function listRequestsOf(ctx: RequestContext, person: number): Promise<DataRequestRow[]> {
  const rows = await select<DataRequestRow>(
    ctx,
    `SELECT ${columns} FROM data_request r WHERE r.person = ? ORDER BY r.id DESC`,
    [person],
  )
  return rows.map(toRow)
}

const kept = (ctx: RequestContext, openOnly: boolean): SqlPart => {
  const scope = inScope(scopeOf(ctx, 'people.record'), 'r.organization', today(ctx))
  const open = openOnly ? ` AND r.status IN ('RECEIVED', 'ANSWERED')` : ''
  return { sql: `${scope.sql}${open}`, params: scope.params }
}

/** A page of the requests that the viewer's units have to answer, the latest first; one row more than the limit. */
export async function listDataRequests(
  ctx: RequestContext,
  openOnly: boolean,
  page: { limit: number; after?: readonly [number] | undefined },
): Promise<DataRequestRow[]> {
  const where = kept(ctx, openOnly)
  const after = page.after ? 'AND r.id < ?' : ''
  const rows = await select<DataRequestRow>(
    ctx,
    `SELECT ${columns} FROM data_request r WHERE ${where.sql} ${after} ORDER BY r.id DESC LIMIT ${page.limit + 1}`,
    [...where.params, ...(page.after ?? [])],
  )
  return rows.map(toRow)
}

/** How many there are. */
export async function countDataRequests(ctx: RequestContext, openOnly: boolean): Promise<number> {
  const where = kept(ctx, openOnly)
  const [row] = await select<{ n: number }>(
    ctx,
    `SELECT COUNT(*) AS n FROM data_request r WHERE ${where.sql}`,
    where.params,
  )
  return Number(row?.n ?? 0)
}

/** From a day on the person is not shown in lists beyond those who keep them. */
export async function restrictPerson(
  ctx: RequestContext,
  person: number,
  request: number,
  since: Day,
): Promise<void> {
  await freePerson(ctx, person)
  await execute(ctx, 'INSERT INTO person_restriction (person, request, since) VALUES (?, ?, ?)', [
    person,
    request,
    since,
  ])
}

/** The person is shown again. */
export function freePerson(ctx: RequestContext, person: number): Promise<void> {
  return execute(ctx, 'DELETE FROM person_restriction WHERE person = ?', [person])
}

/** Since when the person is restricted; undefined for who is not. */
export async function findRestriction(ctx: RequestContext, person: number): Promise<Day | undefined> {
  const [row] = await select<{ since: Day }>(
    ctx,
    'SELECT psr.since FROM person_restriction psr WHERE psr.person = ?',
    [person],
  )
  return row?.since
}
