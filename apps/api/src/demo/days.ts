import { addDays, daysBetween, type Day } from '@seedbed/shared'
import type { Random } from './random.js'

/** Opening balances stand on the day before the records begin. */
export const OPENED_ON: Day = '2020-12-31'
export const RECORDS_FROM: Day = '2021-01-01'
/** Every unit stands since then: earlier than any question. */
export const UNITS_SINCE: Day = '2015-01-01'
/** Last day of the demonstration, and the day on which the application opens. */
export const LAST_DAY: Day = '2024-11-15'

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** A working day from `from` to `to`, both included (public holidays aside). */
export function workingDay(random: Random, from: Day, to: Day): Day {
  const length = daysBetween(from, to)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const day = addDays(from, random.int(0, length))
    if (!isWeekend(day)) return day
  }
  return from
}

/** A day in a month, no later than the last day of the demonstration. */
export function dayInMonth(random: Random, year: number, month: number, lastDate = 28): Day {
  const prefix = `${year}-${String(month).padStart(2, '0')}-`
  return workingDay(random, `${prefix}01`, `${prefix}${String(lastDate).padStart(2, '0')}`)
}
