import type { RequestContext } from '../context.js'
import { SeedbedError } from '../errors/errors.js'
import { importLines, type ImportReport } from '../features/exchange/import.service.js'
import { generateDemonstration } from './generate.js'

/** Name of the batch in the list of imports. */
export const DEMONSTRATION_SOURCE = 'demonstration'

/**
 * Imports the demonstration by the same way as any file: all of it, or nothing and an error that names the first
 * faults. Loading it a second time is refused as the same content.
 */
export async function loadDemonstration(ctx: RequestContext): Promise<ImportReport> {
  const report = await importLines(ctx, generateDemonstration(), { source: DEMONSTRATION_SOURCE })
  if (report.errors.length > 0) {
    const first = report.errors.slice(0, 5).map((fault) => JSON.stringify(fault))
    throw new SeedbedError('CONFLICT', `The demonstration was refused: ${first.join('; ')}`)
  }
  return report
}
