import type { Day, DossierStepKind, Period, RuleCode } from '@seedbed/shared'
import { groupBy } from '../../group-by.js'
import { inWorkingDays, type Reckoning } from '../due/due.service.js'
import type { QualityStep } from './quality.repository.js'

/** Steps taken in a period whose deadline can be computed, and those taken after it. */
export interface Late {
  made: number
  late: number
}

export type LateKind = 'DECISION' | 'CEREMONY' | 'RECOGNITION_DECISION'

/** Which step meets the deadline, which one it runs from, and the rule by which it may be longer. */
const runs: Record<LateKind, { met: DossierStepKind; from: DossierStepKind; more?: RuleCode }> = {
  DECISION: { met: 'DECISION', from: 'CELL_VOTE', more: 'DECISION_EXTENSION_DAYS' },
  CEREMONY: { met: 'CEREMONY', from: 'DECISION' },
  RECOGNITION_DECISION: {
    ...{ met: 'RECOGNITION', from: 'RECOGNITION_VOTE' },
    more: 'RECOGNITION_EXTENSION_DAYS',
  },
}

function dueDay(steps: readonly QualityStep[], kind: LateKind, met: Day, reckoning: Reckoning): Day | null {
  const { from, more } = runs[kind]
  const of = steps.filter((step) => step.kind === from && step.date <= met)
  const first =
    kind === 'RECOGNITION_DECISION'
      ? of.find(({ outcome }) => outcome !== 'NO')
      : of.findLast(({ outcome }) => outcome === 'YES')
  if (!first) return null
  const since = first.date
  const extended = steps.some((step) => step.kind === 'EXTENSION' && step.date >= since && step.date <= met)
  const longer = extended && more ? (reckoning.rule(more, since)?.value ?? 0) : 0
  return reckoning.of(kind, since, inWorkingDays(since, longer), { variant: String(longer) }).due
}

/** Pure: how many steps that meet a deadline were taken in the period, and how many of them after its last day. */
export function lateSteps(
  steps: readonly QualityStep[],
  kind: LateKind,
  { from, to }: Period,
  reckoning: Reckoning,
): Late {
  const late: Late = { made: 0, late: 0 }
  const meets = ({ kind: taken, outcome, date }: QualityStep) =>
    taken === runs[kind].met && outcome !== 'NO' && date >= from && date <= to
  for (const all of groupBy(steps, ({ dossier }) => dossier).values()) {
    const met = all.findLast(meets)
    const due = met ? dueDay(all, kind, met.date, reckoning) : null
    if (!met || due === null) continue
    late.made += 1
    if (met.date > due) late.late += 1
  }
  return late
}
