import type { RequestContext } from '../../context.js'
import { select } from '../../database/sql.js'
import type { Source } from '../ledger/entry.js'

const tables = ['person_event', 'opening_balance'] as const

/** Internal ids of persons that have events, after an id, in order. */
export async function listPersonsWithEvents(
  ctx: RequestContext,
  after: number,
  limit: number,
): Promise<number[]> {
  const rows = await select<{ person: number }>(
    ctx,
    `SELECT DISTINCT person FROM person_event WHERE person > ? ORDER BY person LIMIT ${limit}`,
    [after],
  )
  return rows.map(({ person }) => person)
}

/** Units that have opening balances. */
export async function listUnitsWithBalance(ctx: RequestContext): Promise<number[]> {
  const rows = await select<{ organization: number }>(
    ctx,
    'SELECT DISTINCT organization FROM opening_balance',
  )
  return rows.map(({ organization }) => organization)
}

/** Acts that have entries and do not exist. */
export async function listOrphans(ctx: RequestContext, source: Source): Promise<number[]> {
  const rows = await select<{ event: number }>(
    ctx,
    `SELECT DISTINCT e.event FROM ledger_entry e LEFT JOIN ${tables[source]} a ON a.id = e.event
     WHERE e.source = ${source} AND a.id IS NULL`,
  )
  return rows.map(({ event }) => event)
}
