import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { listAllotments, type Allotment } from './target-cascade.repository.js'

export type { Allotment } from './target-cascade.repository.js'

/**
 * How far each unit directly below one has allotted the assigned targets of a year to those directly below it, by the
 * tree of a day. Units with nobody below are absent. One statement.
 */
export async function allotmentsBelow(
  ctx: RequestContext,
  unit: number,
  year: number,
  day: Day,
): Promise<Map<number, Allotment>> {
  return new Map((await listAllotments(ctx, unit, year, day)).map((one) => [one.unit, one]))
}
