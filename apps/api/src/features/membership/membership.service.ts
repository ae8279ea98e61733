import { isDay, LIMITS, reason, type Day, type EventKind } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, SeedbedError, staleVersion } from '../../errors/errors.js'
import { groupBy } from '../../group-by.js'
import { SOURCE, type Entry } from '../ledger/entry.js'
import { settleEntries } from '../ledger/ledger.service.js'
import { refuseUnless, refuseUnlessAll } from '../../policy/may.js'
import { cellsFor, loadCells, type Cell } from '../organizations/cell.service.js'
import { loadPersons } from '../people/person.service.js'
import {
  copyAttributes,
  findEvent,
  insertEvents,
  listEventsOf,
  listVisibleEventsOf,
  markCorrected,
  writeDerived,
  type EventRow,
} from './event.repository.js'
import { spellsOfShares, withHandovers } from './expression.js'
import { carry, draftOf, type EventDraft, type NewEvent } from './event-draft.js'
import { refuseBesideDossier } from './one-door.service.js'
import type { HistoryEvent } from './person-history.js'
import { replay } from './replay.js'
import type { Derived } from './replay-state.js'
import type { DossierSpell } from './dossier-spells.js'
import { rewriteDossierSpells, rewriteSpells } from './spell.repository.js'
import type { StageSpell } from './stage-spells.js'

export { NOTHING_STATED, type NewEvent, type StatedAttributes } from './event-draft.js'
export type { EventRow } from './event.repository.js'

/** Where events come from: a screen, or an import (then backfilled). */
export interface Origin {
  backfilled: boolean
  batch: number | null
}

/**
 * Records events of persons, many at once, in one unit of work: each must lie on a living cell and not in the
 * future, and each person's whole history must hold with it (see replay). Answers the internal ids in order, or by
 * position why some were refused; then nothing is stored. Late events are welcome: later entries are set right.
 */
export async function recordEvents(
  ctx: RequestContext,
  items: readonly NewEvent[],
  origin: Origin,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const ids = items.map(({ person }) => person)
  const persons = new Map((await loadPersons(ctx, ids)).map((row) => [row.id, row]))
  const stored = groupBy(await listEventsOf(ctx, [...persons.keys()]), ({ person }) => person)
  const cells = await loadCells(ctx, cellsIn(items, stored))
  const refused = new Map<number, SeedbedError>()
  const drafts = items.flatMap((item, index) => {
    try {
      refuseFuture(ctx, item.on)
      return draftOf(item, index, persons.get(item.person), cells, origin.backfilled)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
      return []
    }
  })
  const histories: History[] = []
  for (const [person, own] of groupBy(drafts, ({ facts }) => facts.person)) {
    const result = tryHistory(stored.get(person) ?? [], own, cells)
    if ('entries' in result) histories.push(result)
    else refused.set(result.index, result.error)
  }
  if (refused.size > 0) return { ids: [], refused }
  return { ids: await storeDrafts(ctx, drafts, histories, origin), refused }
}

async function storeDrafts(
  ctx: RequestContext,
  drafts: readonly EventDraft[],
  histories: readonly History[],
  origin: Origin,
): Promise<number[]> {
  const facts = drafts.map((draft) => draft.facts)
  const ids = await insertEvents(ctx, facts, origin.batch)
  const real = new Map(drafts.map(({ history }, position) => [history.id, ids[position] ?? 0]))
  await settleHistories(ctx, histories, real)
  return ids
}

/** What happens to sources, before they are members: whoever looks after sources records it. */
const SOURCE_EVENTS: ReadonlySet<EventKind> = new Set(['INTRODUCTION', 'COURSE_COMPLETION'])

/** Records one event, for whoever may at its cell and at the one to which a transfer leads; the refusal is thrown. */
export function recordEvent(ctx: RequestContext, item: NewEvent): Promise<EventRow> {
  return inTransaction(ctx, async (tx) => {
    const verb = SOURCE_EVENTS.has(item.kind) ? 'sources.record' : 'membership.record'
    const cells = [item.organization, item.toOrganization ?? item.organization]
    await refuseUnlessAll(tx, verb, cells)
    await refuseBesideDossier(tx, item)
    const { ids, refused } = await recordEvents(tx, [item], { backfilled: false, batch: null })
    for (const error of refused.values()) throw error
    const event = (await listEventsOf(tx, [item.person])).find(({ id }) => id === ids[0])
    if (!event) throw notFound('Event')
    return event
  })
}

/**
 * Takes back an event that was recorded wrongly: it stays on record, marked, and reversing entries take it out of
 * every figure. Refused if it is corrected already, was changed since it was read, or if a later event rests on it.
 */
