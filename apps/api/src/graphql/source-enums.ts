import {
  CANDIDATE_NEEDS,
  CANDIDATE_STAGES,
  CANDIDATE_STEPS,
  COURSE_AUDIENCES,
  COURSE_KINDS,
  COURSE_RESULTS,
  HANDOVER_OUTCOMES,
  NO_SOURCE_CAUSES,
  REVIEW_RESULTS,
  RULE_CODES,
  RULE_UNITS,
  SOURCE_KINDS,
  SPECIAL_DAYS,
  STRIKE_REASONS,
} from '@seedbed/shared'
import { registered } from './enums.js'

export const RuleCodeEnum = registered('RuleCode', RULE_CODES, 'A number of the procedure.')
export const RuleUnitEnum = registered(
  'RuleUnit',
  RULE_UNITS,
  'What the number of a rule counts. SHARE: value of per. SCHOOLING: 1 primary, 2 lower, 3 upper secondary.',
)
export const CandidateStageEnum = registered(
  'CandidateStage',
  Object.keys(CANDIDATE_STAGES),
  'How far a candidate is on the way from a name on the list to a certificate.',
)
export const SourceKindEnum = registered('SourceKind', Object.keys(SOURCE_KINDS), 'What kind of source.')
export const SpecialDayEnum = registered(
  'SpecialDayKind',
  Object.keys(SPECIAL_DAYS),
  'HOLIDAY: off. WORKDAY: a Saturday or Sunday worked instead.',
)
export const CandidateStepEnum = registered(
  'CandidateStepCode',
  Object.keys(CANDIDATE_STEPS),
  'What comes next for a candidate.',
)
export const CandidateNeedEnum = registered(
  'CandidateNeed',
  Object.keys(CANDIDATE_NEEDS),
  'What the list of candidates can be narrowed to.',
)
export const HandoverOutcomeEnum = registered(
  'HandoverOutcome',
  Object.keys(HANDOVER_OUTCOMES),
  'How an offer of a candidate ended.',
)
export const NoSourceCauseEnum = registered(
  'NoSourceCause',
  Object.keys(NO_SOURCE_CAUSES),
  'Why a unit has no source.',
)
export const ReviewResultEnum = registered(
  'ReviewResult',
  Object.keys(REVIEW_RESULTS),
  'How a mentor finds a candidate.',
)
export const StrikeReasonEnum = registered(
  'StrikeReason',
  Object.keys(STRIKE_REASONS),
  'Why somebody is no longer a candidate without having been admitted.',
)
export const CourseKindEnum = registered(
  'CourseKind',
  Object.keys(COURSE_KINDS),
  'Before the dossier, or after the admission.',
)
export const CourseAudienceEnum = registered(
  'CourseAudience',
  Object.keys(COURSE_AUDIENCES),
  'Who attends a course.',
)
export const CourseResultEnum = registered(
  'CourseResult',
  Object.keys(COURSE_RESULTS),
  'How a course ended for somebody.',
)
