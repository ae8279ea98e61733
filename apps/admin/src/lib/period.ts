import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  sameDayLastYear,
  schoolYear,
  yearOf,
  type Day,
  type Period,
} from '@seedbed/shared'

/**
 * A period as the user names it. A range is open at its end, as the term of a unit may be: it runs to the as-of day.
 */
export type PeriodSpec =
  | { kind: 'year' | 'term' | 'school'; year: number }
  | { kind: 'quarter' | 'month'; year: number; part: number }
  | { kind: 'from'; from: Day }
  | { kind: 'ownTerm'; from: Day; to: Day | null }

/** First years of the terms: the term 2020-2025 is counted from 1 January 2021, over five years. */
export const TERMS = [2020, 2025] as const

/** The period if its days are days, in order. */
function daysOf(spec: Extract<PeriodSpec, { from: Day }>): PeriodSpec | null {
  const to = 'to' in spec ? spec.to : null
  return isDay(spec.from) && (to === null || (isDay(to) && spec.from <= to)) ? spec : null
}

const patterns: ReadonlyArray<[RegExp, (match: RegExpExecArray) => PeriodSpec | null]> = [
  [/^(year|term|school)-(\d{4})$/u, (m) => ({ kind: m[1] as 'year', year: Number(m[2]) })],
  [/^quarter-(\d{4})-([1-4])$/u, (m) => ({ kind: 'quarter', year: Number(m[1]), part: Number(m[2]) })],
  [/^month-(\d{4})-(0?[1-9]|1[0-2])$/u, (m) => ({ kind: 'month', year: Number(m[1]), part: Number(m[2]) })],
  [/^from-(\d{4}-\d{2}-\d{2})$/u, (m) => daysOf({ kind: 'from', from: m[1]! })],
  [
    /^term-(\d{4}-\d{2}-\d{2})(?:\.(\d{4}-\d{2}-\d{2}))?$/u,
    (m) => daysOf({ kind: 'ownTerm', from: m[1]!, to: m[2] ?? null }),
  ],
]

/** Reads "year-2024", "term-2020", "quarter-2024-3", "month-2024-11", "school-2023", "from-2022-01-01" or "term-2020-08-12.2025-07-30". */
export function parsePeriod(text: string | null): PeriodSpec | null {
  for (const [pattern, build] of patterns) {
    const match = pattern.exec(text ?? '')
    if (match) return build(match)
  }
  return null
}

/** The text that parsePeriod reads back. */
export function formatPeriodKey(spec: PeriodSpec): string {
  if (spec.kind === 'from') return `from-${spec.from}`
  if (spec.kind === 'ownTerm') return `term-${spec.from}${spec.to ? `.${spec.to}` : ''}`
  return 'part' in spec ? `${spec.kind}-${spec.year}-${spec.part}` : `${spec.kind}-${spec.year}`
}

function monthsFrom(from: Day, count: number): Period {
  return { from, to: addDays(addMonths(from, count), -1) }
}

/** First and last day of a period; what is open at its end runs to the as-of day. */
export function boundsOf(spec: PeriodSpec, asOf: Day): Period {
  if (spec.kind === 'from') return { from: spec.from, to: asOf }
  if (spec.kind === 'ownTerm') return { from: spec.from, to: spec.to ?? asOf }
  if (spec.kind === 'term') return { from: `${spec.year + 1}-01-01`, to: `${spec.year + 5}-12-31` }
  if (spec.kind === 'school') return schoolYear(spec.year)
  if (spec.kind === 'year') return { from: `${spec.year}-01-01`, to: `${spec.year}-12-31` }
  const months = spec.kind === 'quarter' ? 3 : 1
  const month = 'part' in spec ? (spec.part - 1) * months + 1 : 1
  return monthsFrom(`${spec.year}-${String(month).padStart(2, '0')}-01`, months)
}

/** The period of the same kind in which the day lies. */
export function periodAround(kind: PeriodSpec['kind'], day: Day): PeriodSpec {
  const year = yearOf(day)
  const month = Number(day.slice(5, 7))
  if (kind === 'term') return { kind, year: year <= 2025 ? 2020 : 2025 + Math.floor((year - 2026) / 5) * 5 }
  if (kind === 'school') return { kind, year: month >= 9 ? year : year - 1 }
  if (kind === 'quarter') return { kind, year, part: Math.ceil(month / 3) }
  if (kind === 'month') return { kind, year, part: month }
  return { kind: 'year', year }
}

/** The same period a year before; what is no calendar year, quarter or month begins on the same date. */
export function yearBefore(spec: PeriodSpec, asOf: Day): PeriodSpec {
  if (spec.kind === 'from' || spec.kind === 'term' || spec.kind === 'ownTerm')
    return { kind: 'from', from: sameDayLastYear(boundsOf(spec, asOf).from) }
  return { ...spec, year: spec.year - 1 }
}

/** Whether the day lies in the period (a range holds every day from its first on). */
export function holdsDay(spec: PeriodSpec, day: Day): boolean {
  const { from, to } = boundsOf(spec, day)
  return from <= day && day <= to
}

/**
 * Share of the calendar that has gone by, both days counted: 320/366 on 15/11/2024. Targets are whole years, so
 * there is a pace only for what begins on 1 January; null otherwise.
 */
export function paceOf(from: Day, asOf: Day): { gone: number; whole: number } | null {
  if (!from.endsWith('-01-01')) return null
  return {
    gone: daysBetween(from, asOf) + 1,
    whole: daysBetween(from, `${yearOf(asOf)}-12-31`) + 1,
  }
}

/** How a trend over the period is best cut. */
export function grainOf(period: Period): 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR' {
  const days = daysBetween(period.from, period.to) + 1
  if (days <= 31) return 'DAY'
  if (days <= 550) return 'MONTH'
  return days <= 1900 ? 'QUARTER' : 'YEAR'
}
