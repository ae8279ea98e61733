import {
  reason,
  type Day,
  type Introducer,
  type MeasureVector,
  type Reason,
  type ReasonKey,
} from '@seedbed/shared'
import { BASIS, SOURCE, type Basis, type Entry } from '../ledger/entry.js'
import { answerableOn, type CellLives } from '../ledger/succession.js'
import {
  admissionVector,
  courseVector,
  inOrder,
  introductionVector,
  removalVector,
  transferOutVector,
  type HistoryEvent,
} from './person-history.js'

/** Why a history cannot be: the event at which it breaks, and the reason. */
export interface Fault {
  event: number
  reason: Reason
}

/** What admissions and ceremonies carry from earlier events, for lists and filters. */
export interface Derived {
  event: number
  readmission: boolean
  introducer: Introducer | null
  courseCompletedOn: Day | null
  /** CEREMONY: the admission it completes. */
  admission: number
}

/** Either the entries that express a person's events, or the fault of their order. */
export type Replay = { entries: Entry[]; derived: Derived[]; fault?: undefined } | { fault: Fault }

interface Admission {
  event: HistoryEvent
  vector: MeasureVector
  derived: Omit<Derived, 'event'>
}

interface State {
  cell: number | null
  /** Counted under CEREMONY as well: the ceremony was held, or the person was a member before. */
  sworn: boolean
  probationary: boolean
  wasMember: boolean
  dead: boolean
  introducer: Introducer | null
  courseCompletedOn: Day | null
  admission: Admission | null
}

class Refusal extends Error {
  constructor(readonly key: ReasonKey) {
    super(key)
  }
}

/**
 * The one rule from a person's events to the ledger: reads them in order, refuses a history that cannot be (admitted
 * twice, left a cell that he is not in …), and answers every entry it amounts to, under both count bases. Recording
 * and correcting both replay the whole history and post only the difference. Pure.
 */
export function replay(events: readonly HistoryEvent[], lives: CellLives): Replay {
  const state: State = {
    cell: null,
    sworn: false,
    probationary: false,
    wasMember: false,
    dead: false,
    introducer: null,
    courseCompletedOn: null,
    admission: null,
  }
  const entries: Entry[] = []
  const derived: Derived[] = []
  for (const event of inOrder(events)) {
    if (state.cell !== null) state.cell = answerableOn(lives, state.cell, event.date)
    try {
      entries.push(...step(state, event))
    } catch (error) {
      if (error instanceof Refusal) return { fault: { event: event.id, reason: reason(error.key) } }
      throw error
    }
    if (state.admission && ['ADMISSION', 'READMISSION', 'CEREMONY'].includes(event.kind)) {
      derived.push({ ...state.admission.derived, event: event.id })
    }
  }
  return { entries, derived }
}

function step(state: State, event: HistoryEvent): Entry[] {
  if (state.dead) throw new Refusal('HAS_DIED')
  switch (event.kind) {
    case 'OPENING_MEMBER':
      join(state, event, { sworn: true, probationary: event.probationary === true })
      return []
    case 'TRANSFER_IN':
      join(state, event, { sworn: true, probationary: event.probationary === true })
      return [entry(event, BASIS.BOTH, { transferredIn: 1, ...stock(state, 1) })]
    case 'INTRODUCTION':
      refuseMember(state)
      state.introducer = event.introducer
      return event.introducer ? [entry(event, BASIS.BOTH, introductionVector(event.introducer))] : []
    case 'COURSE_COMPLETION':
      refuseMember(state)
      state.courseCompletedOn = event.date
      return [entry(event, BASIS.BOTH, courseVector(event.courseAudience ?? 'OTHER'))]
    case 'ADMISSION':
    case 'READMISSION':
      return admit(state, event)
    case 'CEREMONY':
      return swear(state, event)
    case 'RECOGNITION':
      return recognize(state, event)
    case 'TRANSFER':
      return transfer(state, event)
    case 'TRANSFER_OUT':
      return leave(state, event, transferOutVector(event.outsideKind))
    case 'REMOVAL':
      return remove(state, event)
    case 'DEATH':
      return die(state, event)
  }
}

