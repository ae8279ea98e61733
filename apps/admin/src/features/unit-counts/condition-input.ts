import type { UnitCondition } from '@seedbed/shared'
import type { FiguresQuestion } from '../../lib/place.js'

/** The question of the page put to the units of some tiers. */
export function conditionInput(
  question: FiguresQuestion,
  tiers: readonly string[],
  condition: UnitCondition,
  years: number,
) {
  return { ...question, tiers: [...tiers], condition, ...(condition === 'NOBODY_FOR_YEARS' ? { years } : {}) }
}
