import {
  dossierState,
  moveOf,
  procedureStep,
  type Day,
  type DossierState,
  type DossierStepKind,
  type Introducer,
  type LetterOutcome,
  type SpecialCase,
  type StepOutcome,
} from '@seedbed/shared'
import type { StatedAttributes } from '../membership/membership.service.js'
import type { PersonRow } from '../people/person.service.js'

/** Numbers of a vote. Of a committee, `officialMembers` are all its members. */
export interface Votes {
  officialMembers: number
  /** Temporarily transferred elsewhere, or exempted and absent: not in the base. */
  temporarilyAway: number
  exemptedAbsent: number
  present: number
  agreed: number
  against: number
}

/** A step as it is to be recorded. */
export interface StepDraft {
  kind: DossierStepKind
  on: Day
  /** What a committee decided; what a vote amounts to is computed. */
  outcome: StepOutcome | null
  votes: Votes | null
  /** Committee that decided; null: the one with the power on that day. */
  decidedBy: number | null
  document: number | null
  note: string | null
  stated: StatedAttributes | null
  papers: readonly PaperFacts[]
  letters: readonly LetterFacts[]
}

/** A step on record. */
export interface StepRow {
  id: number
  uid: string
  dossier: number
  kind: DossierStepKind
  date: Day
  recordedOn: Day
  outcome: StepOutcome | null
  event: number | null
  decidedBy: number | null
  votes: Votes | null
  /** Official members of the cell by the records on that day. */
  onRecord: number | null
  document: number | null
  note: string | null
  correctedOn: Day | null
  correctionReason: string | null
}

/** A paper; of the same form the one recorded last counts. */
export interface PaperFacts {
  form: string
  dated: Day
  receivedOn: Day | null
  madeBy: string | null
  note: string | null
}
export interface PaperRow extends PaperFacts {
  uid: string
  dossier: number
  recordedOn: Day
}

/** A letter of the verification, and its answer. */
export interface LetterFacts {
  subject: string
  addressee: string
  abroad: boolean
}
export interface LetterRow extends LetterFacts {
  id: number
  uid: string
  dossier: number
  sentOn: Day
  answeredOn: Day | null
  outcome: LetterOutcome | null
  note: string | null
}

/** An official member who introduces the applicant. */
export interface Recommender {
  person: number
  togetherSince: Day
  substitute: boolean
}

/** The consent that a special case needs. */
export interface ApprovalFacts {
  specialCase: SpecialCase
  givenBy: string
  givenOn: Day
  document: number | null
  note: string | null
}
export interface ApprovalRow extends ApprovalFacts {
  uid: string
  dossier: number
}

/** What is kept of a dossier itself. */
export interface DossierRow {
  id: number
  uid: string
  person: number
  openingEvent: number
  openedOn: Day
  foreignMarriage: boolean
  schooling: string | null
  recordClearedOn: Day | null
  leftForHardship: boolean
  introducer: Introducer | null
  note: string | null
  backfilled: boolean
  version: number
}

/** A dossier with everything in it, as rules read it. */
export interface DossierFile extends Omit<DossierRow, 'person'> {
  person: PersonRow
  /** The cell of the person in it now. */
  organization: number
  state: DossierState
  since: Day
  steps: StepRow[]
  papers: PaperRow[]
  letters: LetterRow[]
  recommenders: Recommender[]
  approvals: ApprovalRow[]
}

/** Steps that stand, in the order of their days. */
export function standingSteps(file: Pick<DossierFile, 'steps'>): StepRow[] {
  return file.steps
    .filter(({ correctedOn }) => correctedOn === null)
    .sort((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1))
}

/** The last step of a kind that stands, with that outcome where one is asked for. */
export function lastStep(
  file: Pick<DossierFile, 'steps'>,
  kind: DossierStepKind,
  outcome?: StepOutcome,
): StepRow | undefined {
  return standingSteps(file)
    .filter((one) => one.kind === kind && (outcome === undefined || one.outcome === outcome))
    .at(-1)
}

/** The papers that count: of each form the one recorded last. */
export function papersInForce<Paper extends PaperFacts>(papers: readonly Paper[]): Map<string, Paper> {
  return new Map(papers.map((paper) => [paper.form, paper]))
}

/** How many votes on this have failed. */
export function failedVotes(file: Pick<DossierFile, 'steps'>, kind: DossierStepKind): number {
  return standingSteps(file).filter((one) => one.kind === kind && one.outcome !== 'YES').length
}

/** Members that a vote is measured against: convened, without those away and those exempted and absent (294-QĐ/TW, 9.3.2). */
export const baseOf = ({ officialMembers, temporarilyAway, exemptedAbsent }: Votes): number =>
  officialMembers - temporarilyAway - exemptedAbsent

/** Whether a dossier has come to its end. */
export const hasEnded = (state: DossierState): boolean => dossierState(state).phase === 'END'

/** Where the step leads, with any of its outcomes; undefined where the table does not allow the step at all. */
export function reachableBy(kind: DossierStepKind, from: DossierState): DossierState | undefined {
  const outcomes = procedureStep(kind).moves.map(({ outcome }) => outcome)
  return outcomes.map((outcome) => moveOf(kind, from, outcome)).find((state) => state !== undefined)
}