export function correctEvent(
  ctx: RequestContext,
  uid: string,
  version: number,
  words: string,
): Promise<EventRow> {
  return inTransaction(ctx, async (tx) => {
    refuseReason(words)
    const found = await findEvent(tx, uid)
    if (!found) throw notFound('Event')
    await refuseUnless(tx, 'membership.correct', found.organization)
    await loadPersons(tx, [found.person])
    const all = await listEventsOf(tx, [found.person])
    const event = all.find(({ id }) => id === found.id) ?? found
    if (event.correctedOn !== null) throw conflict(reason('ALREADY_CORRECTED'))
    if (event.version !== version) throw staleVersion('The event', version, event.version)
    await markCorrected(tx, event, { on: today(tx), reason: words })
    const rest = all.map((other) => (other.id === event.id ? { ...other, correctedOn: today(tx) } : other))
    const cells = await loadCells(tx, cellsIn([], new Map([[event.person, rest]])))
    await settleHistories(tx, [historyOf(event.person, rest, cells)], new Map())
    return (await findEvent(tx, uid)) ?? event
  })
}

/** The same for an event named by its internal id; nothing is to be done where it was corrected before. */
export async function correctStored(
  ctx: RequestContext,
  person: number,
  id: number,
  words: string,
): Promise<void> {
  const event = (await listEventsOf(ctx, [person])).find((one) => one.id === id)
  if (event && event.correctedOn === null) await correctEvent(ctx, event.uid, event.version, words)
}

/** Refuses an empty or overlong reason of a correction. */
export function refuseReason(words: string): void {
  if (words.trim() === '' || words.length > LIMITS.noteLength)
    throw invalidInput('reason', reason('BAD_LENGTH', { limit: LIMITS.noteLength }))
}

/** Refuses a day that is none or lies in the future. */
export function refuseFuture(ctx: RequestContext, on: Day): void {
  if (!isDay(on)) throw invalidInput('on', reason('NOT_A_DAY'))
  if (on > today(ctx)) throw invalidInput('on', reason('IN_FUTURE'))
}

/** Events of the persons at cells whose people the viewer may see, corrected ones included. */
export function eventsOf(ctx: RequestContext, persons: readonly number[]): Promise<EventRow[]> {
  return listVisibleEventsOf(ctx, persons)
}

/** The same whatever the scope, for the rules of a unit of work; never answered. */
export function allEventsOf(ctx: RequestContext, persons: readonly number[]): Promise<EventRow[]> {
  return listEventsOf(ctx, persons)
}

/**
 * Posts what the histories of persons amount to after events of theirs were removed, in a unit of work. A history
 * that cannot be without them is a CONFLICT.
 */
export async function settleAgain(ctx: RequestContext, persons: readonly number[]): Promise<void> {
  const locked = await loadPersons(ctx, persons)
  const stored = groupBy(
    await listEventsOf(
      ctx,
      locked.map(({ id }) => id),
    ),
    ({ person }) => person,
  )
  const cells = await loadCells(ctx, cellsIn([], stored))
  const histories = [...stored].map(([person, own]) => historyOf(person, own, cells))
  await settleHistories(ctx, histories, new Map())
}

/** What the events of a person that stand amount to; a history that cannot be is a CONFLICT. */
function historyOf(person: number, stored: readonly EventRow[], cells: ReadonlyMap<number, Cell>): History {
  const result = replay(standing(stored), cellsFor(cells, person))
  if (result.fault) throw conflict(reason('LATER_RESTS', { why: result.fault.reason }))
  const { derived } = result
  const spells = spellsOfShares(result.spells, cells, person)
  const dossiers = spellsOfShares(result.dossiers, cells, person)
  return { stored, person, derived, spells, dossiers, entries: withHandovers(result.entries, cells, person) }
}

/** What a person's events amount to: those on record, and all with the new ones. */
interface History {
  stored: readonly EventRow[]
  person: number
  entries: Entry[]
  derived: Derived[]
  spells: StageSpell[]
  dossiers: DossierSpell[]
}

