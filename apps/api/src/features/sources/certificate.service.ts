import { addDays, addMonths, holdingOn, OPEN_END, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loadRules, type RuleFacts } from '../rules/rule.service.js'

async function validity(ctx: RequestContext): Promise<readonly RuleFacts[]> {
  return (await loadRules(ctx)).find(({ code }) => code === 'CERTIFICATE_MONTHS')?.versions ?? []
}

/**
 * Pure: the first day on which a certificate is no longer valid, by the rule that held on the day of its course:
 * 15/1/2020 and 60 months make 15/1/2025. Null where no rule is on record for that day.
 */
export function expiryBy(rules: readonly RuleFacts[], certifiedOn: Day): Day | null {
  const rule = holdingOn(rules, certifiedOn)
  return rule ? addMonths(certifiedOn, rule.value) : null
}

/** The same by the rules on record. */
export async function certificateExpiry(ctx: RequestContext, certifiedOn: Day | null): Promise<Day | null> {
  return certifiedOn === null ? null : expiryBy(await validity(ctx), certifiedOn)
}

/** Days of courses whose certificates are no longer valid on a day: half-open spans, one for each version of the rule. */
export async function certifiedBefore(ctx: RequestContext, day: Day): Promise<Array<{ from: Day; to: Day }>> {
  return (await validity(ctx)).flatMap(({ value, validFrom, validTo }) => {
    const last = lastExpired(value, day)
    const to = last < validTo || validTo === OPEN_END ? last : validTo
    return validFrom < to ? [{ from: validFrom, to }] : []
  })
}

/** The first day of a course whose certificate of so many months is still valid on the day. */
function lastExpired(months: number, day: Day): Day {
  let first = addDays(addMonths(day, -months), -4)
  while (addMonths(first, months) <= day) first = addDays(first, 1)
  return first
}
