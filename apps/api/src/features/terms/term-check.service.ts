import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { listFaultyTerms } from './term.repository.js'

/** A unit is in at most one term on any day, and every term has days. */
export async function checkTerms(ctx: RequestContext): Promise<Finding[]> {
  return (await listFaultyTerms(ctx)).map(({ organization, from }) => ({
    check: 'TERMS',
    message: `unit no. ${organization} has a term from ${from} on that overlaps another or has no days`,
  }))
}
