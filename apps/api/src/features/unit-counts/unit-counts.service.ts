import { codesOf, OPEN_END, UNIT_ATTRIBUTES, yearOf, type Day, type UnitAttribute } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { connection, type Connection, type CursorKey, type Page } from '../../graphql/pagination.js'
import {
  loadOnOwnDay,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import { movementsOf, type MovedUnit, type Movement } from './movements.js'
import { countUnits, listStays, type Stay, type UnitCountRow } from './unit-counts.repository.js'

export type { MovedUnit, Movement } from './movements.js'

/** Groups rows by the unit they lie below. */
function byAncestor<Row extends { ancestor: number }>(ids: readonly number[], rows: readonly Row[]): Row[][] {
  const groups = new Map(ids.map((id) => [id, [] as Row[]]))
  for (const row of rows) groups.get(row.ancestor)?.push(row)
  return ids.map((id) => groups.get(id) ?? [])
}

/**
 * Living units anywhere below a unit on a day, itself not counted, by any of tier, kind and sector (by none of them:
 * one number). Many units asked the same cost one statement. Refuses a day outside the life of the unit.
 */
export async function unitCountsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  at: Day,
  by: readonly UnitAttribute[],
): Promise<UnitCountRow[]> {
  refuseOutsideLife(unit, at)
  const asked = codesOf(UNIT_ATTRIBUTES).filter((one) => by.includes(one))
  const name = `unit counts on ${at} by ${asked.join()}`
  const rows = await loader<number, UnitCountRow[]>(ctx, name, async (ids) => {
    await refuseOutOfScope(ctx, 'organizations.read', ids)
    return byAncestor(ids, await countUnits(ctx, ids, at, asked))
  }).load(unit.id)
  return asked.length === 0 && rows.length === 0 ? [{ ancestor: unit.id, count: 0 }] : rows
}

/**
 * How the number of units below a unit changed within a period: founded, taken over from elsewhere, dissolved,
 * handed over, and reclassified where that changes what they are counted by. Every act and group is a line of its
 * own; the lines lead from the count on the day before `from` to the count on `asOf`. Many units cost one statement.
 * Refuses `asOf` before `from`, beyond all years, or outside the life of the unit.
 */
export async function unitMovementsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  period: { from: Day; to: Day },
  by: readonly UnitAttribute[],
): Promise<Movement[]> {
  const { from, to } = period
  if (to < from) throw invalidInput('asOf', 'lies before from')
  if (yearOf(to) >= yearOf(OPEN_END)) throw invalidInput('asOf', 'lies beyond all years')
  refuseOutsideLife(unit, to)
  const stays = await loader<number, Stay[]>(ctx, `stays ${from} ${to}`, async (ids) => {
    await refuseOutOfScope(ctx, 'organizations.read', ids)
    return byAncestor(ids, await listStays(ctx, ids, from, to))
  }).load(unit.id)
  return movementsOf(stays, period, by)
}

/** Key of a moved unit in its list: day, name, id. */
export const movedCursor = ['string', 'string', 'number'] as const

export interface ShownMove {
  on: Day
  organization: OrganizationOnDay
}

/**
 * A page of the units of a movement, by day and name. Those out of the viewer's scope are counted in the movement
 * and not named here.
 */
export async function movedUnitsOf(
  ctx: RequestContext,
  { moved }: Movement,
  page: Page<typeof movedCursor>,
): Promise<Connection<ShownMove>> {
  const named = moved.filter(({ visible }) => visible)
  const { after, limit } = page
  const rest = after ? named.filter((one) => liesAfter(keyOf(one), after)) : named
  const wanted = rest.slice(0, limit + 1)
  const units = await Promise.all(wanted.map(({ unit, shownOn }) => loadOnOwnDay(ctx, unit, shownOn)))
  const rows = wanted.flatMap((one, index) => {
    const organization = units[index]
    return organization ? [{ ...one, organization }] : []
  })
  return connection(rows, limit, keyOf, named.length)
}

type MovedKey = CursorKey<typeof movedCursor>

const keyOf = ({ on, sortKey, unit }: MovedUnit): MovedKey => [on, sortKey, unit]

function liesAfter(key: MovedKey, after: MovedKey): boolean {
  if (key[0] !== after[0]) return key[0] > after[0]
  if (key[1] !== after[1]) return key[1] > after[1]
  return key[2] > after[2]
}
