import { minDay, type Day } from '@seedbed/shared'

/** The days a worksheet of a year is read on, seen from an as-of date. */
export interface WorksheetDays {
  year: number
  asOf: Day
  /** Whose children are the rows: the tree of the as-of date, at the latest that of the last day of the year. */
  treeAt: Day
  lastFrom: Day
  /** Last day of what is shown of last year; null when the as-of date lies before it. */
  lastTo: Day | null
  /** The day at whose end members are counted: the eve of the year, or the as-of date while that has not come. */
  membersOn: Day
}

/** Pure: while last year still runs, what is shown of it ends on the as-of date. */
export function worksheetDays(year: number, asOf: Day): WorksheetDays {
  const lastFrom = `${year - 1}-01-01`
  const membersOn = minDay(asOf, `${year - 1}-12-31`)
  return {
    ...{ year, asOf, lastFrom, membersOn },
    treeAt: minDay(asOf, `${year}-12-31`),
    lastTo: membersOn < lastFrom ? null : membersOn,
  }
}
