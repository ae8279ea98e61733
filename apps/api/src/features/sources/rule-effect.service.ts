import { addMonths, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import type { RulePreview, RuleVersion } from '../rules/rule.type.js'
import { countCertified, countMentored } from './rule-effect.repository.js'

type Versions = readonly Pick<RuleVersion, 'validFrom' | 'validTo' | 'value'>[]

const valueOn = (versions: Versions, day: Day): number | null =>
  versions.find(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo))?.value ?? null

/**
 * Candidates of today for whom a day would be another by a change: certificates that would expire on another day, reviews
 * that would be due on another. Null for a rule that sets no day of a candidate.
 */
export async function candidatesAffected(
  ctx: RequestContext,
  { ruleCode, before, after }: RulePreview,
): Promise<number | null> {
  const now = today(ctx)
  if (ruleCode === 'MENTOR_REVIEW_MONTHS')
    return valueOn(before, now) === valueOn(after, now) ? 0 : countMentored(ctx, now)
  if (ruleCode !== 'CERTIFICATE_MONTHS') return null
  const expiry = (versions: Versions, day: Day) => {
    const months = valueOn(versions, day)
    return months === null ? null : addMonths(day, months)
  }
  const days = await countCertified(ctx, now)
  return days.reduce(
    (sum, { day, count }) => sum + (expiry(before, day) === expiry(after, day) ? 0 : count),
    0,
  )
}
