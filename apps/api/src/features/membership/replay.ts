import {
  hasDossier,
  reason,
  type DossierStepKind,
  type MeasureVector,
  type Reason,
  type RemovalReason,
} from '@seedbed/shared'
import { BASIS, type Entry } from '../ledger/entry.js'
import { countedKey, NOBODY_KNOWN } from '../ledger/profile.js'
import { answerableOn, type CellLives } from '../ledger/succession.js'
import { changedBy, countedAs, countedAt, countedOver } from './counted.js'
import {
  admissionVector,
  courseVector,
  inOrder,
  introductionVector,
  removalVector,
  transferOutVector,
  type HistoryEvent,
} from './person-history.js'
import {
  endByAdmission,
  enrol,
  handOver,
  identify,
  leaveCourse,
  list,
  refuseCandidateElsewhere,
  stepTo,
  strike,
} from './candidacy.js'
import { follow, openDossier, stepDossier, voteOnRecognition } from './dossier-moves.js'
import { DossierTrack, type DossierSpell } from './dossier-spells.js'
import { StageTrack, type StageSpell } from './stage-spells.js'
import {
  basisOf,
  entry,
  join,
  nobody,
  ofNoAge,
  Refusal,
  refuseElsewhere,
  refuseMember,
  stock,
  type Derived,
  type State,
} from './replay-state.js'

/** Why a history cannot be: the event at which it breaks, and the reason. */
export interface Fault {
  event: number
  reason: Reason
}

/** Either the entries that express a person's events, or the fault of their order. */
export type Replay =
  | {
      entries: Entry[]
      derived: Derived[]
      spells: StageSpell[]
      dossiers: DossierSpell[]
      fault?: undefined
    }
  | { fault: Fault }

/**
 * The one rule from a person's events to the ledger: reads them in order, refuses a history that cannot be (admitted
 * twice, left a cell that he is not in …), and answers every entry it amounts to, under both count bases. Recording
 * and correcting both replay the whole history and post only the difference. Pure.
 */
export function replay(events: readonly HistoryEvent[], lives: CellLives): Replay {
  const state = nobody()
  const entries: Entry[] = []
  const derived: Derived[] = []
  const track = new StageTrack()
  const dossiers = new DossierTrack()
  for (const event of inOrder(events)) {
    if (state.cell !== null) state.cell = answerableOn(lives, state.cell, event.date)
    if (state.candidacy) state.candidacy.cell = answerableOn(lives, state.candidacy.cell, event.date)
    try {
      entries.push(...step(state, event))
    } catch (error) {
      if (error instanceof Refusal) return { fault: { event: event.id, reason: reason(error.key) } }
      throw error
    }
    track.note(state, event)
    dossiers.note(state, event)
    if (state.admission && ['ADMISSION', 'READMISSION', 'CEREMONY'].includes(event.kind)) {
      derived.push({ ...state.admission.derived, event: event.id })
    }
  }
  return { entries, derived, spells: track.done(), dossiers: dossiers.done() }
}

