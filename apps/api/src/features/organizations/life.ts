import { addDays, OPEN_END, type Day } from '@seedbed/shared'

/** Last day of a unit's life, undefined while it lives. Tables hold the day after (half-open). */
export function lastDayOf(unit: { closed: Day }): Day | undefined {
  return unit.closed === OPEN_END ? undefined : addDays(unit.closed, -1)
}
