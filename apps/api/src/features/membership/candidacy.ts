import { hasDossier, STRIKE_REASONS, type CandidateStage, type MeasureVector } from '@seedbed/shared'
import { BASIS, type Entry } from '../ledger/entry.js'
import { countedKey, type Counted } from '../ledger/profile.js'
import { countedAt, countedOver } from './counted.js'
import type { HistoryEvent } from './person-history.js'
import { entry, ofNoAge, Refusal, refuseMember, staged, type Candidacy, type State } from './replay-state.js'

/** The candidacy to which the event belongs; refused where there is none, or in another cell. */
export function candidacyAt(state: State, event: HistoryEvent): Candidacy {
  if (!state.candidacy) throw new Refusal('NOT_CANDIDATE')
  if (state.candidacy.cell !== event.organization) throw new Refusal('CANDIDATE_ELSEWHERE')
  return state.candidacy
}

/** Refuses to say something of a candidate at another cell than his. */
export function refuseCandidateElsewhere(state: State, event: HistoryEvent): void {
  if (state.candidacy) candidacyAt(state, event)
}

/** The candidate counts as known from now on, in the stage given; `flows` count the step. */
export function stepTo(
  state: State,
  event: HistoryEvent,
  to: { stage: CandidateStage; counted: Counted },
  flows: MeasureVector,
): Entry[] {
  const candidacy = candidacyAt(state, event)
  const before = state.counted
  const isSame =
    candidacy.stage === to.stage && countedKey(ofNoAge(before)) === countedKey(ofNoAge(to.counted))
  const taken = entry(event, BASIS.BOTH, staged(candidacy.stage, -1), ofNoAge(before))
  candidacy.stage = to.stage
  state.counted = to.counted
  if (isSame) return Object.keys(flows).length === 0 ? [] : [entry(event, BASIS.BOTH, flows, to.counted)]
  return [taken, entry(event, BASIS.BOTH, { ...flows, ...staged(to.stage, 1) }, to.counted)]
}

/** Somebody is identified as a source; or is put on the list at once. */
export function identify(state: State, event: HistoryEvent, stage: CandidateStage): Entry[] {
  refuseMember(state)
  if (state.candidacy) throw new Refusal('CANDIDATE_ALREADY')
  const listedOn = stage === 'IDENTIFIED' ? null : event.date
  state.candidacy = { cell: event.organization, stage, enteredOn: event.date, listedOn }
  state.counted = countedOver(state.counted, event, state.introducer)
  const flows = { identified: 1, ...(listedOn === null ? {} : { listed: 1 }) }
  return [entry(event, BASIS.BOTH, { ...flows, ...staged(stage, 1) }, state.counted)]
}

/** The cell puts somebody on the list of sympathisers; who has a certificate from before is certified at once. */
export function list(state: State, event: HistoryEvent): Entry[] {
  const stage = state.courseCompletedOn === null ? 'SYMPATHISER' : 'CERTIFIED'
  if (!state.candidacy) return identify(state, event, stage)
  const candidacy = candidacyAt(state, event)
  if (candidacy.stage !== 'IDENTIFIED') throw new Refusal('LISTED_ALREADY')
  candidacy.listedOn = event.date
  return stepTo(
    state,
    event,
    { stage, counted: countedOver(state.counted, event, state.introducer) },
    { listed: 1 },
  )
}

/** Sent to the course, for the first time or again. */
export function enrol(state: State, event: HistoryEvent): Entry[] {
  const { stage } = candidacyAt(state, event)
  if (stage === 'IDENTIFIED') throw new Refusal('NOT_LISTED')
  if (hasDossier(stage)) throw new Refusal('DOSSIER_IN_HAND')
  if (stage === 'IN_CLASS') throw new Refusal('IN_CLASS_ALREADY')
  const counted = countedOver(state.counted, event, state.introducer)
  return stepTo(state, event, { stage: 'IN_CLASS', counted }, { enrolled: 1 })
}

/** The course was not completed: back to where he was before. */
export function leaveCourse(state: State, event: HistoryEvent): Entry[] {
  if (candidacyAt(state, event).stage !== 'IN_CLASS') throw new Refusal('NOT_IN_CLASS')
  const stage = state.courseCompletedOn === null ? 'SYMPATHISER' : 'CERTIFIED'
  return stepTo(state, event, { stage, counted: countedAt(state.counted, event) }, {})
}

/** To another cell, with whatever he has reached. */
export function handOver(state: State, event: HistoryEvent): Entry[] {
  const candidacy = candidacyAt(state, event)
  const to = event.toOrganization
  if (to === null) throw new Refusal('NO_OTHER_CELL')
  if (to === event.organization) return []
  const counted = countedAt(state.counted, event)
  candidacy.cell = to
  const { stage } = candidacy
  return [
    entry(event, BASIS.BOTH, { candidatesMovedOut: 1, ...staged(stage, -1) }, counted, { counterpart: to }),
    entry(event, BASIS.BOTH, { candidatesMovedIn: 1, ...staged(stage, 1) }, counted, {
      organization: to,
      counterpart: event.organization,
    }),
  ]
}

/** No longer a candidate, for a reason of the list. */
export function strike(state: State, event: HistoryEvent): Entry[] {
  const { stage } = candidacyAt(state, event)
  if (event.strikeReason === null || !(event.strikeReason in STRIKE_REASONS))
    throw new Refusal('NO_STRIKE_REASON')
  state.candidacy = null
  state.dead = event.strikeReason === 'DIED'
  const measures = { struck: 1, ...staged(stage, -1) }
  return [entry(event, BASIS.BOTH, measures, countedAt(state.counted, event))]
}

/** The candidate whose admission was decided is one no longer. */
export function endByAdmission(state: State, event: HistoryEvent): Entry[] {
  if (!state.candidacy) return []
  const { stage } = candidacyAt(state, event)
  state.candidacy = null
  const measures = { candidatesAdmitted: 1, ...staged(stage, -1) }
  return [entry(event, BASIS.BOTH, measures, countedAt(state.counted, event))]
}
