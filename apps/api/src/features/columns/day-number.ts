import type { Day } from '@seedbed/shared'

/** A day as a whole number that sorts as days do: 20261115. */
export function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
}

/** Days from one to another, both inclusive. */
export interface DayRange {
  from: number
  to: number
}
