import { addMonths, hasDossier, type CandidateStage, type CandidateStep, type Day } from '@seedbed/shared'

/** What comes next for a candidate, and until when. */
export interface NextStep {
  step: CandidateStep
  due: Day | null
  overdue: boolean
}

/** What is known of a candidate on a day. */
export interface Standing {
  stage: CandidateStage
  enteredOn: Day
  birthDate: Day
  expiresOn: Day | null
  mentoredSince: Day | null
  reviewedOn: Day | null
  isOffered: boolean
  /** The last day of the course that the candidate is in. */
  courseEndsOn: Day | null
}

/** Numbers of the rules that hold on the day. */
export interface StepRules {
  reviewMonths: number | null
  warningMonths: number | null
  ageMost: number | null
}

/** Pure: what comes next for a candidate on a day, the most pressing first. */
export function nextStepsOf(one: Standing, rules: StepRules, on: Day): NextStep[] {
  const steps: NextStep[] = []
  const add = (step: CandidateStep, due: Day | null) =>
    steps.push({ step, due, overdue: due !== null && due < on })
  if (one.isOffered) add('AWAIT_HANDOVER', null)
  if (one.mentoredSince === null) add('ASSIGN_MENTOR', null)
  stageStep(one, rules, on, add)
  if (one.mentoredSince !== null && rules.reviewMonths !== null)
    add('REVIEW', addMonths(one.reviewedOn ?? one.mentoredSince, rules.reviewMonths))
  const tooOld = rules.ageMost === null ? null : addMonths(one.birthDate, rules.ageMost * 12)
  if (tooOld !== null && tooOld <= addMonths(on, 24)) add('BEFORE_AGE', tooOld)
  return steps.sort((a, b) => Number(b.overdue) - Number(a.overdue))
}

function stageStep(
  { stage, expiresOn, courseEndsOn }: Standing,
  { warningMonths }: StepRules,
  on: Day,
  add: (step: CandidateStep, due: Day | null) => void,
): void {
  if (stage === 'IDENTIFIED') return add('LIST', null)
  if (stage === 'SYMPATHISER') return add('ENROL', null)
  if (stage === 'IN_CLASS') return add('RECORD_RESULT', courseEndsOn)
  if (hasDossier(stage)) return add('PURSUE_DOSSIER', null)
  if (expiresOn === null || expiresOn > on) {
    const soon = expiresOn !== null && warningMonths !== null && expiresOn <= addMonths(on, warningMonths)
    return add(soon ? 'DOSSIER_BEFORE_EXPIRY' : 'START_DOSSIER', expiresOn)
  }
  add('REPEAT_COURSE', expiresOn)
}
