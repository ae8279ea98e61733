/**
 * Days and periods. A day is a string "YYYY-MM-DD" everywhere; no JavaScript Date with a time of day ever leaves
 * this file, so no zone can move a birthday.
 */

import { LIMITS } from './limits.js'

/** A calendar day, "2024-11-15". */
export type Day = string

/** Last day there is: an interval that ends here is open. Tables store half-open intervals [from, to). */
export const OPEN_END: Day = '9999-12-31'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/u

/** Whether the text is a real calendar day between 1900 and 9999 (29 February only in leap years). */
export function isDay(text: string): boolean {
  const match = pattern.exec(text)
  if (!match || Number(match[1]) < 1900) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** The day n days later (earlier when negative). The open end stays open. */
export function addDays(day: Day, count: number): Day {
  if (day === OPEN_END) return OPEN_END
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** Days from one day to another: 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The day n months later; the last of the month where the month is shorter (31/1 + 1 month = 28/2 or 29/2). */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const index = year * 12 + month - 1 + count
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
  const length = daysBetween(first, addDays(first, 32).slice(0, 8) + '01')
  return first.slice(0, 8) + String(Math.min(date, length)).padStart(2, '0')
}

/** "15/11/2024", as Vietnamese texts write a day. */
export function writtenDay(day: Day): string {
  return day.split('-').reverse().join('/')
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** Full years from one day to another, as an age is counted: the birthday itself completes the year. */
export function fullYearsBetween(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from)
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Months from the month of one day to that of another, whatever the day of the month: ages are counted so. */
export function monthsByCalendar(from: Day, to: Day): number {
  const month = (day: Day) => yearOf(day) * 12 + Number(day.slice(5, 7))
  return month(to) - month(from)
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The day in Viet Nam (UTC+7, no summer time) at an instant, whatever the zone of the machine. */
export function dayInVietNam(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** How a trend cuts its period. */
export const GRAINS = ['DAY', 'MONTH', 'QUARTER', 'YEAR'] as const
export type Grain = (typeof GRAINS)[number]

/** Both days belong to the period. */
export interface Period {
  from: Day
  to: Day
}

function startOfNext(day: Day, grain: Grain): Day {
  if (grain === 'DAY') return addDays(day, 1)
  if (grain === 'YEAR') return `${yearOf(day) + 1}-01-01`
  const month = addMonths(day.slice(0, 8) + '01', 1)
  if (grain === 'MONTH') return month
  return addMonths(month, (3 - ((Number(month.slice(5, 7)) - 1) % 3)) % 3)
}

/**
 * Cuts [from, to] into calendar days, months, quarters or years; the first and the last may be incomplete. Stops after
 * one part more than `most`, so that the caller can tell that there are too many.
 */
export function cutPeriod(period: Period, grain: Grain, most: number = LIMITS.trendPoints): Period[] {
  const parts: Period[] = []
  for (let from = period.from; from <= period.to && parts.length <= most;) {
    const next = startOfNext(from, grain)
    parts.push({ from, to: minDay(addDays(next, -1), period.to) })
    from = next
  }
  return parts
}

/** A school year runs from 1 September to 31 August; named by the year it begins in. */
export function schoolYear(startYear: number): Period {
  return { from: `${startYear}-09-01`, to: `${startYear + 1}-08-31` }
}

/** The same day a year earlier; 29 February becomes 28 February. */
export function sameDayLastYear(day: Day): Day {
  return addMonths(day, -12)
}
