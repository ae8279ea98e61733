import type { Day, SpecialDay } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, forUpdate, insertRows, marks, select } from '../../database/sql.js'

/** A day off, or a day that is worked instead, and why. */
export interface SpecialDayRow {
  date: Day
  kind: SpecialDay
  name: string
}

export interface WorkYearRow {
  year: number
  source: string
  version: number
}

/** Years on record, ascending; locked inside a unit of work. */
export function listWorkYears(ctx: RequestContext): Promise<WorkYearRow[]> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return select(ctx, `SELECT year, source, version FROM work_year ORDER BY year${lock}`)
}

/** Special days of years, in order. */
export function listSpecialDays(
  ctx: RequestContext,
  years: readonly number[],
): Promise<Array<SpecialDayRow & { year: number }>> {
  if (years.length === 0) return Promise.resolve([])
  return select(
    ctx,
    `SELECT date, year, kind, name FROM special_day WHERE year IN (${marks(years)}) ORDER BY date`,
    [...years],
  )
}

/** Writes the whole calendar of a year in place of what stood; its version is one more. */
export async function writeWorkYear(
  ctx: RequestContext,
  { year, source, version }: WorkYearRow,
  days: readonly SpecialDayRow[],
  batch: number | null,
): Promise<void> {
  await removeWorkYear(ctx, year)
  await insertRows(ctx, 'work_year', [{ year, source, version, batch }])
  await insertRows(
    ctx,
    'special_day',
    days.map(({ date, kind, name }) => ({ date, year, kind, name })),
  )
}

/** Takes the calendar of a year off the records. */
export async function removeWorkYear(ctx: RequestContext, year: number): Promise<void> {
  await execute(ctx, 'DELETE FROM special_day WHERE year = ?', [year])
  await execute(ctx, 'DELETE FROM work_year WHERE year = ?', [year])
}
