import { dossierState, type Day, type DossierState, type DossierStepKind } from '@seedbed/shared'
import type { DossierFile, NextStep, TakenStep } from './dossier-query.js'
import { STATES } from './step-words.js'

/** Places of the track, in their order, and the states in which a dossier stands there. */
export const TRACK = {
  OPEN: ['DOSSIER_OPEN'],
  VERIFY: ['VERIFYING'],
  READY: ['READY', 'REPORTED'],
  CELL_VOTE: ['CELL_APPROVED'],
  PROPOSAL: ['SECTION_APPRAISED', 'GRASSROOTS_PROPOSED'],
  DECISION: ['DECIDED'],
  CEREMONY: ['ADMITTED', 'RECOGNITION_REPORTED'],
  RECOGNITION_VOTE: ['RECOGNITION_PROPOSED'],
  RECOGNITION: ['OFFICIAL'],
} as const satisfies Partial<Record<DossierStepKind, readonly DossierState[]>>
export type TrackPlace = keyof typeof TRACK

export interface TrackStep {
  place: TrackPlace
  /** Done, where the dossier stands now, or still ahead. */
  standing: 'past' | 'now' | 'ahead'
  on: Day | null
  late: boolean
}

const places = Object.keys(TRACK) as TrackPlace[]
const isDone = ({ kind, correctedOn, outcome }: TakenStep, place: TrackPlace): boolean =>
  correctedOn === null &&
  outcome !== 'NO' &&
  outcome !== 'LAST_NO' &&
  (kind === place || (place === 'PROPOSAL' && kind === 'SECTION_REPORT'))

/** The way of a dossier with the days on which its steps were taken. A dossier that has ended stands nowhere on it. */
export function trackOf({ state, steps }: Pick<DossierFile, 'state' | 'steps'>): TrackStep[] {
  const at = places.findIndex((place) => (TRACK[place] as readonly DossierState[]).includes(state))
  return places.map((place, index) => {
    const step = steps.findLast((one) => isDone(one, place))
    const standing = step ? (index === at && state !== 'OFFICIAL' ? 'now' : 'past') : 'ahead'
    return { place, standing, on: step?.on ?? null, late: step?.late ?? false }
  })
}

/** Steps beside the way: they are offered smaller. */
const ASIDE: ReadonlySet<DossierStepKind> = new Set([
  'WAIVE_VERIFICATION',
  'RETURN',
  'EXTENSION',
  'REMOVAL',
  'CANCELLATION',
])
export const isAside = (kind: DossierStepKind): boolean => ASIDE.has(kind)

/** The one step that goes on: the first on the way that nothing keeps from being taken, else the first on the way. */
export function mainStep(file: Pick<DossierFile, 'steps'>, next: readonly NextStep[]): NextStep | undefined {
  const isWaived = file.steps.some(
    ({ kind, correctedOn }) => kind === 'WAIVE_VERIFICATION' && correctedOn === null,
  )
  const onWay = next.filter(({ step }) => !ASIDE.has(step) && !(isWaived && step === 'VERIFY'))
  return onWay.find(({ missing }) => missing.length === 0) ?? onWay[0]
}

/** What can be put right at once where something is missing. */
export type Remedy = 'papers' | 'letter' | 'recommenders' | 'approval'

/** The first thing that is missing and can be recorded in the dossier itself; null where it is something else. */
export function remedyFor(
  file: Pick<DossierFile, 'letters' | 'recommenders' | 'specialCases'>,
  needs: ReadonlyArray<{ state: string }>,
  step: NextStep,
): Remedy | null {
  if (step.missing.length === 0) return null
  const beforeDecision = step.step === 'DECISION'
  if (beforeDecision) return file.specialCases.some(({ approved }) => !approved) ? 'approval' : null
  if (needs.some(({ state }) => state !== 'VALID')) return 'papers'
  if (step.step === 'READY' && file.letters.some(({ answeredOn }) => answeredOn === null)) return 'letter'
  return file.recommenders.length === 0 && step.step !== 'RECOGNITION_VOTE' ? 'recommenders' : null
}

/** Whether the dossier has ended. */
export const hasEnded = (state: DossierState): boolean => dossierState(state).phase === 'END'

/** States of dossiers that have not ended, in their order. */
export const OPEN_STATES = STATES.filter((state) => !hasEnded(state))
