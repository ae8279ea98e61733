import {
  DEADLINE_STATES,
  DOSSIER_DEADLINES,
  DOSSIER_STATES,
  DOSSIER_STEP_KINDS,
  LETTER_OUTCOMES,
  SPECIAL_CASES,
  STEP_OUTCOMES,
} from '@seedbed/shared'
import { registered } from './enums.js'

export const DossierStateEnum = registered(
  'DossierState',
  Object.keys(DOSSIER_STATES),
  'Where a dossier stands. READY: the cell can vote. REPORTED: its votes are spent. VOID: opened by mistake.',
)
export const DossierStepEnum = registered(
  'DossierStepKind',
  DOSSIER_STEP_KINDS,
  'A step of the procedure. STRIKE and LEAVE follow from what is recorded of the person elsewhere.',
)
export const StepOutcomeEnum = registered(
  'StepOutcome',
  Object.keys(STEP_OUTCOMES),
  'How a vote or decision came out. LAST_NO: not agreed for the last time, it goes up.',
)
export const DossierDeadlineEnum = registered(
  'DossierDeadlineKind',
  Object.keys(DOSSIER_DEADLINES),
  'What has to be done by when.',
)
export const DeadlineStateEnum = registered(
  'DeadlineState',
  Object.keys(DEADLINE_STATES),
  'How a deadline stands on a day. LATE: met, but after it. UNKNOWN: cannot be computed, and why is told.',
)
export const SpecialCaseEnum = registered(
  'SpecialCase',
  Object.keys(SPECIAL_CASES),
  'A case that needs an approval of its own before the decision.',
)
export const LetterOutcomeEnum = registered(
  'LetterOutcome',
  Object.keys(LETTER_OUTCOMES),
  'What a committee that was asked says of the background.',
)
