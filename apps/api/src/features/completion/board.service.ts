import {
  calendarPace,
  LIMITS,
  standingAgainst,
  yearOf,
  type CountBasis,
  type Day,
  type Standing,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { SeedbedError } from '../../errors/errors.js'
import { areSourcesKept, SOURCES, sourcesIn } from './sources.service.js'
import { refuseUnless } from '../../policy/may.js'
import { addSums, figureOf, figuresFor, type Figure } from '../figures/figure.js'
import { refuseOutOfLife, roundingFor, sumsOf, targetsFor } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import { childrenOf, type OrganizationOnDay } from '../organizations/organization.service.js'
import { allotmentsBelow, type Allotment } from '../targets/target-cascade.service.js'

/** A unit of a level: its target and result, where it stands, and how far it has allotted below itself. */
export interface BoardRow {
  organization: OrganizationOnDay
  target: number | null
  admitted: number
  completion: Figure
  /** Null while none are kept. */
  sources: number | null
  overBy: number | null
  standing: Standing
  allotment: Allotment | null
}

/** The units directly below one on a day, all at once; TOO_COMPLEX beyond the limit of a worksheet. */
export async function allChildren(ctx: RequestContext, unit: number, day: Day): Promise<OrganizationOnDay[]> {
  const page = { limit: LIMITS.worksheetRows, includeClosed: false }
  const children = await childrenOf(ctx, unit, day, page)
  if (children.length > LIMITS.worksheetRows)
    throw new SeedbedError('TOO_COMPLEX', `At most ${LIMITS.worksheetRows} units in one worksheet`)
  return children
}

/**
 * Who is ahead, on pace, behind, without target and (once sources are kept) without source among the units directly below one, by the calendar of the year of
 * the as-of date, with completion by the unit's first kind of target. The same few statements, however many units.
 */
export async function boardOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  asked: { asOf: Day; countBasis: CountBasis | null },
): Promise<BoardRow[]> {
  const { asOf } = asked
  await refuseUnless(ctx, 'figures.read', unit.id)
  const year = yearOf(asOf)
  const question = questionOf({
    ...asked,
    from: `${year}-01-01`,
    indicators: ['completion', 'overBy', SOURCES],
  })
  refuseOutOfLife(unit, question)
  const children = await allChildren(ctx, unit.id, asOf)
  const ids = children.map(({ id }) => id)
  const rounding = await roundingFor(ctx, unit, question)
  const rows = new Map(
    (await sumsOf(ctx, [unit.id], question, { byChild: true })).map((row) => [row.via, row]),
  )
  const targets = await targetsFor(ctx, ids, question)
  const below = await allotmentsBelow(ctx, unit.id, year, asOf)
  const sourcesKept = await areSourcesKept(ctx, unit, asOf)
  const figures = figuresFor(question, rounding)
  const pace = calendarPace({ from: `${year}-01-01`, to: `${year}-12-31` }, asOf)
  const [admitted] = questionOf({ ...asked, from: question.from, indicators: ['admitted'] }).indicators
  return children.map((organization) => {
    const sums = rows.get(organization.id) ?? addSums([])
    const target = targets.get(organization.id) ?? null
    const [completion, overBy] = figures(sums, target) as [Figure, Figure, Figure]
    const done = admitted ? (figureOf(admitted, sums, null, rounding, asOf).numerator ?? 0) : 0
    return {
      ...{ organization, target, completion },
      admitted: done,
      overBy: overBy.value,
      sources: sourcesKept ? sourcesIn(sums, asOf) : null,
      standing: standingAgainst(done, target, pace),
      allotment: below.get(organization.id) ?? null,
    }
  })
}
