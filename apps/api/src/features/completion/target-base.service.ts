import { addDays, maxDay, minDay, OPEN_END, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { sumsOf } from '../figures/figures.service.js'
import { questionOf } from '../figures/question.js'
import { loadNearest } from '../organizations/organization.service.js'

/** Members with the day at whose end they were counted. */
export interface FrozenBase {
  base: number
  baseOn: Day
}

/**
 * The members that a rate of a year is converted with: at the start of the year, or today while that has not come.
 * By the tree of today (of the last day of the year once it is over, of a day on which the unit lives), so that a
 * merged unit starts from what its predecessors had.
 */
export async function freezeBase(ctx: RequestContext, unit: number, year: number): Promise<FrozenBase> {
  const now = today(ctx)
  const baseOn = minDay(`${year - 1}-12-31`, now)
  const near = await loadNearest(ctx, unit, minDay(now, `${year}-12-31`))
  const alive = near?.at ?? baseOn
  const last = near && near.closed !== OPEN_END ? addDays(near.closed, -1) : alive
  const treeAt = maxDay(near?.opened ?? alive, minDay(alive, last))
  const question = questionOf({ from: baseOn, asOf: baseOn, indicators: ['members'], treeAt })
  const [sums] = await sumsOf(ctx, [unit], question, { byChild: false })
  return { base: sums?.stocks.members ?? 0, baseOn }
}
