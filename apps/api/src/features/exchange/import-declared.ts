import { addDays, OPEN_END } from '@seedbed/shared'
import { addDeclared } from '../declared/declared-figure.service.js'
import { addTemplates } from '../statement/statement-template.service.js'
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

/** Stores the templates of statements of the file; the code of a unit is looked up on their first day. */
export async function importTemplates(run: ImportRun): Promise<void> {
  await storeLines(
    run,
    run.lines.of('statementTemplate'),
    ({ organization: unitCode, template, title, validFrom, validTo, parts }) => {
      const organization =
        unitCode === undefined ? null : unitOf(run, { organization: unitCode, on: validFrom })
      if (organization === undefined) return undefined
      const until = validTo === undefined ? OPEN_END : addDays(validTo, 1)
      return { organization, code: template, title, validFrom, validTo: until, parts }
    },
    (templates) => addTemplates(run.ctx, templates, run.batch),
  )
}
