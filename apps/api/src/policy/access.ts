import { carries, VERBS, type Role, type Verb } from '@seedbed/shared'
import { EVERYTHING, NOTHING, type Scope } from './scope.js'

/** What somebody may do, and at which units with all that stands below them today. */
export type Access = ReadonlyMap<Verb, Scope>

/** A grant that holds today: a role at a unit (0: at everything), with the level of that unit. */
export interface HeldGrant {
  role: Role
  organization: number
  tier: string
}

const verbs = Object.keys(VERBS) as Verb[]

/** The command line, the start and the system itself: every verb everywhere. */
export const EVERY_ACCESS: Access = new Map(verbs.map((verb) => [verb, EVERYTHING]))

/** Somebody who has not signed in, or whose grants have all ended. */
export const NO_ACCESS: Access = new Map()

/** Where grants together allow a verb, by the policy of packages/shared. */
function reachOf(grants: readonly HeldGrant[], verb: Verb): Scope {
  const holding = grants.filter(({ role, tier }) => carries(role, verb, tier))
  if (holding.some(({ organization }) => organization === 0)) return EVERYTHING
  const organizations = [...new Set(holding.map(({ organization }) => organization))]
  return organizations.length === 0 ? NOTHING : { all: false, organizations }
}

/** What the grants allow. Grants add up; none takes away. */
export function accessOf(grants: readonly HeldGrant[]): Access {
  return new Map(verbs.map((verb) => [verb, reachOf(grants, verb)]))
}
