import { reason, type Period } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { refuseUnlessAll } from '../../policy/may.js'
import type { Figure } from '../figures/figure.js'
import { figuresOf } from '../figures/figures.service.js'
import type { FiguresInput } from '../figures/question.js'
import { findOrganization, type OrganizationOnDay } from '../organizations/organization.service.js'

/** Units and periods that are set side by side at most. */
export const SIDE_BY_SIDE = { units: 6, periods: 6 } as const

/** What is set side by side; the day of the tree holds for every period, so that they compare. */
export interface SideBySide extends Omit<FiguresInput, 'from' | 'asOf'> {
  units: readonly string[]
  periods: readonly Period[]
}

/** A unit with its figures, period by period. */
export interface Side {
  organization: OrganizationOnDay
  periods: Array<Period & { figures: Figure[] }>
}

function refuseNumber(field: string, count: number, least: number, most: number): void {
  if (count < least || count > most) throw invalidInput(field, reason('SIDE_BY_SIDE', { least, most }))
}

/**
 * Figures of two to six units, or of one in two to six periods, side by side; each unit as on the last day asked.
 * Refuses fewer and more, a unit named twice, and units whose figures may not be read.
 */
export async function sideBySide(ctx: RequestContext, asked: SideBySide): Promise<Side[]> {
  const { units, periods, ...input } = asked
  const ids = [...new Set(units)]
  refuseNumber('units', units.length, periods.length > 1 ? 1 : 2, SIDE_BY_SIDE.units)
  refuseNumber('periods', periods.length, 1, SIDE_BY_SIDE.periods)
  if (ids.length !== units.length) throw invalidInput('units', reason('SIDE_TWICE'))
  const last =
    periods
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? ''
  const day = input.treeAt ?? last
  const found = await Promise.all(ids.map((id) => findOrganization(ctx, id, day)))
  await refuseUnlessAll(
    ctx,
    'figures.read',
    found.map(({ id }) => id),
  )
  const tree = input.perimeter === 'RECORDED' ? {} : { treeAt: day }
  return Promise.all(
    found.map(async (organization) => ({
      organization,
      periods: await Promise.all(
        periods.map(async ({ from, to }) => ({
          ...{ from, to },
          figures: await figuresOf(ctx, organization, { ...input, ...tree, from, asOf: to }),
        })),
      ),
    })),
  )
}
