import type { Day } from '@seedbed/shared'
import { dayNumber, type UnitPaths } from '../columns/columns.service.js'

/** Whether any unit came below the one of these paths, or left it, on a day of the period: as crossedStatement says. */
export function isCrossedIn(paths: UnitPaths | undefined, period: { from: Day; asOf: Day }): boolean {
  if (!paths) return false
  const [first, last] = [dayNumber(period.from), dayNumber(period.asOf)]
  const isIn = (day: number) => day >= first && day <= last
  const sibling = (row: number, holds: (other: number) => boolean) =>
    paths.rowsBelow(paths.descendant[row] as number).some(holds)
  for (let row = 0; row < paths.length; row += 1) {
    const [from, to] = [paths.from[row] as number, paths.to[row] as number]
    const came = isIn(from) && (paths.opened[row] as number) < from
    if (came && !sibling(row, (other) => paths.to[other] === from)) return true
    if (isIn(to) && !sibling(row, (other) => paths.from[other] === to)) return true
  }
  return false
}
