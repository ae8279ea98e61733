import {
  fullYearsBetween,
  LIMITS,
  reason,
  type CourseAudience,
  type Day,
  type EventKind,
  type Introducer,
  type OutsideKind,
  type RemovalReason,
  type StepOutcome,
  type StrikeReason,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { conflict, invalidInput, notFound, refuseLonger } from '../../errors/errors.js'
import { monthNumber } from '../ledger/profile.js'
import { sectorOfCell, type Cell } from '../organizations/cell.service.js'
import type { PersonRow } from '../people/person.service.js'
import type { EventFacts } from './event.repository.js'
import type { Attributes, HistoryEvent } from './person-history.js'
import type { Derived } from './replay-state.js'

/** Attributes that the recorder states; the rest is taken from the person and the cell. */
export type StatedAttributes = Pick<
  Attributes,
  'youthUnion' | 'schooling' | 'degree' | 'politicalTheory' | 'occupation' | 'sourceKind'
>

/** Nothing is said of the person beyond birth. */
export const NOTHING_STATED: StatedAttributes = {
  youthUnion: null,
  schooling: null,
  degree: null,
  politicalTheory: null,
  occupation: null,
  sourceKind: null,
}

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
  certificateNumber?: string | null
  strikeReason?: StrikeReason | null
  outcome?: StepOutcome | null
  stated?: StatedAttributes | null
  joinedOn?: Day | null
  document?: number | null
  note?: string | null
}

/** An event that is not stored yet: as the history reads it, and as it will be stored. */
export interface EventDraft {
  index: number
  facts: EventFacts
  history: HistoryEvent
}

/** Ids of events that are not stored yet lie above all stored ones. */
const firstTemporaryId = 2 ** 52

/**
 * The draft of an event with its attributes frozen. Refuses a unit that is not a living cell on the day
 * (DATE_OUT_OF_RANGE, INVALID_INPUT), a day before the person's birth and overlong texts.
 */
export function draftOf(
  item: NewEvent,
  index: number,
  person: PersonRow | undefined,
  cells: ReadonlyMap<number, Cell>,
  backfilled: boolean,
): EventDraft {
  if (!person) throw notFound('Person')
  refuseLonger('outsidePlace', item.outsidePlace, LIMITS.nameLength)
  refuseLonger('courseName', item.courseName, LIMITS.nameLength)
  refuseLonger('certificateNumber', item.certificateNumber, LIMITS.codeLength)
  refuseLonger('note', item.note, LIMITS.noteLength)
  if (item.on < person.birthDate) throw invalidInput('on', reason('BEFORE_BIRTH'))
  refuseStated(item, person)
  const sector = sectorOfCell(cells, item.organization, item.on, 'organizationId')
  const { toOrganization = null } = item
  if (toOrganization === item.organization) throw conflict(reason('NO_OTHER_CELL'))
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
    strikeReason: item.strikeReason ?? null,
    outcome: item.outcome ?? null,
    attributes: frozen(item.stated ?? NOTHING_STATED, person, item.on, sector),
    birthMonth: monthNumber(person.birthDate),
    joinedOn: item.joinedOn ?? null,
  }
  const { id: _id, ...facts } = history
  return {
    index,
    history,
    facts: {
      ...facts,
      uid: uuid(),
      person: item.person,
      readmission: false,
      courseCompletedOn: null,
      outsidePlace: item.outsidePlace ?? null,
      courseName: item.courseName ?? null,
      certificateNumber: item.certificateNumber ?? null,
      document: item.document ?? null,
      note: item.note ?? null,
      backfilled,
    },
  }
}

/** A change must change something; who joined before the records begin joined neither unborn nor after that day. */
function refuseStated({ kind, stated, joinedOn, on }: NewEvent, { birthDate }: PersonRow): void {
  const said = Object.values(stated ?? NOTHING_STATED).some((value) => value !== null)
  if (kind === 'ATTRIBUTE_CHANGE' && !said) throw invalidInput('youthUnion', reason('NOTHING_CHANGES'))
  if (joinedOn && joinedOn > on) throw invalidInput('joinedOn', reason('AFTER_EVENT'))
  if (joinedOn && joinedOn < birthDate) throw invalidInput('joinedOn', reason('BEFORE_BIRTH'))
}

function frozen(stated: StatedAttributes, person: PersonRow, on: Day, sector: string | null): Attributes {
  return {
    ...stated,
    age: fullYearsBetween(person.birthDate, on),
    female: person.female,
    ethnicity: person.ethnicity,
    religion: person.religion,
    sector,
  }
}

/** Writes what the history says of a draft into what will be stored of it. */
export function carry(draft: EventDraft, derived: Derived, attributes: Attributes | undefined): void {
  const { readmission, introducer, courseCompletedOn } = derived
  Object.assign(draft.facts, { readmission, introducer, courseCompletedOn })
  if (attributes) draft.facts.attributes = attributes
}
