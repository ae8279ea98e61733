import {
  fullYearsBetween,
  isDay,
  LIMITS,
  type CourseAudience,
  type Day,
  type EventKind,
  type Introducer,
  type OutsideKind,
  type RemovalReason,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, SeedbedError, staleVersion } from '../../errors/errors.js'
import { SOURCE, type Entry } from '../ledger/entry.js'
import { settleEntries } from '../ledger/ledger.service.js'
import { loadCells, sectorOfCell, type Cell } from '../organizations/cell.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import {
  copyAttributes,
  findEvent,
  insertEvents,
  listEventsOf,
  markCorrected,
  writeDerived,
  type EventFacts,
  type EventRow,
} from './event.repository.js'
import type { Attributes, HistoryEvent } from './person-history.js'
import { replay, type Derived } from './replay.js'

export type { EventRow } from './event.repository.js'

/** Attributes that the recorder states; the rest is taken from the person and the cell. */
export type StatedAttributes = Pick<
  Attributes,
  'youthUnion' | 'schooling' | 'degree' | 'politicalTheory' | 'occupation' | 'sourceKind'
>

/** An event to be recorded. Persons and units by internal ids; what the kind does not need is absent. */
export interface NewEvent {
  kind: EventKind
  person: number
  organization: number
  on: Day
  toOrganization?: number | null
  probationary?: boolean | null
  introducer?: Introducer | null
  removalReason?: RemovalReason | null
  outsideKind?: OutsideKind | null
  outsidePlace?: string | null
  courseAudience?: CourseAudience | null
  courseName?: string | null
  stated?: StatedAttributes | null
  document?: number | null
  note?: string | null
}

/** Where events come from: a screen, or an import (then backfilled). */
export interface Origin {
  backfilled: boolean
  batch: number | null
}

/** Temporary ids of events that are not stored yet lie above all stored ones. */
const firstTemporaryId = 2 ** 52