/** Posts what the histories amount to now; `real` gives the ids of events that were drafts. */
async function settleHistories(
  ctx: RequestContext,
  histories: readonly History[],
  real: ReadonlyMap<number, number>,
): Promise<void> {
  const realId = (id: number) => real.get(id) ?? id
  const onRecord = new Map(histories.flatMap(({ stored }) => stored.map((event) => [event.id, event])))
  const changed = histories
    .flatMap(({ derived }) => derived)
    .filter((one) => isNews(onRecord.get(one.event), one))
    .map((one) => ({ ...one, event: realId(one.event), admission: realId(one.admission) }))
  await writeDerived(ctx, changed)
  await copyAttributes(
    ctx,
    changed.filter(({ event, admission }) => event !== admission),
  )
  const wanted = histories.flatMap(({ entries }) =>
    entries.map((entry) => ({ ...entry, event: realId(entry.event) })),
  )
  const acts = { known: [...onRecord.keys()], fresh: [...real.values()] }
  await settleEntries(ctx, SOURCE.PERSON_EVENT, acts, wanted)
  await settleSpells(ctx, histories, realId)
}

const ofCandidates: ReadonlySet<EventKind> = new Set<EventKind>(['IDENTIFICATION', 'LISTING'])

/** Writes how long those who are or were candidates stood in which stage. */
async function settleSpells(
  ctx: RequestContext,
  histories: readonly History[],
  realId: (id: number) => number,
): Promise<void> {
  const candidates = histories.filter(
    ({ spells, stored }) => spells.length > 0 || stored.some(({ kind }) => ofCandidates.has(kind)),
  )
  const rows = candidates.flatMap(({ person, spells }) =>
    spells.map((spell) => ({ ...spell, person, event: realId(spell.event) })),
  )
  await rewriteSpells(
    ctx,
    candidates.map(({ person }) => person),
    rows,
  )
  await settleDossiers(ctx, histories, realId)
}

/** Writes how long dossiers stood in which state. */
async function settleDossiers(
  ctx: RequestContext,
  histories: readonly History[],
  realId: (id: number) => number,
): Promise<void> {
  const applicants = histories.filter(
    ({ dossiers, stored }) => dossiers.length > 0 || stored.some(({ kind }) => kind === 'DOSSIER_OPENING'),
  )
  if (applicants.length === 0) return
  const rows = applicants.flatMap(({ person, dossiers }) =>
    dossiers.map((one) => ({
      ...one,
      person,
      event: realId(one.event),
      opening: realId(one.opening),
    })),
  )
  await rewriteDossierSpells(
    ctx,
    applicants.map(({ person }) => person),
    rows,
  )
}

/** Whether an event on record says something else of its admission than the history does now. */
export function isNews(event: EventRow | undefined, derived: Derived): boolean {
  if (event === undefined) return false
  return (
    event.introducer !== derived.introducer ||
    event.courseCompletedOn !== derived.courseCompletedOn ||
    event.readmission !== derived.readmission
  )
}

/** The events that count, as a history reads them. */
export function standing(events: readonly EventRow[]): HistoryEvent[] {
  return events
    .filter(({ correctedOn }) => correctedOn === null)
    .map((event) => (event.kind === 'INTRODUCTION' ? event : { ...event, introducer: null }))
}

/** Every unit that the events name. */
export function cellsIn(items: readonly NewEvent[], stored: ReadonlyMap<number, EventRow[]>): Set<number> {
  const all = [...items, ...[...stored.values()].flat()]
  return new Set(
    all.flatMap(({ organization, toOrganization }) => [
      organization,
      ...(toOrganization ? [toOrganization] : []),
    ]),
  )
}

/** Tries a person's history with the new events: what it amounts to, or which new event breaks it and why. */
function tryHistory(
  stored: readonly EventRow[],
  drafts: readonly EventDraft[],
  cells: ReadonlyMap<number, Cell>,
): History | { index: number; error: SeedbedError } {
  const history = [...standing(stored), ...drafts.map((draft) => draft.history)]
  const person = drafts[0]?.facts.person ?? 0
  const result = replay(history, cellsFor(cells, person))
  if (result.fault) {
    const { fault } = result
    const draft = drafts.find((one) => one.history.id === fault.event)
    const why = draft ? fault.reason : reason('LATER_FAILS', { why: fault.reason })
    return { index: draft?.index ?? drafts[0]?.index ?? 0, error: conflict(why) }
  }
  const { entries, derived } = result
  const spells = spellsOfShares(result.spells, cells, person)
  const dossiers = spellsOfShares(result.dossiers, cells, person)
  const attributes = new Map(history.map((event) => [event.id, event.attributes]))
  const fresh = new Map(drafts.map((draft) => [draft.history.id, draft]))
  for (const one of derived) {
    const draft = fresh.get(one.event)
    if (draft) carry(draft, one, attributes.get(one.admission) ?? undefined)
  }
  return { stored, person, entries: withHandovers(entries, cells, person), derived, spells, dossiers }
}
