import { audited, noteChange } from '../../audit/audited.js'
import type { RequestContext } from '../../context.js'
import { inSnapshot } from '../../database/snapshot.js'
import { inTransaction } from '../../database/transaction.js'
import type { Finding } from '../../finding.js'
import { checkEvidence } from '../inspection/evidence-check.service.js'
import { checkGroups } from '../groups/group-check.service.js'
import { checkLedger } from '../ledger/ledger-check.service.js'
import { checkHistories } from '../membership/history-check.service.js'
import { checkTree } from '../organizations/tree-check.service.js'
import { checkTerms } from '../terms/term-check.service.js'

export type { Finding } from '../../finding.js'

/**
 * Recomputes from nothing what can be recomputed: the closure from versions, entries from every person's history,
 * balances and days with admissions from entries, checksums of evidence from what is kept of it. Answers every difference as of
 * one moment; none means all is well. With `rebuild`
 * the differences are put right, in one unit of work; versions, codes, groups and evidence are never changed.
 */
export async function verify(ctx: RequestContext, options: { rebuild?: boolean } = {}): Promise<Finding[]> {
  if (options.rebuild) return audited(ctx, { name: 'rebuild' }, rebuild)
  return inSnapshot(ctx, (reading) => checkAll(reading, false))
}

function rebuild(ctx: RequestContext): Promise<Finding[]> {
  return inTransaction(ctx, async (tx) => {
    const found = await checkAll(tx, true)
    noteChange(tx, { after: { differences: found.length } })
    return found
  })
}

async function checkAll(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  return [
    ...(await checkTree(ctx, rebuild)),
    ...(await checkGroups(ctx)),
    ...(await checkTerms(ctx)),
    ...(await checkHistories(ctx, rebuild)),
    ...(await checkLedger(ctx, rebuild)),
    ...(await checkEvidence(ctx)),
  ]
}
