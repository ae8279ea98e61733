import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { entriesAreCurrent, entriesAreOutdated } from '../installation/installation.service.js'
import { lockLedger } from '../ledger/ledger.service.js'
import { checkHistories } from '../membership/history-check.service.js'

/**
 * Posts what every person's history amounts to by the rules of this version, if entries of an earlier one are kept:
 * a migration says so. Answers whether there was something to do. In one unit of work, once, however many instances
 * start at the same time.
 */
export async function expressAnew(ctx: RequestContext): Promise<boolean> {
  if (!(await entriesAreOutdated(ctx))) return false
  return inTransaction(ctx, async (tx) => {
    await lockLedger(tx)
    if (!(await entriesAreOutdated(tx))) return false
    await checkHistories(tx, true)
    await entriesAreCurrent(tx)
    return true
  })
}
