import {
  dossierState,
  moveOf,
  type DossierState,
  type DossierStepKind,
  type EventKind,
  type MeasureVector,
} from '@seedbed/shared'
import type { Entry } from '../ledger/entry.js'
import { candidacyAt, stepTo } from './candidacy.js'
import { countedAt, countedOver } from './counted.js'
import type { HistoryEvent } from './person-history.js'
import { basisOf, entry, Refusal, refuseElsewhere, refuseMember, type State } from './replay-state.js'

/** The step of the procedure that an event before the decision is. */
const stepOfEvent: Partial<Record<EventKind, DossierStepKind>> = {
  VERIFICATION: 'VERIFY',
  DOSSIER_READY: 'READY',
  CELL_VOTE: 'CELL_VOTE',
  SECTION_APPRAISAL: 'SECTION_REPORT',
  PROPOSAL: 'PROPOSAL',
  DOSSIER_REFUSAL: 'DECISION',
  DOSSIER_RETURN: 'RETURN',
}

/** What reaching a state by a step adds besides the stage. */
function flowsOf(kind: DossierStepKind, to: DossierState): MeasureVector {
  if (kind === 'CELL_VOTE') return to === 'CELL_APPROVED' ? { cellApproved: 1 } : { cellVoteFailed: 1 }
  if (kind === 'PROPOSAL') return { proposed: 1 }
  if (kind === 'DECISION') return { dossiersRejected: 1 }
  if (kind === 'RETURN') return { dossiersReturned: 1 }
  return {}
}

const isOpen = (state: State): state is State & { dossier: NonNullable<State['dossier']> } =>
  state.dossier !== null && dossierState(state.dossier.state).phase !== 'END'

/** Moves an open dossier by the table of the procedure; refused where the table does not lead on. */
function move(state: State, kind: DossierStepKind, outcome: HistoryEvent['outcome']): DossierState {
  if (!isOpen(state)) throw new Refusal('NO_DOSSIER')
  const to = moveOf(kind, state.dossier.state, outcome)
  if (to === undefined) throw new Refusal('STEP_NOT_NOW')
  state.dossier = { ...state.dossier, state: to }
  return to
}

/** What is recorded of the person moves the dossier that is open, if there is one. */
export function follow(state: State, kind: DossierStepKind, outcome: HistoryEvent['outcome'] = null): void {
  if (isOpen(state)) move(state, kind, outcome)
}

/** The cell opens the dossier of a candidate with a certificate. */
export function openDossier(state: State, event: HistoryEvent): Entry[] {
  refuseMember(state)
  const { stage } = candidacyAt(state, event)
  if (isOpen(state)) throw new Refusal('DOSSIER_OPEN_ALREADY')
  if (stage !== 'CERTIFIED') throw new Refusal('NOT_CERTIFIED')
  state.dossier = { opening: event.id, state: 'DOSSIER_OPEN' }
  const counted = countedOver(state.counted, event, state.introducer)
  return stepTo(state, event, { stage: 'DOSSIER_OPEN', counted }, { dossiersOpened: 1 })
}

/** A step before the decision: the candidate goes to the stage of the state reached, or back to the certificate. */
export function stepDossier(state: State, event: HistoryEvent): Entry[] {
  refuseMember(state)
  candidacyAt(state, event)
  const kind = stepOfEvent[event.kind]
  if (!kind) throw new Refusal('STEP_NOT_NOW')
  const to = move(state, kind, event.outcome)
  const stage = dossierState(to).stage ?? 'CERTIFIED'
  return stepTo(state, event, { stage, counted: countedAt(state.counted, event) }, flowsOf(kind, to))
}

/** The cell votes on recognition; a failed vote is counted. */
export function voteOnRecognition(state: State, event: HistoryEvent): Entry[] {
  refuseElsewhere(state, event)
  move(state, 'RECOGNITION_VOTE', event.outcome)
  if (event.outcome === 'YES') return []
  return [entry(event, basisOf(state), { recognitionVoteFailed: 1 }, countedAt(state.counted, event))]
}
