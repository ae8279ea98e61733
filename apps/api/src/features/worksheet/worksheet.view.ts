import { percentOf } from '../figures/figure.js'
import { toOrganization } from '../organizations/organization.view.js'
import { toTarget } from '../targets/target.view.js'
import type { PlanWithLines } from './plan.service.js'
import type { Worksheet } from './worksheet.service.js'
import type { TargetPlan, TargetWorksheet } from './worksheet.type.js'

/** A plan as the API shows it. */
export function toPlan({ lines, uid, document, ...plan }: PlanWithLines): TargetPlan {
  const amounts = [...lines.values()].map(({ amount }) => amount)
  return {
    ...plan,
    id: uid,
    documentKey: document,
    units: amounts.length,
    total: amounts.reduce((sum, amount) => sum + amount, 0),
  }
}

/** Completion of all rows together, from their sums; null before last year. */
function lastCompletionOf(
  rows: Worksheet['rows'],
  { lastTo, rounding }: Pick<Worksheet, 'lastTo' | 'rounding'>,
) {
  if (lastTo === null) return null
  const sum = (of: (row: Worksheet['rows'][number]) => number | null) => {
    const known = rows.map(of).filter((one) => one !== null)
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
  }
  return percentOf(
    'completion',
    sum((row) => row.lastAdmitted),
    sum((row) => row.lastTarget),
    rounding,
  )
}

/** A worksheet as the API shows it, with what is allotted and what is left. */
export function toWorksheet({ rows, plans, unit: _unit, ownTarget, ...sheet }: Worksheet): TargetWorksheet {
  const set = rows.flatMap(({ target }) => target ?? [])
  const allotted = set.reduce((sum, { amountMin }) => sum + amountMin, 0)
  return {
    ...sheet,
    allotted,
    lastCompletion: lastCompletionOf(rows, sheet),
    left: sheet.assigned === null ? null : sheet.assigned - allotted,
    unitsDone: set.length,
    ownTarget: ownTarget && toTarget(ownTarget),
    plans: plans.map(toPlan),
    rows: rows.map(({ organization, target, ...row }) => ({
      ...row,
      organization: toOrganization(organization),
      target: target && toTarget(target),
    })),
  }
}
