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
