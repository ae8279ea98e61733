import { LIMITS, reason, type LookKind } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { accountOf } from '../../auth/signed-in.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { forbidden, invalidInput, notFound, refuseLonger } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { loader } from '../../graphql/loaders.js'
import { may, mayAnywhere, refuseUnless } from '../../policy/may.js'
import {
  insertLook,
  listLooksAt,
  listLooksBelow,
  listOpened,
  listPlaces,
  type LookRow,
} from './look.repository.js'
import { mayEdit, requirePerson, visiblePersons, type PersonRow } from './person.service.js'

export type { LookRow } from './look.repository.js'

/** How long a person stays open after a reason was given, in minutes. */
export const LOOK_MINUTES = 60

/** Fewest characters of a reason: a word is none. */
const shortestReason = 10

/**
 * What the viewer may do with a person: nothing, as if there were none; see the name in lists, and all of it once a
 * reason is given; all of it for an hour, because one was given; or keep it, where the person belongs now.
 */
export type PersonAccess = 'HIDDEN' | 'CLOSED' | 'OPENED' | 'KEPT'

/** Where a person belongs now (internal id of the unit); 0 for who belongs to none. */
export function placeOf(ctx: RequestContext, person: number): Promise<number> {
  return loader<number, number>(ctx, 'place of person', async (ids) => {
    const places = await listPlaces(ctx, ids)
    return ids.map((id) => places.get(id) ?? 0)
  }).load(person)
}

/** What the viewer may do with a person (internal id); many of one request cost three statements. */
export function accessToPerson(ctx: RequestContext, person: number): Promise<PersonAccess> {
  return loader<number, PersonAccess>(ctx, 'access to person', async (ids) => {
    const kept = await Promise.all(ids.map((id) => mayEdit(ctx, id)))
    const others = ids.filter((_, index) => !kept[index])
    const seen = new Set((await visiblePersons(ctx, others)).map(({ id }) => id))
    const now = ctx.clock.now().toISOString()
    const opened = new Set(await listOpened(ctx, accountOf(ctx) ?? 0, [...seen], now))
    return ids.map((id, index) =>
      kept[index] ? 'KEPT' : !seen.has(id) ? 'HIDDEN' : opened.has(id) ? 'OPENED' : 'CLOSED',
    )
  }).load(person)
}

/** Refuses what needs a reason that was not given (FORBIDDEN), and what the viewer may not know of (NOT_FOUND). */
export async function refuseClosed(ctx: RequestContext, person: number): Promise<PersonAccess> {
  const access = await accessToPerson(ctx, person)
  if (access === 'HIDDEN') throw notFound('Person')
  if (access === 'CLOSED') throw forbidden(reason('LOOK_NEEDED'))
  return access
}

/** Refuses to change a person who does not belong to a unit where the viewer keeps persons. */
export async function refuseUnlessKept(ctx: RequestContext, person: number): Promise<void> {
  const access = await accessToPerson(ctx, person)
  if (access === 'HIDDEN') throw notFound('Person')
  if (access !== 'KEPT') throw forbidden(reason('NOT_ALLOWED_HERE'))
}

function refuseReason(words: string): string {
  const text = words.trim()
  if (text.length < shortestReason)
    throw invalidInput('reason', reason('REASON_SHORT', { least: shortestReason }))
  refuseLonger('reason', text, LIMITS.noteLength)
  return text
}

/** Puts a look at a person on record, for whoever keeps the person to see. */
async function look(
  ctx: RequestContext,
  kind: LookKind,
  person: number,
  words: string,
  round: number | null = null,
): Promise<LookRow> {
  const now = ctx.clock.now()
  const until = kind === 'OPENED' ? new Date(now.getTime() + LOOK_MINUTES * 60_000).toISOString() : null
  const row = {
    uid: uuid(),
    kind,
    person,
    organization: await placeOf(ctx, person),
    account: accountOf(ctx) ?? 0,
    actorName: ctx.actor.name,
    address: ctx.actor.origin,
    reason: words,
    at: now.toISOString(),
    until,
    round,
  }
  await insertLook(ctx, row)
  return { ...row, id: 0 }
}

/**
 * Opens a person outside the units where the viewer keeps persons, for an hour, for a reason that goes on record and
 * is shown to whoever keeps the person, for one within a round of inspection (internal id) when the round allows it.
 * Refused: no reason, or one of fewer than ten characters.
 */
export function openPerson(
  ctx: RequestContext,
  uid: string,
  words: string,
  round: number | null = null,
): Promise<LookRow> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, uid)
    return look(tx, 'OPENED', person.id, refuseReason(words), round)
  })
}

/** The person of that outer id, if the viewer keeps the person or has given a reason to see them. */
export async function openedPerson(ctx: RequestContext, uid: string): Promise<PersonRow> {
  const person = await requirePerson(ctx, uid)
  await refuseClosed(ctx, person.id)
  return person
}

/**
 * The whole identity number, null if none is known; the reason goes on record and is shown to whoever keeps the
 * person. Refused to who may not reveal numbers where the person belongs, to who has not opened the person, and
 * without a reason.
 */
export function revealIdentityNumber(
  ctx: RequestContext,
  uid: string,
  words: string,
): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    const person = await requirePerson(tx, uid)
    await refuseClosed(tx, person.id)
    if (!(await mayReveal(tx, person.id))) throw forbidden(reason('NOT_ALLOWED_HERE'))
    await look(tx, 'REVEALED', person.id, refuseReason(words))
    return person.identityNumber
  })
}

/** Puts on record that all that is kept of a person was drawn up; for a keeper. */
export async function recordDataSheet(ctx: RequestContext, person: number, words: string): Promise<void> {
  await refuseUnlessKept(ctx, person)
  await look(ctx, 'SHEET', person, refuseReason(words))
}

/** Whether the viewer may see whole identity numbers where the person belongs. */
export async function mayReveal(ctx: RequestContext, person: number): Promise<boolean> {
  const place = await placeOf(ctx, person)
  return place === 0 ? mayAnywhere(ctx, 'people.reveal') : may(ctx, 'people.reveal', place)
}

type LookPage = Page<['number']>

const cursorOf = ({ id }: LookRow): readonly [number] => [id]

/** Who looked at persons of a unit and below it, the latest first; for whoever keeps its persons. */
export async function looksBelow(
  ctx: RequestContext,
  unit: number,
  page: LookPage,
): Promise<Connection<LookRow>> {
  await refuseUnless(ctx, 'people.record', unit)
  const { rows, total } = await listLooksBelow(ctx, unit, page)
  return connection(rows, page.limit, cursorOf, total)
}

/** Who looked at a person, the latest first; for a keeper. */
export async function looksAt(
  ctx: RequestContext,
  person: number,
  page: LookPage,
): Promise<Connection<LookRow>> {
  await refuseUnlessKept(ctx, person)
  const { rows, total } = await listLooksAt(ctx, person, page)
  return connection(rows, page.limit, cursorOf, total)
}