function step(state: State, event: HistoryEvent): Entry[] {
  if (state.dead) throw new Refusal('HAS_DIED')
  switch (event.kind) {
    case 'OPENING_MEMBER':
      return name(state, event)
    case 'TRANSFER_IN':
      join(state, event, { sworn: true, probationary: event.probationary === true })
      return [entry(event, BASIS.BOTH, { transferredIn: 1, ...stock(state, 1) }, state.counted)]
    case 'INTRODUCTION':
      return introduce(state, event)
    case 'IDENTIFICATION':
      return identify(state, event, 'IDENTIFIED')
    case 'HANDOVER':
      return handOver(state, event)
    case 'LISTING':
      return list(state, event)
    case 'ENROLMENT':
      return enrol(state, event)
    case 'COURSE_LEFT':
      return leaveCourse(state, event)
    case 'COURSE_COMPLETION':
      return complete(state, event)
    case 'DOSSIER_OPENING':
      return openDossier(state, event)
    case 'VERIFICATION':
    case 'DOSSIER_READY':
    case 'CELL_VOTE':
    case 'SECTION_APPRAISAL':
    case 'PROPOSAL':
    case 'DOSSIER_REFUSAL':
    case 'DOSSIER_RETURN':
      return stepDossier(state, event)
    case 'STRIKE':
      follow(state, 'STRIKE')
      return strike(state, event)
    case 'ADMISSION':
    case 'READMISSION':
      return admit(state, event)
    case 'RESTORATION':
      if (!state.wasMember) throw new Refusal('NEVER_MEMBER')
      join(state, event, { sworn: true, probationary: event.probationary === true })
      return [entry(event, BASIS.BOTH, { restored: 1, ...stock(state, 1) }, state.counted)]
    case 'CEREMONY':
      return swear(state, event)
    case 'NEW_MEMBER_COURSE':
      return learn(state, event)
    case 'RECOGNITION_VOTE':
      return voteOnRecognition(state, event)
    case 'RECOGNITION':
      return recognize(state, event)
    case 'ATTRIBUTE_CHANGE':
      return change(state, event)
    case 'TRANSFER':
      return transfer(state, event)
    case 'TRANSFER_OUT':
      refuseElsewhere(state, event)
      follow(state, 'LEAVE')
      return leave(state, event, transferOutVector(event.outsideKind))
    case 'REMOVAL':
      return remove(state, event)
    case 'DEATH':
      return die(state, event)
  }
}

/** A member of an opening balance gets a name: counted with attributes from now on, no longer without. */
function name(state: State, event: HistoryEvent): Entry[] {
  join(state, event, { sworn: true, probationary: event.probationary === true })
  return [
    entry(event, BASIS.BOTH, stock(state, -1), NOBODY_KNOWN),
    entry(event, BASIS.BOTH, stock(state, 1), ofNoAge(state.counted)),
  ]
}

function introduce(state: State, event: HistoryEvent): Entry[] {
  refuseMember(state)
  state.introducer = event.introducer
  return told(state, event, event.introducer ? introductionVector(event.introducer) : {})
}

function complete(state: State, event: HistoryEvent): Entry[] {
  refuseMember(state)
  state.courseCompletedOn = event.date
  const flows = courseVector(event.courseAudience ?? 'OTHER')
  if (!state.candidacy || state.candidacy.stage === 'IDENTIFIED') return told(state, event, flows)
  const counted = countedOver(state.counted, event, state.introducer)
  const stage = hasDossier(state.candidacy.stage) ? state.candidacy.stage : 'CERTIFIED'
  return stepTo(state, event, { stage, counted }, { ...flows, certified: 1 })
}

/** Something is said of somebody who is no member; a candidate counts as known from now on. */
function told(state: State, event: HistoryEvent, flows: MeasureVector): Entry[] {
  refuseCandidateElsewhere(state, event)
  const counted = countedOver(state.counted, event, state.introducer)
  if (state.candidacy) return stepTo(state, event, { stage: state.candidacy.stage, counted }, flows)
  state.counted = counted
  return Object.keys(flows).length === 0 ? [] : [entry(event, BASIS.BOTH, flows, counted)]
}

function learn(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  if (!state.probationary) throw new Refusal('NOT_ON_PROBATION')
  const measures = { newMemberCourseCompleted: 1 }
  return [entry(event, basisOf(state), measures, countedAt(state.counted, event))]
}

function admit(state: State, event: HistoryEvent): Entry[] {
  const readmission = event.kind === 'READMISSION'
  if (!readmission && state.wasMember && state.cell === null) throw new Refusal('WAS_MEMBER')
  refuseMember(state)
  const left = endByAdmission(state, event)
  follow(state, 'DECISION', 'YES')
  join(state, event, { sworn: false, probationary: true })
  const attributes = event.attributes
  if (!attributes) throw new Refusal('NO_ATTRIBUTES')
  const { introducer, courseCompletedOn } = state
  const vector = admissionVector(attributes, readmission, introducer, courseCompletedOn)
  state.counted = countedAs(event, introducer)
  state.admission = {
    event,
    vector,
    counted: state.counted,
    derived: { readmission, introducer, courseCompletedOn, admission: event.id },
  }
  state.introducer = null
  state.courseCompletedOn = null
  return [...left, entry(event, BASIS.DECISION, { ...vector, ...stock(state, 1) }, state.counted)]
}

