import { yearOf } from '@seedbed/shared'
import { createContext, type Clock } from '../src/context.js'
import type { Database } from '../src/database/database.js'
import { findOrganization } from '../src/features/organizations/organization.service.js'
import { setTargetsOfFile } from '../src/features/worksheet/target-file.service.js'
import { readTargetTable } from '../src/features/worksheet/target-table.js'
import { TIMES } from './sizes.js'
import type { Forest } from './tree.js'

/** Lines of the files that the command line is measured with. */
const LINES = 12_000

/** The text of a file with a target for each code. */
function fileOf(codes: readonly string[]): string {
  return ['code,target', ...codes.map((code, index) => `${code},${index % 60}`)].join('\n')
}

/**
 * Sets 12,000 targets from the text of files, as the command `targets` does: one file a year with a line for every
 * unit, from next year on.
 */
export async function setFilesOfTargets(database: Database, clock: Clock, forest: Forest): Promise<string> {
  const living = [...forest.units.values()].filter(({ closed }) => closed > TIMES.today)
  const codes = living.map(({ versions }) => versions.at(-1)?.code ?? '')
  const ctx = createContext({ database, clock })
  const unit = await findOrganization(ctx, forest.root.uid, TIMES.today)
  const common = {
    asOf: TIMES.today,
    documentNumber: null,
    reason: 'Bench',
    backfilled: false,
    dryRun: false,
  }
  const started = performance.now()
  let set = 0
  for (let year = yearOf(TIMES.today) + 1; set < LINES; year += 1) {
    const lines = codes.slice(0, LINES - set)
    const report = await setTargetsOfFile(ctx, unit, {
      ...common,
      year,
      rows: readTargetTable(fileOf(lines)).rows,
    })
    if (report.set !== lines.length) throw new Error(`${report.set} of ${lines.length} targets were set`)
    set += report.set
  }
  return `${set} targets from files in ${((performance.now() - started) / 1_000).toFixed(1)} s`
}
