import {
  ACTOR_KINDS,
  AUDIT_OUTCOMES,
  COMPARED_WITH,
  COUNT_BASES,
  DIMENSIONS,
  DECLARED_QUALIFIERS,
  EVENT_KINDS,
  EXTENTS,
  FIGURE_SOURCES,
  GRAINS,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATUSES,
  LOOK_KINDS,
  MEMBER_BASES,
  ORGANIZATION_EVENT_KINDS,
  PERIMETERS,
  PLAN_STATES,
  REORGANIZATION_ACTS,
  REORGANIZATION_STATUSES,
  REORGANIZATION_STEPS,
  ROLES,
  ROUNDING_MODES,
  SHARE_ATTRIBUTES,
  STANDINGS,
  TARGET_KINDS,
  TARGET_RULES,
  TARGET_STATES,
  UNIT_ACTS,
  UNIT_ATTRIBUTES,
  UNIT_CONDITIONS,
  UNIT_NOT_COUNTED,
  UNIT_PARTS,
} from '@seedbed/shared'
import { registerEnumType } from 'type-graphql'

/** The codes of a list as the object that GraphQL makes an enum of. */
function enumOf(codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, code]))
}

/** Makes an enum of the codes of a list. */
export function registered(
  name: string,
  codes: readonly string[],
  description: string,
): Record<string, string> {
  const values = enumOf(codes)
  registerEnumType(values, { name, description })
  return values
}

