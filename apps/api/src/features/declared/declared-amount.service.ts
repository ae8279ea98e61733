import { addDays, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { loadDeclared, type DeclaredRow } from './declared-figure.service.js'

/** A number of persons as stated. Of several that stand, an exact one before others, then the one recorded last. */
function statedLast(rows: readonly DeclaredRow[]): DeclaredRow | undefined {
  const exact = rows.filter(({ qualifier }) => qualifier === 'EXACTLY')
  return (exact.length > 0 ? exact : rows).at(-1)
}

/**
 * The number of persons that was declared of a unit for exactly these days, or null. A number of one day is looked
 * up by `asOf`; the members at the start of a period are also those declared for the day before it.
 */
export async function declaredAmount(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  indicator: string,
  { from, asOf }: { from: Day; asOf: Day },
): Promise<number | null> {
  const standing = (await loadDeclared(ctx, unit.id)).filter(({ correctedOn }) => correctedOn === null)
  const own = standing.filter(
    (row) => row.indicator === indicator && row.asOf === asOf && (row.from === null || row.from === from),
  )
  const before = standing.filter(
    (row) => indicator === 'membersAtStart' && row.indicator === 'members' && row.asOf === addDays(from, -1),
  )
  return (statedLast(own) ?? statedLast(before))?.count ?? null
}
