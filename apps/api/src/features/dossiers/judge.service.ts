import {
  moveOf,
  procedureStep,
  reason,
  type DossierState,
  type DossierStepKind,
  type StepOutcome,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput, type SeedbedError } from '../../errors/errors.js'
import {
  approved,
  certified,
  mayReturn,
  oldEnough,
  recommended,
  requirementsMet,
  schooled,
} from './applicant-conditions.js'
import type { Bodies } from './bodies.service.js'
import { reachableBy, standingSteps, type DossierFile, type StepDraft } from './dossier-file.js'
import { Judgement, type Condition } from './judgement.js'
import { applicationFirst, papersThere, schooledAsMember, verified } from './paper-conditions.js'
import {
  balloted,
  cellLargeEnough,
  committeeAgrees,
  levelsPassed,
  notExtended,
  outcomeOfVote,
  probationOver,
  proposesUpwards,
  reasoned,
  rightBody,
  votesLeft,
} from './vote-conditions.js'

/** What each step is asked, besides its place in the table and the order of days. */
const conditions: Record<DossierStepKind, readonly Condition[]> = {
  OPEN: [applicationFirst, papersThere, mayReturn, requirementsMet],
  VERIFY: [applicationFirst, papersThere, requirementsMet],
  WAIVE_VERIFICATION: [reasoned],
  READY: [applicationFirst, papersThere, verified, recommended, requirementsMet],
  CELL_VOTE: [
    votesLeft,
    oldEnough,
    schooled,
    certified,
    papersThere,
    recommended,
    cellLargeEnough,
    balloted,
    requirementsMet,
  ],
  SECTION_REPORT: [rightBody, requirementsMet],
  PROPOSAL: [rightBody, proposesUpwards, levelsPassed, requirementsMet],
  DECISION: [rightBody, levelsPassed, approved, committeeAgrees],
  CEREMONY: [],
  RECOGNITION_VOTE: [votesLeft, probationOver, papersThere, schooledAsMember, cellLargeEnough, balloted],
  RECOGNITION: [rightBody, committeeAgrees],
  REMOVAL: [rightBody, reasoned],
  CANCELLATION: [rightBody, reasoned],
  RETURN: [reasoned],
  EXTENSION: [rightBody, reasoned, notExtended],
  STRIKE: [],
  LEAVE: [],
}

/** A step that may be taken: how it comes out, where it leads, and by which rules it was judged. */
export interface Judged {
  outcome: StepOutcome | null
  to: DossierState
  judgement: Judgement
}

/** Where the step stands in the table and in the order of days: the refusal, or null. */
async function misplaced(one: Judgement): Promise<SeedbedError | null> {
  const { file, step } = one
  if (step.kind === 'OPEN') return null
  const last = standingSteps(file).at(-1)?.date ?? file.openedOn
  if (reachableBy(step.kind, file.state) === undefined)
    return one.refuseBy('PROCEDURE', '', reason('STEP_NOT_NOW_OF', { step: step.kind, state: file.state }))
  if (one.on >= last) return null
  if (step.kind === 'CEREMONY')
    return one.refuseBy('ORDER', '4.1', reason('CEREMONY_BEFORE_DECISION', { day: last }))
  return one.refuseBy('ORDER', '', reason('DAYS_OUT_OF_ORDER', { day: last }))
}

/** Every refusal of a step, none if all is well; numbers that cannot be are thrown. */
async function refusalsOf(one: Judgement): Promise<SeedbedError[]> {
  const place = await misplaced(one)
  if (place) return [place]
  const refusals: SeedbedError[] = []
  for (const condition of conditions[one.step.kind]) refusals.push(...(await condition(one)))
  return refusals
}

/**
 * Judges a step of a dossier by the table of the procedure and by the rules in force on its day. Refused (RULE_REFUSED
 * with rule, regulation and article, INVALID_INPUT for numbers that cannot be) by the first that is not met.
 */
export async function judge(
  ctx: RequestContext,
  file: DossierFile,
  step: StepDraft,
  bodies: Bodies,
): Promise<Judged> {
  const judgement = new Judgement(ctx, file, step, bodies, false)
  const [refusal] = await refusalsOf(judgement)
  if (refusal) throw refusal
  for (const code of procedureStep(step.kind).rules) await judgement.rule(code)
  const outcome = await outcomeOf(judgement)
  const to = step.kind === 'OPEN' ? 'DOSSIER_OPEN' : moveOf(step.kind, file.state, outcome)
  if (!to) {
    const why = reason('STEP_NOT_NOW_OF', { step: step.kind, state: file.state })
    throw await judgement.refuseBy('PROCEDURE', '', why)
  }
  return { outcome, to, judgement }
}

async function outcomeOf(one: Judgement): Promise<StepOutcome | null> {
  const { kind, outcome } = one.step
  if (kind === 'CELL_VOTE' || kind === 'RECOGNITION_VOTE') return outcomeOfVote(one)
  if (kind !== 'DECISION') return null
  if (outcome !== 'YES' && outcome !== 'NO') throw invalidInput('outcome', reason('OUTCOME_NEEDED'))
  if (outcome === 'NO' && (one.step.note ?? '').trim() === '')
    throw invalidInput('note', reason('NOTE_NEEDED'))
  return outcome
}

/** What a step would still be refused for on a day, before its own numbers are known. */
export async function missingFor(
  ctx: RequestContext,
  file: DossierFile,
  step: StepDraft,
  bodies: Bodies,
): Promise<SeedbedError[]> {
  return refusalsOf(new Judgement(ctx, file, step, bodies, true))
}
