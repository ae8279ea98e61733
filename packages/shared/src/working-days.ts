import { addDays, yearOf, type Day } from './calendar.js'
import type { Label } from './text.js'

/** How a day differs from its weekday: a day off, or a Saturday or Sunday on which people work instead. */
export const SPECIAL_DAYS = {
  HOLIDAY: { vi: 'Nghỉ', en: 'Day off' },
  WORKDAY: { vi: 'Làm bù', en: 'Worked instead' },
} satisfies Record<string, Label>
export type SpecialDay = keyof typeof SPECIAL_DAYS

/** The years whose calendar is on record, and what is special in each; other days follow the week. */
export type WorkCalendar = ReadonlyMap<number, ReadonlyMap<Day, SpecialDay>>

/** Nobody may guess at the holidays of a year: its calendar is not on record. */
export class MissingWorkYear extends Error {
  constructor(readonly year: number) {
    super(`the calendar of ${year} is not on record`)
  }
}

/** Whether people work on that day. Throws MissingWorkYear where the year is not on record. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const year = calendar.get(yearOf(day))
  if (!year) throw new MissingWorkYear(yearOf(day))
  const special = year.get(day)
  if (special) return special === 'WORKDAY'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The last day of a deadline of so many working days from a day on, which itself is not counted; for 0 the day
 * itself. Throws MissingWorkYear as soon as it runs into a year that is not on record.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. Throws as isWorkingDay does. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}
