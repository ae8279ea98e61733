import { findIndicator } from './indicators.js'
import type { Label } from './text.js'

/** Kinds of target that a unit can carry, several at once, in the order in which they are listed. */
export const TARGET_KINDS = {
  ASSIGNED: { vi: 'Chỉ tiêu được giao', en: 'Assigned target' },
  RANGE: { vi: 'Chỉ tiêu nghị quyết (khoảng)', en: 'Resolution target (range)' },
  RESOLUTION_AVERAGE: {
    vi: 'Chỉ tiêu nghị quyết (bình quân mỗi năm)',
    en: 'Resolution target (yearly average)',
  },
  MINIMUM: { vi: 'Chỉ tiêu tối thiểu', en: 'Minimum' },
  RATE_OF_MEMBERS: { vi: 'Chỉ tiêu theo tỷ lệ đảng viên', en: 'Rate of members' },
  TERM_TOTAL: { vi: 'Chỉ tiêu nhiệm kỳ', en: 'Term total' },
  COMPOSITION: { vi: 'Chỉ tiêu cơ cấu', en: 'Composition' },
  COURSE_PLACES: { vi: 'Chỉ tiêu lớp nhận thức về Đảng', en: 'Places in awareness courses' },
  COVERAGE: { vi: 'Chỉ tiêu đơn vị đạt yêu cầu', en: 'Coverage of units' },
} satisfies Record<string, Label>
export type TargetKind = keyof typeof TARGET_KINDS

/** Without a kind in the question, the first of these that a unit has for a year is its target. */
export const TARGET_KIND_ORDER: readonly TargetKind[] = [
  'ASSIGNED',
  'RANGE',
  'RESOLUTION_AVERAGE',
  'MINIMUM',
  'RATE_OF_MEMBERS',
]

/** Kinds that say how many are to be admitted, so that `target` and `completion` can be asked for them. */
export const ADMISSION_TARGET_KINDS: readonly TargetKind[] = [...TARGET_KIND_ORDER, 'TERM_TOTAL']

/**
 * What a kind states: persons, a range of persons, a rate of the members, a share (or a number) of those admitted, or
 * a share of units.
 */
export type TargetStates = 'PERSONS' | 'RANGE' | 'RATE_OF_MEMBERS' | 'COMPOSITION' | 'COVERAGE'

/** Which of its years a target is for: the one it has, each of them, or all together. */
export type TargetYears = 'ONE' | 'EACH' | 'TOGETHER'

/** The definition behind a kind. `indicator` is what it counts unless it says otherwise. */
export interface TargetKindRule {
  states: TargetStates
  years: TargetYears
  indicator: string
}

const persons = (years: TargetYears, indicator = 'admitted'): TargetKindRule => ({
  states: 'PERSONS',
  years,
  indicator,
})

const rules: Record<TargetKind, TargetKindRule> = {
  ASSIGNED: persons('ONE'),
  RANGE: { states: 'RANGE', years: 'EACH', indicator: 'admitted' },
  RESOLUTION_AVERAGE: persons('EACH'),
  MINIMUM: persons('EACH'),
  RATE_OF_MEMBERS: { states: 'RATE_OF_MEMBERS', years: 'ONE', indicator: 'admitted' },
  TERM_TOTAL: persons('TOGETHER'),
  COMPOSITION: { states: 'COMPOSITION', years: 'EACH', indicator: 'femaleShare' },
  COURSE_PLACES: persons('EACH', 'courseCompleted'),
  COVERAGE: { states: 'COVERAGE', years: 'EACH', indicator: 'admitted' },
}

export function targetKindRule(kind: TargetKind): TargetKindRule {
  return rules[kind]
}

/** Rates are whole hundredths of a percent: 3,5 % is 350. */
export const RATE_WHOLE = 10_000

/** Whether an indicator is a number of persons that adds up over a period. */
export function countsPersons(id: string): boolean {
  const indicator = findIndicator(id)
  return (
    indicator?.unit === 'PERSONS' &&
    indicator.numerator.target === undefined &&
    indicator.numerator.terms.length > 0 &&
    indicator.numerator.terms.every(({ at, sign }) => at === 'PERIOD' && sign === 1)
  )
}

/** Whether an indicator is a share of those admitted in the period. */
export function isShareOfAdmitted(id: string): boolean {
  const indicator = findIndicator(id)
  return indicator?.unit === 'PERCENT' && indicator.denominator === findIndicator('admitted')?.numerator
}

/** The fewest persons that reach a rate of a number: 3 % of 6.381 are 192. */
export function personsOfRate(rate: number, base: number): number {
  return Math.ceil((rate * base) / RATE_WHOLE)
}

/** "3,5": a rate without superfluous zeros. */
export function writtenRate(rate: number, language: keyof Label = 'vi'): string {
  const text = String(rate / 100)
  return language === 'vi' ? text.replace('.', ',') : text
}

/** How a target stands when it is counted: a range is reached at its lower bound and exceeded above the upper. */
export const TARGET_STATES = {
  BELOW: { vi: 'chưa đạt', en: 'not reached' },
  REACHED: { vi: 'đạt', en: 'reached' },
  EXCEEDED: { vi: 'vượt', en: 'exceeded' },
} satisfies Record<string, Label>
export type TargetState = keyof typeof TARGET_STATES

/** Pure: where a count stands between the least and the most that is wanted. */
export function targetState(done: number, wanted: number, wantedMost: number | null): TargetState {
  if (done < wanted) return 'BELOW'
  return done > (wantedMost ?? wanted) ? 'EXCEEDED' : 'REACHED'
}

/** Whether a draft of a year's targets is still one. */
export const PLAN_STATES = {
  DRAFT: { vi: 'Dự thảo', en: 'Draft' },
  ISSUED: { vi: 'Đã ban hành', en: 'Issued' },
} satisfies Record<string, Label>
export type PlanState = keyof typeof PLAN_STATES

/** How a sentence names a target of each kind; the year or the years follow. */
export const TARGET_NAMES = {
  ASSIGNED: { vi: 'chỉ tiêu được giao', en: 'the assigned target' },
  RANGE: { vi: 'chỉ tiêu nghị quyết', en: 'the resolution target' },
  RESOLUTION_AVERAGE: { vi: 'chỉ tiêu nghị quyết bình quân', en: 'the average of the resolution' },
  MINIMUM: { vi: 'chỉ tiêu tối thiểu', en: 'the minimum' },
  RATE_OF_MEMBERS: { vi: 'chỉ tiêu theo tỷ lệ đảng viên', en: 'the rate of members' },
  TERM_TOTAL: { vi: 'chỉ tiêu nhiệm kỳ', en: 'the term total' },
  COMPOSITION: { vi: 'chỉ tiêu cơ cấu', en: 'the composition target' },
  COURSE_PLACES: { vi: 'chỉ tiêu lớp nhận thức về Đảng', en: 'the places in awareness courses' },
  COVERAGE: { vi: 'chỉ tiêu đơn vị', en: 'the coverage of units' },
} satisfies Record<TargetKind, Label>
