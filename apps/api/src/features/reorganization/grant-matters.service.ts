import { reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { toRefusal } from '../../graphql/refusal.js'
import { groupBy } from '../../group-by.js'
import { tierIn, type Outcome } from './apply.service.js'
import { planGrants } from './beside.service.js'
import type { PlanRow } from './plan.repository.js'
import type { OpenMatter } from './rehearsal.type.js'

/**
 * Grants at the units that end: how many accounts go on at which successor with the same role, and how many grants
 * end with the unit; also where the reorganization cannot be carried out.
 */
export async function grantsOfPlan(
  tx: RequestContext,
  plan: PlanRow,
  outcome: Outcome,
  nameOf: (id: number) => string,
): Promise<OpenMatter[]> {
  const tierOf = (unit: number) => tierIn(outcome, unit, plan.effectiveOn)
  const { outcomes } = outcome.grants ?? (await planGrants(tx, outcome.ended, plan.effectiveOn, tierOf))
  const alike = groupBy(outcomes, ({ grant, successor }) => `${grant.organization} ${successor ?? ''}`)
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { successor } = first
    const says = successor === null ? reason('GRANTS_END') : reason('GRANTS_GO', { name: nameOf(successor) })
    return [
      {
        kind: 'GRANTS',
        name: nameOf(first.grant.organization),
        count: same.length,
        says: toRefusal('CONFLICT', says),
      },
    ]
  })
}
