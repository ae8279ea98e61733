import type { Day } from '@seedbed/shared'

/** First and last day of a period, both inside. */
export interface Days {
  from: Day
  asOf: Day
}

/** Rows of a table that hold on a day, which is given twice. */
export const within = (alias: string) => `${alias}.valid_from <= ? AND ${alias}.valid_to > ?`
