import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { listOverlaps } from './group.repository.js'

/** A unit is in at most one group of a set on any day. */
export async function checkGroups(ctx: RequestContext): Promise<Finding[]> {
  return (await listOverlaps(ctx)).map(({ organization, from }) => ({
    check: 'GROUPS',
    message: `unit no. ${organization} is in two groups of a set from ${from} on`,
  }))
}
