import { daysBetween, type Period } from './calendar.js'
import type { Label } from './text.js'

/** Where a unit stands against the pace of the calendar. */
export const STANDINGS = {
  AHEAD: { vi: 'Vượt tiến độ', en: 'Ahead' },
  ON_PACE: { vi: 'Đúng tiến độ', en: 'On pace' },
  BEHIND: { vi: 'Chậm tiến độ', en: 'Behind' },
  NO_TARGET: { vi: 'Chưa có chỉ tiêu', en: 'Without target' },
} satisfies Record<string, Label>
export type Standing = keyof typeof STANDINGS

/** How much of something is gone: whole numbers, so that it can be compared without rounding. */
export interface Gone {
  gone: number
  whole: number
}

/** Days gone of the days of a period, both days inclusive: 320 of 366 on 15/11/2024. */
export function calendarPace({ from, to }: Period, asOf: string): Gone {
  const whole = daysBetween(from, to) + 1
  const gone = Math.min(whole, Math.max(0, daysBetween(from, asOf) + 1))
  return { gone, whole }
}

/**
 * Pure: behind when less than the due part of the target is done; ahead when at least one whole person more; on pace
 * between. Compared as whole numbers: done/wanted against gone/whole.
 */
export function standingAgainst(done: number, wanted: number | null, { gone, whole }: Gone): Standing {
  if (wanted === null) return 'NO_TARGET'
  if (done * whole < wanted * gone) return 'BEHIND'
  return (done - 1) * whole >= wanted * gone ? 'AHEAD' : 'ON_PACE'
}
