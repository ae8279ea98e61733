import { count, day, entityOf, key, optional, small, text } from '../../database/tables.js'

/** A year whose holidays are on record, and where they come from. */
export const WorkYearTable = entityOf({
  name: 'work_year',
  columns: { year: small, source: text(200), version: { ...count, default: 1 }, batch: optional(key) },
  primary: ['year'],
})

/** A day that differs from its weekday: off, or worked instead. */
export const SpecialDayTable = entityOf({
  name: 'special_day',
  columns: { date: day, year: small, kind: text(20), name: text(200) },
  primary: ['date'],
  indices: { ix_special_day_year: ['year'] },
})
