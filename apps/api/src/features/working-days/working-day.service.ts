import {
  addWorkingDays,
  isDay,
  MissingWorkYear,
  reason,
  workingDaysBetween,
  yearOf,
  type Day,
  type SpecialDay,
  type WorkCalendar,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, SeedbedError, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnlessAnywhere } from '../../policy/may.js'
import { PROPOSED_HOLIDAYS } from '../../database/seeds/proposed-holidays.js'
import {
  listSpecialDays,
  listWorkYears,
  removeWorkYear,
  writeWorkYear,
  type SpecialDayRow,
  type WorkYearRow,
} from './working-day.repository.js'

export type { SpecialDayRow } from './working-day.repository.js'

/** The calendar of a year: its special days in order. Version 0: not on record, proposed only. */
export interface WorkYear extends WorkYearRow {
  days: SpecialDayRow[]
}

/** A calendar to be set. */
export interface WorkYearFacts {
  year: number
  source: string
  days: readonly SpecialDayRow[]
}

/** What a change would do to a year. */
export interface WorkYearPreview {
  workingDaysBefore: number | null
  workingDaysAfter: number
  added: SpecialDayRow[]
  removed: SpecialDayRow[]
}

const mostDays = 120

/** Refuses a year that is none, days outside it or twice, a Saturday off that is off anyway as worked, and long names. */
export function refuseWorkYear({ year, source, days }: WorkYearFacts): void {
  if (!Number.isInteger(year) || year < 1930 || year > 2200) throw invalidInput('year', reason('NOT_A_YEAR'))
  if (source.trim() === '' || source.length > 200)
    throw invalidInput('source', reason('BAD_LENGTH', { limit: 200 }))
  if (days.length > mostDays) throw invalidInput('days', reason('OUT_OF_BOUNDS', { limit: mostDays }))
  const seen = new Set<Day>()
  for (const { date, kind, name } of days) {
    if (!isDay(date) || yearOf(date) !== year)
      throw invalidInput('days', reason('DAY_OF_ANOTHER_YEAR', { year }))
    if (seen.has(date)) throw invalidInput('days', reason('DAY_TWICE', { day: date }))
    seen.add(date)
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    if (kind === 'WORKDAY' && !weekend) throw invalidInput('days', reason('WORKED_ANYWAY', { day: date }))
    if (name.trim() === '' || name.length > 200)
      throw invalidInput('days', reason('BAD_LENGTH', { limit: 200 }))
  }
}

/** Years on record with their days, the oldest first. */
export async function listCalendars(ctx: RequestContext): Promise<WorkYear[]> {
  const years = await listWorkYears(ctx)
  const days = await listSpecialDays(
    ctx,
    years.map(({ year }) => year),
  )
  return years.map((one) => ({ ...one, days: days.filter(({ year }) => year === one.year).map(plain) }))
}

const plain = ({ date, kind, name }: SpecialDayRow): SpecialDayRow => ({ date, kind, name })

/**
 * Public holidays of a year as a library of holidays knows them, for years that are not on record: a beginning, to be
 * compared with what the Government announces (days in lieu, swapped days). Null for a year that it does not know.
 */
export function proposedYear(year: number): WorkYear | null {
  const days = PROPOSED_HOLIDAYS[year]
  if (!days) return null
  const rows = days.map(([date, name]): SpecialDayRow => ({ date, kind: 'HOLIDAY', name }))
  return { year, source: 'date-holidays 3.37.0', version: 0, days: rows }
}

/** The calendar by which deadlines are computed, read once in a request. */
export function workCalendar(ctx: RequestContext): Promise<WorkCalendar> {
  return loader<'all', WorkCalendar>(ctx, 'work calendar', async () => [
    new Map((await listCalendars(ctx)).map(({ year, days }) => [year, specialDays(days)])),
  ]).load('all')
}

const specialDays = (days: readonly SpecialDayRow[]): Map<Day, SpecialDay> =>
  new Map(days.map(({ date, kind }) => [date, kind]))

