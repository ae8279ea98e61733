import { holdingOn, type Day, type StepBody } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { countOfficial, listLevels, type LevelRow } from './bodies.repository.js'
import { listDelegations } from './delegation.repository.js'

export type { LevelRow } from './bodies.repository.js'

/** Who has a part in the dossiers of a cell on a day; null where there is no such level. */
export interface Bodies {
  cell: LevelRow
  section: LevelRow | null
  /** The grassroots committee; null for a grassroots cell and for a cell directly below a superior committee. */
  grassroots: LevelRow | null
  /** Whether the grassroots committee has been given the power to admit. */
  delegated: boolean
  /** The committee with the power to admit. */
  deciding: LevelRow
}

/**
 * The bodies of a cell on a day, by the tree and the delegations of that day: a grassroots committee with delegated
 * power decides itself; else the committee directly above the grassroots decides (24-QĐ/TW and 294-QĐ/TW, 4.3.2).
 * Between a grassroots cell and the decision there is no level. Null for a unit that did not stand then.
 */
export function bodiesOn(ctx: RequestContext, cell: number, day: Day): Promise<Bodies | null> {
  return loader<number, Bodies | null>(ctx, `bodies on ${day}`, async (cells) => {
    const levels = await listLevels(ctx, cells, day)
    const delegations = await listDelegations(ctx, [...new Set(levels.map(({ id }) => id))])
    const isDelegated = (unit: number) =>
      holdingOn(
        delegations.filter(({ organization }) => organization === unit),
        day,
      ) !== undefined
    return cells.map((id) =>
      bodiesFrom(
        levels.filter((level) => level.cell === id),
        isDelegated,
      ),
    )
  }).load(cell)
}

/** Pure: the bodies from a cell upwards. */
export function bodiesFrom(
  levels: readonly LevelRow[],
  isDelegated: (unit: number) => boolean,
): Bodies | null {
  const [cell, ...above] = levels
  if (!cell) return null
  const grassroots = above.find(({ tier }) => tier === 'GRASSROOTS') ?? null
  const section = above.find(({ tier }) => tier === 'SECTION') ?? null
  const superior = above.find(({ tier }) => tier !== 'GRASSROOTS' && tier !== 'SECTION')
  const delegated = grassroots !== null && isDelegated(grassroots.id)
  const deciding = delegated ? grassroots : (superior ?? grassroots ?? cell)
  return { cell, section, grassroots, delegated, deciding }
}

/** The unit of a body; null where the tree of the day has none. */
export function unitOfBody(bodies: Bodies, body: StepBody): LevelRow | null {
  if (body === 'CELL') return bodies.cell
  if (body === 'SECTION') return bodies.section
  return body === 'GRASSROOTS' ? bodies.grassroots : bodies.deciding
}

/** Official members of a cell by the records at the end of a day. */
export function officialOn(ctx: RequestContext, cell: number, day: Day): Promise<number> {
  return loader<number, number>(ctx, `official members on ${day}`, (cells) =>
    Promise.all(cells.map((id) => countOfficial(ctx, id, day))),
  ).load(cell)
}
