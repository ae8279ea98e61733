import {
  FINDING_ABOUT,
  FINDING_KINDS,
  FINDING_STATES,
  FINDING_STEPS,
  INSPECTING_BODIES,
  ROUND_KINDS,
  SUBJECT_RESULTS,
  SUBJECT_STATES,
} from '@seedbed/shared'
import { registered } from './enums.js'

export const RoundKindEnum = registered(
  'RoundKind',
  Object.keys(ROUND_KINDS),
  'Thematic inspection or supervision, or an inspection because there are signs of a violation.',
)
export const InspectingBodyEnum = registered(
  'InspectingBody',
  Object.keys(INSPECTING_BODIES),
  'Who inspects in the name of a unit: its committee (of a cell: the cell), or its Inspection Commission.',
)
export const SubjectStateEnum = registered(
  'SubjectState',
  Object.keys(SUBJECT_STATES),
  'How far the work on one subject of a round has come.',
)
export const SubjectResultEnum = registered(
  'SubjectResult',
  Object.keys(SUBJECT_RESULTS),
  'What a round concludes of a subject.',
)
export const FindingKindEnum = registered(
  'FindingKind',
  Object.keys(FINDING_KINDS),
  'Praise, a shortcoming, or signs of a violation.',
)
export const FindingAboutEnum = registered(
  'FindingAbout',
  Object.keys(FINDING_ABOUT),
  'What a finding is on.',
)
export const FindingStateEnum = registered(
  'FindingState',
  Object.keys(FINDING_STATES),
  'OPEN and REOPENED await an answer of the responsible unit; then ANSWERED, RECHECKED and CLOSED.',
)
export const FindingStepKindEnum = registered(
  'FindingStepKind',
  Object.keys(FINDING_STEPS),
  'What was done with a finding.',
)
