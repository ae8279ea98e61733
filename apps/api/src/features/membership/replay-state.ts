import {
  STAGE_MEASURES,
  type CandidateStage,
  type Day,
  type DossierState,
  type Introducer,
  type MeasureVector,
  type ReasonKey,
} from '@seedbed/shared'
import { BASIS, SOURCE, type Basis, type Entry } from '../ledger/entry.js'
import { NOBODY_KNOWN, type Counted } from '../ledger/profile.js'
import { countedOver } from './counted.js'
import type { HistoryEvent } from './person-history.js'

/** What admissions and ceremonies carry from earlier events, for lists and filters. */
export interface Derived {
  event: number
  readmission: boolean
  introducer: Introducer | null
  courseCompletedOn: Day | null
  /** CEREMONY: the admission it completes. */
  admission: number
}

/** The admission that a member came by. */
export interface Admission {
  event: HistoryEvent
  vector: MeasureVector
  counted: Counted
  derived: Omit<Derived, 'event'>
}

/** Somebody on the way to the Party: where, how far, and since when. */
export interface Candidacy {
  cell: number
  stage: CandidateStage
  enteredOn: Day
  /** When the cell put him on the list of sympathisers. */
  listedOn: Day | null
}

/** What is known of a person between two events. */
export interface State {
  cell: number | null
  /** Counted under CEREMONY as well: the ceremony was held, or the person was a member before. */
  sworn: boolean
  probationary: boolean
  wasMember: boolean
  dead: boolean
  introducer: Introducer | null
  courseCompletedOn: Day | null
  admission: Admission | null
  candidacy: Candidacy | null
  /** The latest dossier: the event that opened it, and where it stands. */
  dossier: { opening: number; state: DossierState } | null
  /** As the person is counted now, and as known before joining. */
  counted: Counted
}

/** A history that cannot be; `key` names the reason. */
export class Refusal extends Error {
  constructor(readonly key: ReasonKey) {
    super(key)
  }
}

/** Somebody of whom nothing is recorded. */
export function nobody(): State {
  return {
    cell: null,
    sworn: false,
    probationary: false,
    wasMember: false,
    dead: false,
    introducer: null,
    courseCompletedOn: null,
    admission: null,
    candidacy: null,
    dossier: null,
    counted: NOBODY_KNOWN,
  }
}

/** The person becomes a member of the cell, as known and as the event says. Refused if he is one. */
export function join(state: State, event: HistoryEvent, as: { sworn: boolean; probationary: boolean }): void {
  refuseMember(state)
  if (state.candidacy) throw new Refusal('STILL_CANDIDATE')
  const counted = countedOver(state.counted, event, null)
  Object.assign(state, { cell: event.organization, wasMember: true, admission: null, counted, ...as })
}

/** Refuses somebody who is a member. */
export function refuseMember(state: State): void {
  if (state.cell !== null) throw new Refusal('MEMBER_ALREADY')
}

/** Refuses somebody who is no member of the cell of the event. */
export function refuseElsewhere(state: State, event: HistoryEvent): void {
  if (state.cell === null) throw new Refusal('NOT_MEMBER')
  if (state.cell !== event.organization) throw new Refusal('OTHER_CELL')
}

/** Before the ceremony a member counts by the date of decision only. */
export function basisOf(state: State): Basis {
  return state.sworn ? BASIS.BOTH : BASIS.DECISION
}

/** The person as a part of the stock, added or taken away. */
export function stock(state: State, sign: 1 | -1): MeasureVector {
  return state.probationary ? { members: sign, probationaryMembers: sign } : { members: sign }
}

/** The person as a part of the stock of candidates of a stage, added or taken away. */
export function staged(stage: CandidateStage, sign: 1 | -1): MeasureVector {
  return { [STAGE_MEASURES[stage]]: sign }
}

/** Ages belong to events; a stock counts them by month of birth. */
export const ofNoAge = (counted: Counted): Counted => ({ ...counted, age: null })

/** The entry that an event amounts to, at its own cell unless told otherwise. */
export function entry(
  event: HistoryEvent,
  basis: Basis,
  measures: MeasureVector,
  counted: Counted,
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
    counted,
    measures,
  }
}