interface Draft {
  index: number
  facts: EventFacts
  history: HistoryEvent
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
  const refused = new Map<number, SeedbedError>()
  const persons = new Map(
    (
      await loadPersons(
        ctx,
        items.map(({ person }) => person),
      )
    ).map((row) => [row.id, row]),
  )
  const stored = groupByPerson(await listEventsOf(ctx, [...persons.keys()]))
  const cells = await loadCells(ctx, cellsIn(items, stored))
  const drafts = new Map<number, Draft[]>()
  items.forEach((item, index) => {
    try {
      const draft = draftOf(ctx, item, index, persons, cells, origin)
      drafts.set(item.person, [...(drafts.get(item.person) ?? []), draft])
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  for (const [person, own] of drafts) refuseFault(own, stored.get(person) ?? [], cells, refused)
  if (refused.size > 0) return { ids: [], refused }
  const flat = [...drafts.values()].flat().sort((a, b) => a.index - b.index)
  const ids = await insertEvents(
    ctx,
    flat.map(({ facts }) => facts),
    origin.batch,
  )
  flat.forEach((draft, position) => {
    draft.history.id = ids[position] ?? 0
  })
  await settlePersons(ctx, stored, drafts, cells)
  return { ids, refused }
}

/** Records one event; the refusal is thrown. */
export function recordEvent(ctx: RequestContext, item: NewEvent): Promise<EventRow> {
  return inTransaction(ctx, async (tx) => {
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
  reason: string,
): Promise<EventRow> {
  return inTransaction(ctx, async (tx) => {
    refuseReason(reason)
    const found = await findEvent(tx, uid)
    if (!found) throw notFound('Event')
    await loadPersons(tx, [found.person])
    const all = await listEventsOf(tx, [found.person])
    const event = all.find(({ id }) => id === found.id) ?? found
    if (event.correctedOn !== null) throw conflict('the event is corrected already')
    if (event.version !== version) throw staleVersion('The event', version, event.version)
    await markCorrected(tx, event, { on: today(tx), reason })
    const rest = all.map((other) => (other.id === event.id ? { ...other, correctedOn: today(tx) } : other))
    const cells = await loadCells(tx, cellsIn([], new Map([[event.person, rest]])))
    const result = replay(standing(rest), cells)
    if (result.fault) throw conflict(`a later event rests on it: ${result.fault.reason}`)
    await settlePersons(tx, new Map([[event.person, rest]]), new Map(), cells)
    return (await findEvent(tx, uid)) ?? event
  })
}

/** Refuses an empty or overlong reason of a correction. */
export function refuseReason(reason: string): void {
  if (reason.trim() === '' || reason.length > LIMITS.noteLength)
    throw invalidInput('reason', `must have 1 to ${LIMITS.noteLength} characters`)
}

/** Refuses a day that is none or lies in the future. */
export function refuseFuture(ctx: RequestContext, on: Day): void {
  if (!isDay(on)) throw invalidInput('on', 'not a day')
  if (on > today(ctx)) throw invalidInput('on', 'lies in the future')
}

/** Events of the persons, corrected ones included. */
export function eventsOf(ctx: RequestContext, persons: readonly number[]): Promise<EventRow[]> {
  return listEventsOf(ctx, persons)
}

/** Posts what the histories of these persons amount to now; `stored` holds what was on record before. */
export async function settlePersons(
  ctx: RequestContext,
  stored: ReadonlyMap<number, EventRow[]>,
  drafts: ReadonlyMap<number, Draft[]>,
  cells: ReadonlyMap<number, Cell>,
): Promise<void> {
  const wanted: Entry[] = []
  const derived: Derived[] = []
  const known: number[] = []
  const fresh: number[] = []
  const attributes = new Map<number, Attributes>()
  const before = new Map<number, EventRow>()
  for (const person of new Set([...stored.keys(), ...drafts.keys()])) {
    const old = stored.get(person) ?? []
    const added = (drafts.get(person) ?? []).map(({ history }) => history)
    const history = [...standing(old), ...added]
    const result = replay(history, cells)
    if (result.fault) throw conflict(result.fault.reason)
    wanted.push(...result.entries)
    derived.push(...result.derived)
    known.push(...old.map(({ id }) => id))
    fresh.push(...added.map(({ id }) => id))
    for (const event of old) before.set(event.id, event)
    for (const event of history) if (event.attributes) attributes.set(event.id, event.attributes)
  }
  const changed = derived.filter((carry) => isNews(before.get(carry.event), carry))
  await writeDerived(ctx, changed)
  await copyAttributes(
    ctx,
    changed.flatMap(({ event, admission }) => {
      const frozen = event === admission ? undefined : attributes.get(admission)
      return frozen ? [{ event, attributes: frozen }] : []
    }),
  )
  await settleEntries(ctx, SOURCE.PERSON_EVENT, { known, fresh }, wanted)
}

function isNews(event: EventRow | undefined, carry: Derived): boolean {
  if (event === undefined)
    return carry.event !== carry.admission || carry.introducer !== null || carry.courseCompletedOn !== null
  return (
    event.introducer !== carry.introducer ||
    event.courseCompletedOn !== carry.courseCompletedOn ||
    event.readmission !== carry.readmission ||
    event.attributes === null
  )
}

function standing(events: readonly EventRow[]): HistoryEvent[] {
  return events
    .filter(({ correctedOn }) => correctedOn === null)
    .map((event) => (event.kind === 'INTRODUCTION' ? event : { ...event, introducer: null }))
}

function groupByPerson(events: readonly EventRow[]): Map<number, EventRow[]> {
  const grouped = new Map<number, EventRow[]>()
  for (const event of events) {
    const own = grouped.get(event.person)
    if (own) own.push(event)
    else grouped.set(event.person, [event])
  }
  return grouped
}

function cellsIn(items: readonly NewEvent[], stored: ReadonlyMap<number, EventRow[]>): Set<number> {
  const all = [...items, ...[...stored.values()].flat()]
  return new Set(
    all.flatMap(({ organization, toOrganization }) => [
      organization,
      ...(toOrganization ? [toOrganization] : []),
    ]),
  )
}

function draftOf(
  ctx: RequestContext,
  item: NewEvent,
  index: number,
  persons: ReadonlyMap<number, PersonRow>,
  cells: ReadonlyMap<number, Cell>,
  origin: Origin,
): Draft {
  refuseFuture(ctx, item.on)
  const person = persons.get(item.person)
  if (!person) throw notFound('Person')
  if (item.on < person.birthDate) throw invalidInput('on', 'lies before the birth of the person')
  const sector = sectorOfCell(cells, item.organization, item.on, 'organizationId')
  const { toOrganization = null } = item
  if (toOrganization !== null) sectorOfCell(cells, toOrganization, item.on, 'toOrganizationId')
  const history: HistoryEvent = {
    id: firstTemporaryId + index,
    kind: item.kind,
    date: item.on,
    organization: item.organization,
    toOrganization,
    probationary: item.probationary ?? null,
    introducer: item.introducer ?? null,
    removalReason: item.removalReason ?? null,
    outsideKind: item.outsideKind ?? null,
    courseAudience: item.courseAudience ?? null,
    attributes: item.stated
      ? {
          ...item.stated,
          age: fullYearsBetween(person.birthDate, item.on),
          female: person.female,
          ethnicity: person.ethnicity,
          religion: person.religion,
          sector,
        }
      : null,
  }
  const { id: _id, ...facts } = history
  return {
    index,
    history,
    facts: {
      ...facts,
      uid: uuid(),
      person: item.person,
      outsidePlace: item.outsidePlace ?? null,
      courseName: item.courseName ?? null,
      document: item.document ?? null,
      note: item.note ?? null,
      backfilled: origin.backfilled,
    },
  }
}

/** Tries a person's history with the new events; the first that breaks it is refused. */
function refuseFault(
  drafts: readonly Draft[],
  stored: readonly EventRow[],
  cells: ReadonlyMap<number, Cell>,
  refused: Map<number, SeedbedError>,
): void {
  const { fault } = replay([...standing(stored), ...drafts.map(({ history }) => history)], cells)
  if (!fault) return
  const draft = drafts.find(({ history }) => history.id === fault.event)
  const index = draft?.index ?? drafts[0]?.index ?? 0
  const reason = draft ? fault.reason : `a later event on record would no longer hold: ${fault.reason}`
  refused.set(index, conflict(reason))
}
