import type { Tab } from './place.js'

/** Filters of the list of admissions that stand behind a number of people admitted. */
const FILTERS: Readonly<Record<string, Record<string, string>>> = {
  admitted: {},
  newlyAdmitted: { readmission: '0' },
  completion: {},
  overBy: {},
  rateOfMembers: {},
  femaleShare: { female: '1' },
  ethnicMinorityShare: { ethnicMinority: '1' },
  religiousShare: { religious: '1' },
  youthUnionShare: { youthUnion: '1' },
  enterpriseShare: { enterprise: '1' },
  age18to30Share: { age18to30: '1' },
  universityShare: { university: '1' },
  admittedFemale: { female: '1' },
  admittedEthnicMinority: { ethnicMinority: '1' },
  admittedReligious: { religious: '1' },
  admittedYouthUnion: { youthUnion: '1' },
  admittedEnterprise: { enterprise: '1' },
  admittedAge18to30: { age18to30: '1' },
  admittedUniversity: { university: '1' },
  admittedPupil: { occupation: 'PUPIL' },
  admittedStudent: { occupation: 'STUDENT' },
  admittedTeacher: { occupation: 'TEACHER' },
  admittedWorker: { occupation: 'WORKER' },
  admittedFarmer: { occupation: 'FARMER' },
  admittedSoldier: { occupation: 'SOLDIER' },
  admittedBusinessOwner: { occupation: 'BUSINESS_OWNER' },
  readmitted: { readmission: '1' },
  introducedAdmitted: { introduced: '1' },
  introducedByYouthUnionAdmitted: { introducer: 'YOUTH_UNION' },
  introducedByTradeUnionAdmitted: { introducer: 'TRADE_UNION' },
  courseAdmitted: { courseCompleted: '1' },
}

/** The people behind a count of admissions, as filters of the admissions page; undefined for other indicators. */
export function peopleBehind(indicator: string): Record<string, string> | undefined {
  return FILTERS[indicator]
}

/** Numbers of persons whose people the composition lists, and percentages of them. */
const COUNTED: Readonly<Record<string, string>> = {
  members: 'members',
  membersAtStart: 'membersAtStart',
  recognized: 'recognized',
  introduced: 'introduced',
  introductionConversion: 'introduced',
  courseCompleted: 'courseCompleted',
  courseConversion: 'courseCompleted',
  transferredIn: 'transferredIn',
  transferredOut: 'transferredOut',
  removed: 'removed',
  died: 'died',
}

const ELSEWHERE: Readonly<Record<string, Tab>> = {
  target: 'history',
  netChange: 'balance',
  reorganized: 'balance',
}

/** Where the list behind a figure stands: the people counted, the targets, the balance, or else the units below. */
export function behindFigure(indicator: string): { tab: Tab; extra: Record<string, string> } {
  const filters = FILTERS[indicator]
  if (filters) return { tab: 'admissions', extra: filters }
  const count = COUNTED[indicator]
  if (count) return { tab: 'composition', extra: { count, cell: '~' } }
  return { tab: ELSEWHERE[indicator] ?? 'units', extra: {} }
}
