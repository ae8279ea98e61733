import { addDays, DEFAULT_ROUNDING, LIMITS, OPEN_END, type Day, type Rounding } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { dateOutOfRange, invalidInput, notFound } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { lastDayOf } from './life.js'
import {
  countCells,
  countChildren,
  findCarriers,
  findLife,
  findOnDay,
  findVersions,
  listAncestors,
  listChildren,
  listEvents,
  listLineage,
  listRoundings,
  listVersions,
  searchOnDay,
  type OrganizationRow,
} from './organization.repository.js'

/** A unit as shown on a day; `at` is that day and travels down to everything below it. */
export interface OrganizationOnDay extends OrganizationRow {
  at: Day
}

const shownOn = (row: OrganizationRow, at: Day): OrganizationOnDay => ({ ...row, at })

/**
 * The unit of an outer id on a day. Without a day: today, or the last day of an ended unit. NOT_FOUND when it does
 * not exist or is out of scope; DATE_OUT_OF_RANGE with since and until when the day lies outside its life.
 */
export async function findOrganization(
  ctx: RequestContext,
  uid: string,
  at?: Day | null,
): Promise<OrganizationOnDay> {
  const life = await findLife(ctx, uid)
  if (!life) throw notFound('Organization')
  const last = lastDayOf(life)
  const now = today(ctx)
  const day = at ?? (last !== undefined && last < now ? last : now < life.opened ? life.opened : now)
  refuseOutsideLife(life, day)
  return requireOnDay(ctx, life.id, day)
}

/**
 * The unit that carries a code on a day (today if absent): a code means something only with a date. NOT_FOUND when
 * nobody ever did; DATE_OUT_OF_RANGE with since and until when its carrier did not exist on that day.
 */
export async function findOrganizationByCode(
  ctx: RequestContext,
  code: string,
  at?: Day | null,
): Promise<OrganizationOnDay> {
  const day = at ?? today(ctx)
  const carriers = await findCarriers(ctx, code)
  const carrier = carriers.find(({ since, until }) => since <= day && day < until)
  if (carrier) return requireOnDay(ctx, carrier.id, day)
  const nearest = carriers.filter(({ until }) => until <= day).at(-1) ?? carriers[0]
  if (!nearest) throw notFound('Organization')
  throw dateOutOfRange(
    'No unit has this code on that day',
    nearest.since,
    lastDayOf({ closed: nearest.until }),
  )
}

/** Refuses a day outside [opened, closed). */
export function refuseOutsideLife(life: { opened: Day; closed: Day }, day: Day): void {
  if (day < life.opened || day >= life.closed)
    throw dateOutOfRange('The unit does not exist on that day', life.opened, lastDayOf(life))
}

async function requireOnDay(ctx: RequestContext, id: number, day: Day): Promise<OrganizationOnDay> {
  const [row] = await findOnDay(ctx, [id], day)
  if (!row) throw notFound('Organization')
  return shownOn(row, day)
}

/** The unit by internal id as it was on a day, also after its end; null when out of scope. One statement for many. */
export function loadOnDay(ctx: RequestContext, id: number, at: Day): Promise<OrganizationOnDay | null> {
  return loader<number, OrganizationOnDay | null>(ctx, `organization on ${at}`, async (ids) => {
    const rows = new Map((await findOnDay(ctx, ids, at)).map((row) => [row.id, shownOn(row, at)]))
    return ids.map((id) => rows.get(id) ?? null)
  }).load(id)
}

/** Many units by internal id as they were on a day, also after their end; those out of scope are left out. */
export async function unitsOnDay(
  ctx: RequestContext,
  ids: readonly number[],
  at: Day,
): Promise<OrganizationOnDay[]> {
  return (await findOnDay(ctx, ids, at)).map((row) => shownOn(row, at))
}

/**
 * The unit on the day, or on the nearest day of its life: for lineage and for events long past. One statement for
 * many, whatever their days.
 */
export async function loadNearest(
  ctx: RequestContext,
  id: number,
  day: Day,
): Promise<OrganizationOnDay | null> {
  type Versions = Awaited<ReturnType<typeof findVersions>>
  const versions = await loader<number, Versions>(ctx, 'versions of organizations', async (ids) => {
    const rows = groupBy(await findVersions(ctx, ids), (row) => row.id)
    return ids.map((one) => rows.get(one) ?? [])
  }).load(id)
  const [life] = versions
  if (!life) return null
  const last = life.closed === OPEN_END ? OPEN_END : addDays(life.closed, -1)
  const at = day < life.opened ? life.opened : day > last ? last : day
  const version = versions.find(({ validFrom, validTo }) => validFrom <= at && at < validTo)
  return version ? shownOn(version, at) : null
}

/** Ancestors on the unit's day, the highest first. */
export function loadAncestors(ctx: RequestContext, unit: OrganizationOnDay): Promise<OrganizationOnDay[]> {
  return loader<number, OrganizationOnDay[]>(ctx, `ancestors on ${unit.at}`, async (ids) => {
    const rows = await listAncestors(ctx, ids, unit.at)
    return ids.map((id) =>
      rows.flatMap(({ descendant, ...row }) => (descendant === id ? [shownOn(row, unit.at)] : [])),
    )
  }).load(unit.id)
}

