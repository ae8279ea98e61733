import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { listCarriersOn, type Carrier } from './organization.repository.js'
import { loadNearest, loadOnDay, type OrganizationOnDay } from './organization.service.js'
import { findUnitIds } from './tree.repository.js'

/** The living units that carry these codes on a day, as they are then. */
export async function carriersOn(
  ctx: RequestContext,
  codes: readonly string[],
  day: Day,
): Promise<Carrier[]> {
  const wanted = new Set(codes)
  return (await listCarriersOn(ctx, [...wanted], day)).filter(({ code }) => wanted.has(code))
}

/** Outer ids of the living units that carry these codes on a day; codes that nobody carries are absent. */
export async function unitsByCode(
  ctx: RequestContext,
  codes: readonly string[],
  day: Day,
): Promise<Map<string, string>> {
  return new Map((await carriersOn(ctx, codes, day)).map(({ code, uid }) => [code, uid]))
}

/** Internal ids of units by their outer ids; those that do not exist or are out of scope are absent. */
export async function unitsByUid(ctx: RequestContext, uids: readonly string[]): Promise<Map<string, number>> {
  const found = await findUnitIds(ctx, [...new Set(uids)])
  return new Map([...found].map(([uid, { id }]) => [uid, id]))
}

/** A unit by its outer id as it is on a day, or on the nearest day of its life; null when out of scope. */
export async function loadByUid(
  ctx: RequestContext,
  uid: string,
  at: Day,
): Promise<OrganizationOnDay | null> {
  const id = await loader<string, number | null>(ctx, 'units by uid', async (uids) => {
    const found = await unitsByUid(ctx, uids)
    return uids.map((one) => found.get(one) ?? null)
  }).load(uid)
  return id === null ? null : loadNearest(ctx, id, at)
}

/** Outer ids of the units directly above these on a day, each once; roots have none. */
export async function superiorsOf(ctx: RequestContext, uids: readonly string[], day: Day): Promise<string[]> {
  const units = await Promise.all([...new Set(uids)].map((uid) => loadByUid(ctx, uid, day)))
  const parents = [...new Set(units.flatMap((unit) => (unit && unit.parent !== 0 ? [unit.parent] : [])))]
  const above = await Promise.all(parents.map((id) => loadOnDay(ctx, id, day)))
  return above.flatMap((unit) => (unit ? [unit.uid] : []))
}
