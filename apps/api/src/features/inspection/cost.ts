import { reason, type OrganizationQuery, type Reason } from '@seedbed/shared'
import { reasonText } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import { comparisonsIn, readingsOf, yearsRead } from './readings.js'

/** Units times the years that are read of each; beyond it nothing runs. About ten seconds on a small machine. */
export const MOST_QUERY_COST = 600_000

/** What a question costs over so many units. */
export function costOf(query: OrganizationQuery, units: number): number {
  return units * yearsRead(readingsOf(query), query.knownOn ?? null)
}

/** What would make a question lighter, the surest first. */
function lighter(query: OrganizationQuery): Reason {
  const running = comparisonsIn(query.where).some(({ years }) => (years ?? 1) > 1)
  if ((query.tiers ?? []).length !== 1) return reason('LIGHTER_TIERS')
  return running ? reason('LIGHTER_YEARS') : reason('LIGHTER_SCOPE')
}

/** Refuses (TOO_COMPLEX) a question that would cost too much, with what would make it lighter. */
export function refuseHeavy(query: OrganizationQuery, cost: number): void {
  if (cost <= MOST_QUERY_COST) return
  const why = reason('QUERY_TOO_HEAVY', { cost, limit: MOST_QUERY_COST, lighter: lighter(query) })
  throw new SeedbedError('TOO_COMPLEX', reasonText(why, 'en'), { reason: why })
}