/** The units directly below on the unit's day (0: the roots), a page by name; one row more than the limit. */
export async function childrenOf(
  ctx: RequestContext,
  parent: number,
  at: Day,
  page: { limit: number; after?: readonly [string, number] | undefined; includeClosed: boolean },
): Promise<OrganizationOnDay[]> {
  return (await listChildren(ctx, parent, at, page)).map((row) => shownOn(row, at))
}

/** How many stand directly below. */
export function loadChildCount(
  ctx: RequestContext,
  id: number,
  at: Day,
  includeClosed: boolean,
): Promise<number> {
  return loader<number, number>(ctx, `children ${String(includeClosed)} ${at}`, async (ids) => {
    const counts = await countChildren(ctx, ids, at, includeClosed)
    return ids.map((one) => counts.get(one) ?? 0)
  }).load(id)
}

/** How many cells stand anywhere below, the unit itself included. */
export function loadCellCount(ctx: RequestContext, id: number, at: Day): Promise<number> {
  return loader<number, number>(ctx, `cells ${at}`, async (ids) => {
    const counts = await countCells(ctx, ids, at)
    return ids.map((one) => counts.get(one) ?? 0)
  }).load(id)
}

/** A rounding with the unit whose setting it is; null: the default. */
export interface InheritedRounding extends Required<Rounding> {
  unit: number | null
}

/** The rounding that holds for a unit on a day: its own, else that of the nearest unit above that has one. */
export function loadRounding(ctx: RequestContext, id: number, at: Day): Promise<InheritedRounding> {
  return loader<number, InheritedRounding>(ctx, `rounding on ${at}`, async (ids) => {
    const rows = await listRoundings(ctx, ids, at)
    return ids.map((one) => {
      const row = rows.find(({ descendant }) => descendant === one)
      return row
        ? { mode: row.mode, decimals: row.decimals, trailingZeros: row.trailingZeros === 1, unit: row.id }
        : { ...DEFAULT_ROUNDING, unit: null }
    })
  }).load(id)
}

/** Living units on a day (today if absent) that match the text without accents; nothing for an empty text. */
export async function searchOrganizations(
  ctx: RequestContext,
  text: string,
  at: Day | null | undefined,
  limit: number,
): Promise<OrganizationOnDay[]> {
  if (text.length > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  if (text.trim() === '') return []
  const day = at ?? today(ctx)
  return (await searchOnDay(ctx, text, day, limit)).map((row) => shownOn(row, day))
}

/** All versions of a unit in scope, oldest first; many units cost one statement. */
function loadVersions(ctx: RequestContext, id: number) {
  return loader<number, Awaited<ReturnType<typeof listVersions>>>(ctx, 'versions', async (ids) => {
    const all = new Map(ids.map((one) => [one, [] as Awaited<ReturnType<typeof listVersions>>]))
    for (const row of await listVersions(ctx, ids)) all.get(row.id)?.push(row)
    return ids.map((one) => all.get(one) ?? [])
  }).load(id)
}

/** Versions of a unit, oldest first, up to the end of its life. */
export async function versionsOf(ctx: RequestContext, unit: OrganizationRow) {
  return (await loadVersions(ctx, unit.id))
    .filter(({ validFrom }) => validFrom < unit.closed)
    .map((row) => ({ ...row, validTo: row.validTo > unit.closed ? unit.closed : row.validTo }))
}

/**
 * The unit by internal id as it was on a day of its own; null when out of scope or not there yet. Many units, each
 * on another day, cost one statement: for lists of what happened when.
 */
export async function loadOnOwnDay(
  ctx: RequestContext,
  id: number,
  at: Day,
): Promise<OrganizationOnDay | null> {
  const rows = await loadVersions(ctx, id)
  const found = rows.find(({ validFrom, validTo }) => validFrom <= at && at < validTo)
  return found ? shownOn(found, at) : null
}

/** What was done to a unit, in order of effect. */
export function organizationEventsOf(ctx: RequestContext, unit: OrganizationRow) {
  return loader<number, Awaited<ReturnType<typeof listEvents>>>(ctx, 'organization events', async (ids) => {
    const all = await listEvents(ctx, ids)
    return ids.map((id) => all.filter(({ organization }) => organization === id))
  }).load(unit.id)
}

/** Internal ids of predecessors and successors. */
export async function lineageOf(
  ctx: RequestContext,
  unit: OrganizationRow,
): Promise<{ predecessors: number[]; successors: number[] }> {
  const rows = await loader<number, Awaited<ReturnType<typeof listLineage>>>(ctx, 'lineage', async (ids) => {
    const all = await listLineage(ctx, ids)
    return ids.map((id) => all.filter(({ predecessor, successor }) => predecessor === id || successor === id))
  }).load(unit.id)
  return {
    predecessors: rows.flatMap(({ predecessor, successor }) => (successor === unit.id ? [predecessor] : [])),
    successors: rows.flatMap(({ predecessor, successor }) => (predecessor === unit.id ? [successor] : [])),
  }
}

/** Whether a unit is another or stands below it by the tree of a day. */
export async function isBelow(ctx: RequestContext, id: number, ancestor: number, on: Day): Promise<boolean> {
  if (id === ancestor) return true
  const above = await listAncestors(ctx, [id], on)
  return above.some((row) => row.id === ancestor)
}
