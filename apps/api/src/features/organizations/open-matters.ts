import type { Day, Reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'

/** Something open at a unit: how many of a kind, and what is said of them. */
export interface OpenMatterOf {
  unit: number
  count: number
  says: Reason
}

/** Tells what is open, on a day, at units that end on it. */
export type OpenMatterSource = (
  ctx: RequestContext,
  units: readonly number[],
  on: Day,
) => Promise<OpenMatterOf[]>

const sources = new Map<string, OpenMatterSource>()

/** A feature with matters that can be open at a unit names them here, once, when it is loaded. */
export function registerOpenMatters(kind: string, source: OpenMatterSource): void {
  sources.set(kind, source)
}

/** Everything that is open at the units that end on a day, by kind. */
export async function openMattersOf(
  ctx: RequestContext,
  units: readonly number[],
  on: Day,
): Promise<Array<OpenMatterOf & { kind: string }>> {
  const all = await Promise.all(
    [...sources].map(async ([kind, source]) =>
      (await source(ctx, units, on)).map((matter) => ({ ...matter, kind })),
    ),
  )
  return all.flat()
}
