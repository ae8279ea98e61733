import { addDeclared } from '../declared/declared-figure.service.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

/** Stores the declared figures of the file; the code of a unit is looked up on the figure's last day. */
export async function importDeclared(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('declaredFigure'),
    (line) => {
      const organization = unitOf(run, { ...line, on: line.asOf })
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      const { indicator, asOf, from = null, count = null, printedPercentage = null, note = null } = line
      const qualifier = line.qualifier ?? 'EXACTLY'
      return { organization, indicator, from, asOf, count, qualifier, printedPercentage, document, note }
    },
    (figures) => addDeclared(run.ctx, figures, { backfilled: true, batch: run.batch }),
  )
}
