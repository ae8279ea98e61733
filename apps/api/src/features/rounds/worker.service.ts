import { LIMITS, reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { accountsHolding } from '../accounts/grant.service.js'
import { changeRound, type RoundRow, type Seen } from './round.service.js'
import { listWorkers, writeWorkers, type WorkerRow } from './round.repository.js'

export type { WorkerRow } from './round.repository.js'

/**
 * Says by user name who works on a round, in place of who did; they then see its papers. Refused: an account that does
 * not exist, is disabled or may inspect nowhere, all answered alike.
 */
export function setWorkers(ctx: RequestContext, read: Seen, userNames: readonly string[]): Promise<RoundRow> {
  return changeRound(ctx, read, async (tx, row) => {
    const wanted = [...new Set(userNames.map((name) => name.trim().toLowerCase()))]
    if (wanted.length > LIMITS.roundWorkers)
      throw invalidInput('userNames', reason('TOO_MANY_AT_ONCE', { limit: LIMITS.roundWorkers }))
    const found = await accountsHolding(tx, 'inspection.run', wanted)
    const missing = wanted.find((name) => !found.has(name))
    if (missing !== undefined) throw invalidInput('userNames', reason('NO_INSPECTOR', { name: missing }))
    await writeWorkers(tx, row.id, [...found.values()])
    return {}
  })
}

/** Who works on a round, by name; many rounds cost one statement. */
export function loadWorkers(ctx: RequestContext, round: number): Promise<WorkerRow[]> {
  return loader<number, WorkerRow[]>(ctx, 'workers of rounds', async (ids) => {
    const rows = groupBy(await listWorkers(ctx, ids), (row) => row.round)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(round)
}
