import { AWAITING_ANSWER, isDay, reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { countStanding, type StandingCount } from './finding.repository.js'

/** How findings stand at the end of a day for which a unit or one below it is responsible; withdrawn ones are none. */
export interface FindingCountsOf {
  praise: number
  shortcomings: number
  suspectedViolations: number
  /** Of the shortcomings and suspected violations: an answer is awaited; of these the day for it has passed. */
  awaited: number
  overdue: number
  /** Answered or re-checked, and not closed. */
  answered: number
  closed: number
}

function countsOf(rows: readonly StandingCount[]): FindingCountsOf {
  const sum = (holds: (row: StandingCount) => boolean) =>
    rows.filter((row) => row.state !== 'WITHDRAWN' && holds(row)).reduce((n, row) => n + Number(row.n), 0)
  return {
    praise: sum(({ kind }) => kind === 'PRAISE'),
    shortcomings: sum(({ kind }) => kind === 'SHORTCOMING'),
    suspectedViolations: sum(({ kind }) => kind === 'SUSPECTED_VIOLATION'),
    awaited: sum(({ state }) => AWAITING_ANSWER.includes(state)),
    overdue: sum(({ overdue }) => Number(overdue) === 1),
    answered: sum(({ state }) => state === 'ANSWERED' || state === 'RECHECKED'),
    closed: sum(({ kind, state }) => kind !== 'PRAISE' && state === 'CLOSED'),
  }
}

/**
 * How the findings that the viewer may see stand at the end of a day: each counts at its responsible unit and at all
 * above it by the tree of that day. Many units cost one statement.
 */
export function loadFindingCounts(ctx: RequestContext, unit: number, on: Day): Promise<FindingCountsOf> {
  if (!isDay(on)) return Promise.reject(invalidInput('on', reason('NOT_A_DAY')))
  return loader<number, FindingCountsOf>(ctx, `findings on ${on}`, async (ids) => {
    const rows = groupBy(await countStanding(ctx, ids, on), (row) => Number(row.unit))
    return ids.map((id) => countsOf(rows.get(id) ?? []))
  }).load(unit)
}
