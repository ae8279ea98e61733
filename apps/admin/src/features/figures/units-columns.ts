import { INDICATORS, MEASURES, findIndicator, type MeasureId } from '@seedbed/shared'
import type { Language } from '../../lib/format.js'

/** A column that is no indicator of the same question: admissions on the same day a year ago. */
export const LAST_YEAR = 'lastYear'

export const DEFAULT_COLUMNS = [
  'membersAtStart',
  'target',
  'admitted',
  'completion',
  'overBy',
  LAST_YEAR,
  'femaleShare',
  'universityShare',
] as const

/** Every column that can be chosen, in the order of the catalog. */
export const ALL_COLUMNS: readonly string[] = INDICATORS.flatMap(({ id }) =>
  id === 'overBy' ? [id, LAST_YEAR] : [id],
)

/** Reads the columns from the address; unknown names are dropped. */
export function readColumns(text: string | null): string[] {
  const wanted = (text ?? '').split(',').filter((id) => ALL_COLUMNS.includes(id))
  return wanted.length > 0 ? wanted : [...DEFAULT_COLUMNS]
}

/** The columns as the address holds them; nothing for the default. */
export function writeColumns(columns: readonly string[]): string | null {
  const ordered = ALL_COLUMNS.filter((id) => columns.includes(id))
  const isDefault =
    ordered.length === DEFAULT_COLUMNS.length && DEFAULT_COLUMNS.every((id) => columns.includes(id))
  return isDefault || ordered.length === 0 ? null : ordered.join(',')
}

export interface Order {
  indicator: string
  direction: 'ASC' | 'DESC'
}

/** Reads "completion.desc"; the default is completion, best first. */
export function readOrder(text: string | null): Order {
  const [indicator = '', direction] = (text ?? '').split('.')
  if (!findIndicator(indicator)) return { indicator: 'completion', direction: 'DESC' }
  return { indicator, direction: direction === 'asc' ? 'ASC' : 'DESC' }
}

/** The short head of a column. */
export function columnLabel(id: string, language: Language): string {
  if (id === LAST_YEAR) return language === 'vi' ? 'Cùng kỳ' : 'Last year'
  if (id === 'membersAtStart') return language === 'vi' ? 'Đảng viên' : 'Members'
  if (id === 'overBy') return language === 'vi' ? 'Hơn, kém' : 'Over by'
  return findIndicator(id)?.label[language] ?? id
}

/** Gross transfers among children cancel out above, so their totals need not equal the unit's own. */
export function isGross(id: string): boolean {
  const indicator = findIndicator(id)
  return Boolean(indicator?.numerator.terms.some(({ measure }) => 'gross' in MEASURES[measure as MeasureId]))
}

/** Whether children must add up to the unit: whole numbers of persons, neither targets nor gross transfers. */
export function addsUp(id: string): boolean {
  const indicator = findIndicator(id)
  if (indicator?.unit !== 'PERSONS' || indicator.numerator.target) return false
  return !isGross(id) || id === 'reorganized'
}

/** The people behind a count of admissions, as filters of the admissions page; undefined for other indicators. */
export function peopleBehind(id: string): Record<string, string> | undefined {
  return filters[id]
}

const filters: Record<string, Record<string, string>> = {
  admitted: {},
  completion: {},
  overBy: {},
  rateOfMembers: {},
  newlyAdmitted: { readmission: '0' },
  readmitted: { readmission: '1' },
  admittedFemale: { female: '1' },
  femaleShare: { female: '1' },
  admittedEthnicMinority: { ethnicMinority: '1' },
  ethnicMinorityShare: { ethnicMinority: '1' },
  admittedReligious: { religious: '1' },
  religiousShare: { religious: '1' },
  admittedYouthUnion: { youthUnion: '1' },
  youthUnionShare: { youthUnion: '1' },
  admittedEnterprise: { enterprise: '1' },
  enterpriseShare: { enterprise: '1' },
  admittedAge18to30: { age18to30: '1' },
  age18to30Share: { age18to30: '1' },
  admittedUniversity: { university: '1' },
  universityShare: { university: '1' },
  admittedPupil: { occupation: 'PUPIL' },
  admittedStudent: { occupation: 'STUDENT' },
  admittedTeacher: { occupation: 'TEACHER' },
  admittedWorker: { occupation: 'WORKER' },
  admittedFarmer: { occupation: 'FARMER' },
  admittedSoldier: { occupation: 'SOLDIER' },
  admittedBusinessOwner: { occupation: 'BUSINESS_OWNER' },
  introducedAdmitted: { introduced: '1' },
  introducedByYouthUnionAdmitted: { introducer: 'YOUTH_UNION' },
  introducedByTradeUnionAdmitted: { introducer: 'TRADE_UNION' },
  courseAdmitted: { courseCompleted: '1' },
}
