import { reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { organizationKindsOf, sectorsOf, tiersOf } from '../organizations/code-list.service.js'
import type { NewTarget, TargetChange } from './target-rules.js'

/** A check of the tier, kind and sector that targets name; the lists are read only if any is named. */
export async function refuseUnknownCodes(
  ctx: RequestContext,
  changes: readonly TargetChange[],
): Promise<(facts: NewTarget) => void> {
  const named = changes.some(({ facts }) => facts && (facts.tier ?? facts.unitKind ?? facts.unitSector))
  if (!named) return () => undefined
  const [tiers, kinds, sectors] = await Promise.all([tiersOf(ctx), organizationKindsOf(ctx), sectorsOf(ctx)])
  const codes = (list: ReadonlyArray<{ code: string }>) => new Set(list.map(({ code }) => code))
  const known = { tier: codes(tiers), unitKind: codes(kinds), unitSector: codes(sectors) }
  return (facts) => {
    for (const field of ['tier', 'unitKind', 'unitSector'] as const) {
      const code = facts[field]
      if (code !== null && code !== undefined && !known[field].has(code))
        throw invalidInput(field, reason('UNKNOWN_CODE'))
    }
  }
}
