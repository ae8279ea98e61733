import { CANDIDATE_STAGES, codesOf, daysBetween, type CandidateStage } from '@seedbed/shared'
import { groupBy } from '../../group-by.js'
import type { StageSpan } from './bottleneck.repository.js'

/** The middle of the days that candidates spent in a stage; of an even number the lower of the two. */
export interface StageTime {
  stage: CandidateStage
  median: number
  cases: number
}

/** Pure: the median time in each stage that anybody left, in the order of the stages. */
export function stageTimes(spans: readonly StageSpan[]): StageTime[] {
  const byStage = groupBy(spans, ({ stage }) => stage)
  return codesOf(CANDIDATE_STAGES).flatMap((stage) => {
    const days = (byStage.get(stage) ?? [])
      .map(({ validFrom, validTo, count }) => ({ days: daysBetween(validFrom, validTo), count }))
      .sort((a, b) => a.days - b.days)
    const cases = days.reduce((sum, { count }) => sum + count, 0)
    let seen = 0
    const middle = days.find(({ count }) => (seen += count) * 2 >= cases)
    return middle ? [{ stage, median: middle.days, cases }] : []
  })
}
