import { addDays, reason } from '@seedbed/shared'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { documentRefs } from '../documents/document.service.js'
import {
  draftImported,
  importedOperations,
  type ImportedOperation,
} from '../reorganization/imported-plan.service.js'
import type { OperationInput } from '../reorganization/plan.input.js'
import type { LineOf, Numbered } from './import-lines.js'
import type { ReorganizationLines } from './import-phases.js'
import { documentOf as documentIn, type ImportRun } from './import-state.js'

/** Operations that name a reorganization which the file does not have. */
export function refuseStrayOperations(run: Pick<ImportRun, 'lines' | 'faults'>): void {
  const refs = new Set(run.lines.of('reorganization').map(({ data }) => data.ref))
  for (const { line, data } of run.lines.of('operation')) {
    if (refs.has(data.reorganization) || run.faults.refs.has(data.reorganization)) continue
    run.faults.add(line, conflict(reason('NO_SUCH_REF', { ref: data.reorganization })))
  }
}

function inputOf({ data }: Numbered<LineOf<'operation'>>): OperationInput {
  const { type: _type, reorganization: _reorganization, successors, ...input } = data
  return {
    ...input,
    successors: (successors ?? []).map(({ persons: _persons, ...successor }) => successor),
  } as OperationInput
}

/**
 * Puts a reorganization of a file on record, and applies it unless it is a draft. What is wrong with an operation is
 * told at its line.
 */
export async function importReorganization(
  run: ImportRun,
  { header, operations }: ReorganizationLines,
  persons: (refs: readonly string[]) => Promise<Map<string, number>>,
): Promise<void> {
  const { ctx, faults, batch } = run
  const { data } = header
  try {
    const eve = addDays(data.on, -1)
    const facts = {
      organization: run.units.find(data.organization, eve),
      title: data.title,
      decisionNumber: data.decisionNumber ?? null,
      signatory: data.signatory ?? null,
      signedOn: data.signedOn ?? null,
      effectiveOn: data.on,
      targetRule: data.targetRule ?? 'SUM',
      document: data.document === undefined ? null : await documentOf(run, data.document),
      note: data.note ?? null,
    }
    const inputs = await Promise.all(operations.map((line) => importedOf(line, persons)))
    const lineOf = (index: number) => operations[index]?.line ?? header.line
    const read = await importedOperations(ctx, inputs, data.on)
    for (const { index, error } of read.faults) faults.add(lineOf(index), error)
    if (read.faults.length > 0) return
    for (const fault of await draftImported(ctx, facts, read.operations, {
      batch,
      apply: data.apply !== false,
    }))
      faults.add(fault.position === null ? header.line : lineOf(fault.position - 1), fault.error)
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
    faults.add(header.line, error)
  }
}

async function importedOf(
  line: Numbered<LineOf<'operation'>>,
  persons: (refs: readonly string[]) => Promise<Map<string, number>>,
): Promise<ImportedOperation> {
  const { successors = [] } = line.data
  const ids = await persons(successors.flatMap(({ persons: refs }) => refs ?? []))
  const assigned = successors.flatMap(({ persons: refs = [] }, successor) =>
    refs.flatMap((ref) => {
      const person = ids.get(ref)
      return person === undefined ? [] : [{ person, successor }]
    }),
  )
  return { input: inputOf(line), assigned }
}

/** The document, whichever part of the file or earlier file brought it. */
async function documentOf(run: ImportRun, ref: string): Promise<number | null> {
  const documents = await documentRefs(run.ctx, [ref])
  return documentIn({ faults: run.faults, documents }, ref) ?? null
}
