import type { RequestContext } from '../../context.js'
import { SeedbedError } from '../../errors/errors.js'
import { addDocuments, documentRefs } from '../documents/document.service.js'
import type { Lines } from './import-lines.js'
import type { Faults } from './import-report.js'
import { storeLines, unitOf } from './import-state.js'
import type { UnitCodes } from './unit-codes.js'

/**
 * Files the documents of the file; answers the internal ids of all documents that its lines name, also of those
 * filed before. Acts that name an unknown document are refused here, since they are stored with the tree.
 */
export async function importDocuments(
  run: { ctx: RequestContext; lines: Lines; faults: Faults; units: UnitCodes; batch: number },
  realId: (unit: number) => number,
): Promise<Map<string, number>> {
  const { ctx, lines, faults, batch } = run
  const filed = lines.of('document')
  const ids = await storeLines(
    run,
    filed,
    (line) => {
      const unit = unitOf(run, line)
      if (unit === undefined) return undefined
      const { ref, number, title, issuer = null, signedOn = null, note = null } = line
      return { ref, facts: { organization: realId(unit), number, title, issuer, signedOn, note } }
    },
    (items) => addDocuments(ctx, items, batch),
  )
  const named = lines.all.flatMap(({ data }) => ('document' in data ? (data.document ?? []) : []))
  const known = await documentRefs(ctx, [...new Set(named)])
  for (const [{ data }, id] of ids) known.set(data.ref, id)
  for (const { line, data } of lines.of('establish', 'rename', 'reclassify', 'move', 'dissolve')) {
    const ref = data.document
    if (ref === undefined || known.has(ref) || faults.refs.has(ref)) continue
    faults.add(line, unknownDocument(ref))
  }
  return known
}

function unknownDocument(ref: string): SeedbedError {
  const reason = `no document ${ref}`
  return new SeedbedError('NOT_FOUND', `document: ${reason}`, { fields: { document: reason } })
}