export const CountBasisEnum = registered(
  'CountBasis',
  Object.keys(COUNT_BASES),
  'Which date counts: of the decision to admit, or of the ceremony.',
)
export const PerimeterEnum = registered(
  'Perimeter',
  Object.keys(PERIMETERS),
  'RECORDED: as each part was led then. RESTATED: by the tree of one day.',
)
export const ComparedWithEnum = registered(
  'ComparedWith',
  Object.keys(COMPARED_WITH),
  'What figures are compared with; 29 February with 28 February.',
)
export const MemberBaseEnum = registered(
  'MemberBase',
  Object.keys(MEMBER_BASES),
  'Which members a rate is set against: on 31 December before the period, on the as-of date, the average of both, or on the day before the term began that holds on the as-of date.',
)
export const GrainEnum = registered('Grain', GRAINS, 'How a trend cuts its period.')
export const RoundingModeEnum = registered(
  'RoundingMode',
  ROUNDING_MODES,
  'How an office rounds its percentages.',
)
export const SortDirectionEnum = registered(
  'SortDirection',
  ['ASC', 'DESC'],
  'Missing values come last either way.',
)
export const TargetKindEnum = registered(
  'TargetKind',
  Object.keys(TARGET_KINDS),
  'Kinds of target that a unit can carry, several at once.',
)
export const TargetStateEnum = registered(
  'TargetState',
  Object.keys(TARGET_STATES),
  'How a count stands to a target: a range is reached at its lower bound and exceeded above the upper.',
)
export const StandingEnum = registered(
  'Standing',
  Object.keys(STANDINGS),
  'Against the pace of the calendar: behind the due part; ahead by a whole person or more; on pace between.',
)
export const TargetPartEnum = registered(
  'TargetPart',
  ['CEREMONY_HELD', 'AWAITING_CEREMONY', 'EXPECTED'],
  'What a completion is made of: ceremonies held in the period; decided and awaiting the ceremony on the as-of date; what the unit itself expects by the end of the year.',
)
export const PlanStateEnum = registered(
  'PlanState',
  Object.keys(PLAN_STATES),
  'A draft, or issued with a document.',
)
export const ChildRowEnum = registered(
  'ChildRow',
  ['UNIT', 'ENDED_UNITS', 'DIRECT'],
  'A unit; all ended units together; what lies directly at the unit itself.',
)
export const EventKindEnum = registered('EventKind', Object.keys(EVENT_KINDS), 'What happens to a person.')
export const OrganizationEventKindEnum = registered(
  'OrganizationEventKind',
  Object.keys(ORGANIZATION_EVENT_KINDS),
  'What is done to a unit.',
)
export const DeclaredQualifierEnum = registered(
  'DeclaredQualifier',
  Object.keys(DECLARED_QUALIFIERS),
  'How firmly an office states a number.',
)
export const FigureSourceEnum = registered(
  'FigureSource',
  Object.keys(FIGURE_SOURCES),
  'Whether a number of a rate is what is recorded, or what an office declared.',
)
export const DimensionEnum = registered(
  'Dimension',
  Object.keys(DIMENSIONS),
  'An attribute of persons or of their unit by which numbers can be crossed.',
)
export const UnitAttributeEnum = registered(
  'UnitAttribute',
  Object.keys(UNIT_ATTRIBUTES),
  'What units can be counted by.',
)
export const UnitActEnum = registered(
  'UnitAct',
  Object.keys(UNIT_ACTS),
  'How the number of units below another changes.',
)
export const UnitConditionEnum = registered(
  'UnitCondition',
  Object.keys(UNIT_CONDITIONS),
  'What a unit can fulfil in a period.',
)
export const UnitPartEnum = registered(
  'UnitPart',
  Object.keys(UNIT_PARTS),
  'Where a unit stands in the answer to a condition.',
)
export const UnitNotCountedEnum = registered(
  'UnitNotCounted',
  Object.keys(UNIT_NOT_COUNTED),
  'Why a condition cannot be put to a unit: without a target; founded too late, and nobody admitted yet.',
)
export const UnitSideEnum = registered(
  'UnitSide',
  ['TAKEN_OVER', 'HANDED_OVER'],
  'Units that reorganization brought, and units that it took.',
)
export const ReorganizationStatusEnum = registered(
  'ReorganizationStatus',
  Object.keys(REORGANIZATION_STATUSES),
  'How far a reorganization has come.',
)
export const ReorganizationActEnum = registered(
  'ReorganizationAct',
  Object.keys(REORGANIZATION_ACTS),
  'What is done with a reorganization as one piece of work.',
)
export const ReorganizationStepEnum = registered(
  'ReorganizationStep',
  Object.keys(REORGANIZATION_STEPS),
  'Steps of that work, in order.',
)
export const TargetRuleEnum = registered(
  'TargetRule',
  Object.keys(TARGET_RULES),
  'What becomes of the targets of a unit that ends within their years: the one target goes on at the successor; all of them are added up there; or they end with the unit.',
)
export const ExtentEnum = registered(
  'Extent',
  Object.keys(EXTENTS),
  'How much of a unit goes to a successor.',
)
export const ShareAttributeEnum = registered(
  'ShareAttribute',
  Object.keys(SHARE_ATTRIBUTES),
  'By what the persons of a split cell can be assigned.',
)
export const RoleEnum = registered(
  'Role',
  Object.keys(ROLES),
  'What an account can be at a unit. For those who grant roles; what may be done is told by fields viewerCan….',
)
export const SignInStageEnum = registered(
  'SignInStage',
  ['SECOND_FACTOR', 'NEW_PASSWORD', 'OPEN'],
  'How far a sign-in has come: a code of the second factor is needed, a password of one’s own, or nothing more.',
)
export const ActorKindEnum = registered(
  'ActorKind',
  Object.keys(ACTOR_KINDS),
  'Who acted: signed in, by an access token, at the command line, the system itself, or nobody yet.',
)
export const AuditOutcomeEnum = registered(
  'AuditOutcome',
  Object.keys(AUDIT_OUTCOMES),
  'DONE, REFUSED with a code of the closed list, or FAILED by a fault of the system.',
)
export const LookKindEnum = registered(
  'LookKind',
  Object.keys(LOOK_KINDS),
  'A person opened from outside, the whole identity number seen, or all that is kept drawn up.',
)
export const DataRequestKindEnum = registered(
  'DataRequestKind',
  Object.keys(DATA_REQUEST_KINDS),
  'What a person asks for: to see what is kept, to have it mended, or not to be shown beyond those who keep it.',
)
export const DataRequestStatusEnum = registered(
  'DataRequestStatus',
  Object.keys(DATA_REQUEST_STATUSES),
  'RECEIVED, then ANSWERED, then CARRIED_OUT or REFUSED; a restriction that was lifted is LIFTED.',
)