function admit(state: State, event: HistoryEvent): Entry[] {
  const readmission = event.kind === 'READMISSION'
  if (!readmission && state.wasMember && state.cell === null) throw new Refusal('WAS_MEMBER')
  join(state, event, { sworn: false, probationary: true })
  const attributes = event.attributes
  if (!attributes) throw new Refusal('NO_ATTRIBUTES')
  const { introducer, courseCompletedOn } = state
  const vector = admissionVector(attributes, readmission, introducer, courseCompletedOn)
  state.admission = {
    event,
    vector,
    derived: { readmission, introducer, courseCompletedOn, admission: event.id },
  }
  state.introducer = null
  state.courseCompletedOn = null
  return [entry(event, BASIS.DECISION, { ...vector, ...stock(state, 1) })]
}

function swear(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  if (!state.admission || state.sworn) throw new Refusal('NO_CEREMONY_DUE')
  state.sworn = true
  return [entry(event, BASIS.CEREMONY, { ...state.admission.vector, ...stock(state, 1) })]
}

function recognize(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  if (!state.sworn) throw new Refusal('NO_CEREMONY_YET')
  if (!state.probationary) throw new Refusal('OFFICIAL_ALREADY')
  state.probationary = false
  return [entry(event, BASIS.BOTH, { recognized: 1, probationaryMembers: -1 })]
}

function transfer(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  const to = event.toOrganization
  if (to === null || to === event.organization) throw new Refusal('NO_OTHER_CELL')
  const basis = basisOf(state)
  state.cell = to
  return [
    entry(event, basis, { transferredOut: 1, ...stock(state, -1) }, { counterpart: to }),
    entry(
      event,
      basis,
      { transferredIn: 1, ...stock(state, 1) },
      { organization: to, counterpart: event.organization },
    ),
  ]
}

function remove(state: State, event: HistoryEvent): Entry[] {
  const why = event.removalReason
  if (why === null) throw new Refusal('NO_REMOVAL_REASON')
  if (why === 'PROBATION_REMOVED' && !state.probationary) throw new Refusal('NOT_ON_PROBATION')
  if (why === 'DECISION_CANCELLED' && !state.admission) throw new Refusal('NO_DECISION')
  return leave(state, event, removalVector(why))
}

function die(state: State, event: HistoryEvent): Entry[] {
  const entries = leave(state, event, { died: 1 })
  state.dead = true
  return entries
}

function leave(state: State, event: HistoryEvent, vector: MeasureVector): Entry[] {
  refuseElsewhere(state, event)
  const left = entry(event, basisOf(state), { ...vector, ...stock(state, -1) })
  Object.assign(state, { cell: null, sworn: false, probationary: false, admission: null })
  return [left]
}

function join(state: State, event: HistoryEvent, as: { sworn: boolean; probationary: boolean }): void {
  refuseMember(state)
  Object.assign(state, { cell: event.organization, wasMember: true, admission: null, ...as })
}

function refuseMember(state: State): void {
  if (state.cell !== null) throw new Refusal('MEMBER_ALREADY')
}

function refuseElsewhere(state: State, event: HistoryEvent): void {
  if (state.cell === null) throw new Refusal('NOT_MEMBER')
  if (state.cell !== event.organization) throw new Refusal('OTHER_CELL')
}

function basisOf(state: State): Basis {
  return state.sworn ? BASIS.BOTH : BASIS.DECISION
}

function stock(state: State, sign: 1 | -1): MeasureVector {
  return state.probationary ? { members: sign, probationaryMembers: sign } : { members: sign }
}

function entry(
  event: HistoryEvent,
  basis: Basis,
  measures: MeasureVector,
  place: { organization?: number; counterpart?: number } = {},
): Entry {
  return {
    source: SOURCE.PERSON_EVENT,
    event: event.id,
    organization: place.organization ?? event.organization,
    date: event.date,
    basis,
    counterpart: place.counterpart ?? 0,
    reorganization: false,
    measures,
  }
}
