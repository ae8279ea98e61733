import {
  addDays,
  DATA_REQUEST_KINDS,
  isDay,
  LIMITS,
  reason,
  type DataRequestKind,
  type Day,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { accountOf } from '../../auth/signed-in.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, staleVersion } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { refuseUnlessAnywhere } from '../../policy/may.js'
import { placeOf, refuseUnlessKept } from '../people/look.service.js'
import { requirePerson } from '../people/person.service.js'
import { ruleOn } from '../rules/rule.service.js'
import { deadlineAfter } from '../working-days/working-day.service.js'
import {
  countDataRequests,
  findDataRequest,
  findRestriction,
  freePerson,
  insertDataRequest,
  listDataRequests,
  listRequestsOf,
  restrictPerson,
  writeDataRequest,
  type DataRequestRow,
} from './data-request.repository.js'

export type { DataRequestRow } from './data-request.repository.js'

const carryRules = {
  ACCESS: 'DATA_CORRECTION_DAYS',
  CORRECTION: 'DATA_CORRECTION_DAYS',
  RESTRICTION: 'DATA_RESTRICTION_DAYS',
} as const

/** A request as it comes in. */
export interface NewDataRequest {
  personId: string
  kind: DataRequestKind
  receivedOn: Day
  words: string
}

/** By when a request must be answered (working days) and carried out (days), by the rules of the day it came in. */
export async function dueDays(
  ctx: RequestContext,
  kind: DataRequestKind,
  receivedOn: Day,
): Promise<{ answerDue: Day; carryDue: Day }> {
  const answer = await ruleOn(ctx, 'DATA_ANSWER_DAYS', receivedOn)
  const carry = await ruleOn(ctx, carryRules[kind], receivedOn)
  return {
    answerDue: await deadlineAfter(ctx, receivedOn, answer.value),
    carryDue: addDays(receivedOn, carry.value),
  }
}

function refuseWords(field: string, text: string): string {
  const words = text.trim()
  if (words === '' || words.length > LIMITS.noteLength)
    throw invalidInput(field, reason('BAD_LENGTH', { limit: LIMITS.noteLength }))
  return words
}

function refuseDay(ctx: RequestContext, field: string, on: Day): void {
  if (!isDay(on)) throw invalidInput(field, reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput(field, reason('IN_FUTURE'))
}

/**
 * Puts on record what a person asks for, with the days by which it is due. For whoever keeps the person; refused: no
 * words, a day ahead, a day for which no rule or no calendar is on record (CONFLICT).
 */
export function recordDataRequest(ctx: RequestContext, asked: NewDataRequest): Promise<DataRequestRow> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, asked.personId)
    await refuseUnlessKept(tx, person.id)
    if (!Object.hasOwn(DATA_REQUEST_KINDS, asked.kind)) throw invalidInput('kind', reason('UNKNOWN_CODE'))
    refuseDay(tx, 'receivedOn', asked.receivedOn)
    const words = refuseWords('words', asked.words)
    const { answerDue, carryDue } = await dueDays(tx, asked.kind, asked.receivedOn)
    const uid = uuid()
    await insertDataRequest(tx, {
      uid,
      person: person.id,
      organization: await placeOf(tx, person.id),
      kind: asked.kind,
      status: 'RECEIVED',
      receivedOn: asked.receivedOn,
      words,
      answerDue,
      carryDue,
      account: accountOf(tx) ?? 0,
      actorName: tx.actor.name,
      recordedAt: tx.clock.now().toISOString(),
    })
    return requireRequest(tx, uid)
  })
}

async function requireRequest(ctx: RequestContext, uid: string): Promise<DataRequestRow> {
  const row = await findDataRequest(ctx, uid)
  if (!row) throw notFound('Request')
  return row
}

function change(
  ctx: RequestContext,
  { id, version }: { id: string; version: number },
  run: (tx: RequestContext, row: DataRequestRow) => Promise<Partial<DataRequestRow>>,
): Promise<DataRequestRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireRequest(tx, id)
    await refuseUnlessKept(tx, row.person)
    if (row.version !== version) throw staleVersion('The request', version, row.version)
    await writeDataRequest(tx, { ...row, ...(await run(tx, row)) })
    return requireRequest(tx, id)
  })
}

interface Seen {
  id: string
  version: number
}

function refuseClosed({ status }: DataRequestRow): void {
  if (status !== 'RECEIVED' && status !== 'ANSWERED') throw conflict(reason('REQUEST_CLOSED'))
}

/** Answers a request, with words that are kept; refused ones are closed by their answer. */
export function answerDataRequest(
  ctx: RequestContext,
  seen: Seen,
  answer: string,
  accepted: boolean,
): Promise<DataRequestRow> {
  return change(ctx, seen, (tx, row) => {
    refuseClosed(row)
    const words = refuseWords('answer', answer)
    const on = today(tx)
    const given = { answer: words, answeredOn: row.answeredOn ?? on }
    return Promise.resolve(
      accepted ? { ...given, status: 'ANSWERED' } : { ...given, status: 'REFUSED', closedOn: on },
    )
  })
}

/** Gives a request once more time, as many days as the rule allows. */
export function extendDataRequest(ctx: RequestContext, seen: Seen): Promise<DataRequestRow> {
  return change(ctx, seen, async (tx, row) => {
    refuseClosed(row)
    if (row.extended) throw conflict(reason('REQUEST_EXTENDED'))
    const { value } = await ruleOn(tx, 'DATA_EXTENSION_DAYS', row.receivedOn)
    return { extended: true, carryDue: addDays(row.carryDue, value) }
  })
}

/** Says that an answered request is carried out. A restriction holds from then on. */
export function carryOutDataRequest(ctx: RequestContext, seen: Seen): Promise<DataRequestRow> {
  return change(ctx, seen, async (tx, row) => {
    refuseClosed(row)
    if (row.status !== 'ANSWERED') throw conflict(reason('REQUEST_NOT_ANSWERED'))
    if (row.kind === 'RESTRICTION') await restrictPerson(tx, row.person, row.id, today(tx))
    return { status: 'CARRIED_OUT', closedOn: today(tx) }
  })
}

/** Ends a restriction that holds. */
export function liftRestriction(ctx: RequestContext, seen: Seen): Promise<DataRequestRow> {
  return change(ctx, seen, async (tx, row) => {
    if (row.kind !== 'RESTRICTION' || row.status !== 'CARRIED_OUT')
      throw conflict(reason('NOT_A_RESTRICTION'))
    await freePerson(tx, row.person)
    return { status: 'LIFTED' }
  })
}

/** What a person asked for, the latest first; for whoever keeps the person. */
export async function requestsOf(ctx: RequestContext, person: number): Promise<DataRequestRow[]> {
  await refuseUnlessKept(ctx, person)
  return listRequestsOf(ctx, person)
}

/** Since when a person is restricted; null for who is not. */
export async function restrictedSince(ctx: RequestContext, person: number): Promise<Day | null> {
  return (await findRestriction(ctx, person)) ?? null
}

/** What the viewer's units have to answer, the latest first; FORBIDDEN to who keeps no persons anywhere. */
export async function dataRequests(
  ctx: RequestContext,
  openOnly: boolean,
  page: Page<['number']>,
): Promise<Connection<DataRequestRow>> {
  refuseUnlessAnywhere(ctx, 'people.record')
  const rows = await listDataRequests(ctx, openOnly, page)
  return connection(rows, page.limit, ({ id }) => [id], await countDataRequests(ctx, openOnly))
}
