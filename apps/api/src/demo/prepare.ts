import type { RequestContext } from '../context.js'
import { select } from '../database/sql.js'

interface Demonstration {
  loadDemonstration(ctx: RequestContext): Promise<void>
}

const demonstration: string = './load.js'

/** Loads the demonstration data into a database that holds no unit yet; says so, because it takes a while. */
export async function prepareDemonstration(ctx: RequestContext, say: (text: string) => void): Promise<void> {
  const units = await select(ctx, 'SELECT 1 FROM organization LIMIT 1')
  if (units.length > 0) return
  say('Loading the demonstration data …')
  const { loadDemonstration } = (await import(demonstration)) as Demonstration
  await loadDemonstration(ctx)
}