/** The last day of a deadline in working days; CONFLICT, naming the year, where a year is not on record. */
export async function deadlineAfter(ctx: RequestContext, from: Day, count: number): Promise<Day> {
  if (!Number.isInteger(count) || count < 0 || count > 1_000)
    throw invalidInput('days', reason('OUT_OF_BOUNDS', { limit: 1_000 }))
  return guarded(addWorkingDays, await workCalendar(ctx), from, count)
}

/** Working days after a day up to another; refused likewise. */
export async function workingDaysFrom(ctx: RequestContext, from: Day, to: Day): Promise<number> {
  return guarded(workingDaysBetween, await workCalendar(ctx), from, to)
}

function guarded<Args extends unknown[], T>(work: (...args: Args) => T, ...args: Args): T {
  try {
    return work(...args)
  } catch (error) {
    if (!(error instanceof MissingWorkYear)) throw error
    throw conflict(reason('NO_WORK_YEAR', { year: error.year }))
  }
}

const countOf = (year: number, days: readonly SpecialDayRow[]): number => {
  const calendar = new Map([
    [year - 1, new Map<Day, SpecialDay>()],
    [year, specialDays(days)],
  ])
  return workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)
}

/** What setting the calendar of a year would do; nothing is written. */
export async function previewWorkYear(ctx: RequestContext, facts: WorkYearFacts): Promise<WorkYearPreview> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  refuseWorkYear(facts)
  const before = (await listCalendars(ctx)).find(({ year }) => year === facts.year)
  const keyOf = ({ date, kind }: SpecialDayRow) => `${date} ${kind}`
  const [was, willBe] = [before?.days ?? [], facts.days].map((days) => new Set(days.map(keyOf)))
  return {
    workingDaysBefore: before ? countOf(facts.year, before.days) : null,
    workingDaysAfter: countOf(facts.year, facts.days),
    added: facts.days.filter((one) => !was?.has(keyOf(one))),
    removed: (before?.days ?? []).filter((one) => !willBe?.has(keyOf(one))),
  }
}

/** Sets the whole calendar of a year; `version` is the one that was read, 0 for a year not on record. */
export async function setWorkYear(
  ctx: RequestContext,
  facts: WorkYearFacts,
  version: number,
): Promise<WorkYear> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  return inTransaction(ctx, async (tx) => {
    refuseWorkYear(facts)
    const standing = (await listWorkYears(tx)).find(({ year }) => year === facts.year)?.version ?? 0
    if (standing !== version) throw staleVersion('The calendar', version, standing)
    const { year, source, days } = facts
    await writeWorkYear(tx, { year, source, version: version + 1 }, days, null)
    return { year, source, version: version + 1, days: [...days] }
  })
}

/** Calendars of years as an import found them, to put them back. */
export type WorkYearsBefore = Array<{ before: WorkYear | null; after: number; year: number }>

/** Sets calendars of an import, in a unit of work: answers what stood before, or by position why some were refused. */
export async function addWorkYears(
  ctx: RequestContext,
  items: readonly WorkYearFacts[],
  batch: number,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError>; before: WorkYearsBefore }> {
  const refused = new Map<number, SeedbedError>()
  const standing = new Map((await listCalendars(ctx)).map((one) => [one.year, one]))
  const before: WorkYearsBefore = []
  items.forEach((facts, index) => {
    try {
      refuseWorkYear(facts)
      if (items.findIndex(({ year }) => year === facts.year) !== index)
        throw invalidInput('year', reason('RECORDED_MEANWHILE'))
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused, before }
  for (const { year, source, days } of items) {
    const was = standing.get(year) ?? null
    const after = (was?.version ?? 0) + 1
    before.push({ year, before: was, after })
    await writeWorkYear(ctx, { year, source, version: after }, days, batch)
  }
  return { ids: items.map(({ year }) => year), refused, before }
}

/** Puts calendars back as an import found them; refused (CONFLICT) once one was changed since. */
export async function restoreWorkYears(ctx: RequestContext, changes: WorkYearsBefore): Promise<void> {
  const now = new Map((await listWorkYears(ctx)).map(({ year, version }) => [year, version]))
  for (const { year, before, after } of changes) {
    if (now.get(year) !== after) throw conflict(reason('CHANGED_MEANWHILE'))
    if (before) await writeWorkYear(ctx, before, before.days, null)
    else await removeWorkYear(ctx, year)
  }
}