/** What the admission counts, with the attributes of its day, and the member as he is now. */
function swear(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  if (!state.admission || state.sworn) throw new Refusal('NO_CEREMONY_DUE')
  follow(state, 'CEREMONY')
  state.sworn = true
  const { vector, counted } = state.admission
  const member = stock(state, 1)
  const isSame = countedKey(ofNoAge(counted)) === countedKey(ofNoAge(state.counted))
  if (isSame) return [entry(event, BASIS.CEREMONY, { ...vector, ...member }, counted)]
  return [
    entry(event, BASIS.CEREMONY, vector, counted),
    entry(event, BASIS.CEREMONY, member, ofNoAge(state.counted)),
  ]
}

function recognize(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  if (!state.sworn) throw new Refusal('NO_CEREMONY_YET')
  if (!state.probationary) throw new Refusal('OFFICIAL_ALREADY')
  follow(state, 'RECOGNITION')
  state.probationary = false
  const measures = { recognized: 1, probationaryMembers: -1 }
  return [entry(event, BASIS.BOTH, measures, countedAt(state.counted, event))]
}

/** A member or candidate counts as changed from the day on; of somebody else it is only remembered. */
function change(state: State, event: HistoryEvent): Entry[] {
  if (state.cell === null) {
    refuseCandidateElsewhere(state, event)
    const counted = countedOver(state.counted, event, null)
    if (state.candidacy) return stepTo(state, event, { stage: state.candidacy.stage, counted }, {})
    state.counted = counted
    return []
  }
  refuseElsewhere(state, event)
  const before = state.counted
  state.counted = changedBy(before, event)
  if (countedKey(before) === countedKey(state.counted)) return []
  return [
    entry(event, basisOf(state), stock(state, -1), ofNoAge(before)),
    entry(event, basisOf(state), stock(state, 1), ofNoAge(state.counted)),
  ]
}

function transfer(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  const to = event.toOrganization
  if (to === null) throw new Refusal('NO_OTHER_CELL')
  if (to === event.organization) return []
  const basis = basisOf(state)
  const counted = countedAt(state.counted, event)
  state.cell = to
  return [
    entry(event, basis, { transferredOut: 1, ...stock(state, -1) }, counted, { counterpart: to }),
    entry(event, basis, { transferredIn: 1, ...stock(state, 1) }, counted, {
      organization: to,
      counterpart: event.organization,
    }),
  ]
}

/** A removal that is a step of the procedure; every other one is a member leaving. */
const stepOfRemoval: Partial<Record<RemovalReason, DossierStepKind>> = {
  PROBATION_REMOVED: 'REMOVAL',
  DECISION_CANCELLED: 'CANCELLATION',
}

function remove(state: State, event: HistoryEvent): Entry[] {
  const why = event.removalReason
  if (why === null) throw new Refusal('NO_REMOVAL_REASON')
  if (why === 'PROBATION_REMOVED' && !state.probationary) throw new Refusal('NOT_ON_PROBATION')
  if (why === 'DECISION_CANCELLED' && !state.admission) throw new Refusal('NO_DECISION')
  refuseElsewhere(state, event)
  follow(state, stepOfRemoval[why] ?? 'LEAVE')
  return leave(state, event, removalVector(why))
}

function die(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  follow(state, 'LEAVE')
  const entries = leave(state, event, { died: 1 })
  state.dead = true
  return entries
}

function leave(state: State, event: HistoryEvent, vector: MeasureVector): Entry[] {
  refuseElsewhere(state, event)
  const measures = { ...vector, ...stock(state, -1) }
  const left = entry(event, basisOf(state), measures, countedAt(state.counted, event))
  Object.assign(state, { cell: null, sworn: false, probationary: false, admission: null })
  return [left]
}
