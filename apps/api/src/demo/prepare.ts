import type { RequestContext } from '../context.js'
import { select } from '../database/sql.js'
import { inspectDemonstration } from './inspection.js'
import { loadDemonstration } from './load.js'

/** Loads the demonstration data into a database that holds no unit yet; says so, because it takes a while. */
export async function prepareDemonstration(ctx: RequestContext, say: (text: string) => void): Promise<void> {
  const units = await select(ctx, 'SELECT 1 FROM organization LIMIT 1')
  if (units.length > 0) return
  say('Loading the demonstration data …')
  await loadDemonstration(ctx)
  await inspectDemonstration(ctx)
}
