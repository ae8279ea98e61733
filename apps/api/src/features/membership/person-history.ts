import {
  ENTERPRISE_SECTORS,
  EVENT_KINDS,
  KINH,
  UNIVERSITY_DEGREES,
  type CourseAudience,
  type Day,
  type Degree,
  type EventKind,
  type Introducer,
  type MeasureVector,
  type Occupation,
  type OutsideKind,
  type RemovalReason,
  type Sector,
  type StepOutcome,
  type StrikeReason,
} from '@seedbed/shared'

/** Attributes of a person, frozen as at the event; null: not stated. Codes as in the shared lists. */
export interface Attributes {
  /** Full years. */
  age: number
  female: boolean
  ethnicity: string
  religion: string | null
  youthUnion: boolean | null
  schooling: string | null
  degree: string | null
  politicalTheory: string | null
  occupation: string | null
  sourceKind: string | null
  /** Sector of the cell on that day. */
  sector: string | null
}

/** One recorded fact about a person. What a kind does not need is null. */
export interface HistoryEvent {
  id: number
  kind: EventKind
  date: Day
  organization: number
  toOrganization: number | null
  probationary: boolean | null
  introducer: Introducer | null
  removalReason: RemovalReason | null
  outsideKind: OutsideKind | null
  courseAudience: CourseAudience | null
  strikeReason: StrikeReason | null
  /** How a vote or decision on a dossier came out. */
  outcome: StepOutcome | null
  attributes: Attributes | null
  /** Month of birth (see monthNumber), 0 where it is not known. */
  birthMonth: number
  /** Day of the decision to admit, of members who joined before their records begin. */
  joinedOn: Day | null
}

const kindOrder = Object.keys(EVENT_KINDS)

/** The order in which a person's events are read: by day, then as kinds follow each other, then as recorded. */
export function inOrder(events: readonly HistoryEvent[]): HistoryEvent[] {
  return [...events].sort(
    (a, b) =>
      (a.date === b.date ? 0 : a.date < b.date ? -1 : 1) ||
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      a.id - b.id,
  )
}

const byOccupation: Partial<Record<Occupation, keyof MeasureVector>> = {
  PUPIL: 'admittedPupil',
  STUDENT: 'admittedStudent',
  TEACHER: 'admittedTeacher',
  WORKER: 'admittedWorker',
  FARMER: 'admittedFarmer',
  SOLDIER: 'admittedSoldier',
  BUSINESS_OWNER: 'admittedBusinessOwner',
}

const byIntroducer: Partial<Record<Introducer, [keyof MeasureVector, keyof MeasureVector]>> = {
  YOUTH_UNION: ['introducedByYouthUnion', 'introducedByYouthUnionAdmitted'],
  TRADE_UNION: ['introducedByTradeUnion', 'introducedByTradeUnionAdmitted'],
}

/** What an introduction adds. */
export function introductionVector(introducer: Introducer): MeasureVector {
  const measure = byIntroducer[introducer]?.[0]
  return { introduced: 1, ...(measure ? { [measure]: 1 } : {}) }
}

/** What the completion of an awareness course adds. */
export function courseVector(audience: CourseAudience): MeasureVector {
  if (audience === 'PUPIL') return { courseCompleted: 1, courseCompletedPupil: 1 }
  if (audience === 'TEACHER') return { courseCompleted: 1, courseCompletedTeacher: 1 }
  return { courseCompleted: 1 }
}

/** What a removal adds besides the member it takes away. */
export function removalVector(reason: RemovalReason): MeasureVector {
  const measures: Record<RemovalReason, MeasureVector> = {
    NAME_REMOVED: { nameRemoved: 1 },
    EXPELLED: { expelled: 1 },
    RESIGNED: { resigned: 1 },
    PROBATION_REMOVED: { probationRemoved: 1 },
    DECISION_CANCELLED: { decisionCancelled: 1 },
  }
  return measures[reason]
}

/** What a transfer out of a cell adds; the kind is null within the system. */
export function transferOutVector(outsideKind: OutsideKind | null): MeasureVector {
  if (outsideKind === 'UNIVERSITY') return { transferredOut: 1, transferredOutUniversity: 1 }
  if (outsideKind === 'COLLEGE') return { transferredOut: 1, transferredOutCollege: 1 }
  return { transferredOut: 1 }
}

/** What an admission counts as, from the frozen attributes; the member itself is added apart. */
export function admissionVector(
  attributes: Attributes,
  readmission: boolean,
  introducer: Introducer | null,
  courseCompletedOn: Day | null,
): MeasureVector {
  const counted: Array<[keyof MeasureVector | undefined, boolean]> = [
    [readmission ? 'readmitted' : 'newlyAdmitted', true],
    ['admittedFemale', attributes.female],
    ['admittedEthnicMinority', attributes.ethnicity !== KINH],
    ['admittedReligious', attributes.religion !== null],
    ['admittedYouthUnion', attributes.youthUnion === true],
    [
      'admittedEnterprise',
      (ENTERPRISE_SECTORS as readonly (string | null)[]).includes(attributes.sector as Sector),
    ],
    ['admittedAge18to30', attributes.age >= 18 && attributes.age <= 30],
    [
      'admittedUniversity',
      (UNIVERSITY_DEGREES as readonly (string | null)[]).includes(attributes.degree as Degree),
    ],
    [byOccupation[attributes.occupation as Occupation], true],
    ['introducedAdmitted', introducer !== null],
    [byIntroducer[introducer as Introducer]?.[1], true],
    ['courseAdmitted', courseCompletedOn !== null],
  ]
  const vector: MeasureVector = {}
  for (const [measure, counts] of counted) if (measure && counts) vector[measure] = 1
  return vector
}
