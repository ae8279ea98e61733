import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { audited, noteChange, noteRefusal } from '../../audit/audited.js'
import { inTransaction } from '../../database/transaction.js'
import { SeedbedError } from '../../errors/errors.js'
import { refuseUnlessEmpty } from '../ledger/ledger.service.js'
import { concernedBy, settleConcerned } from '../membership/collective-transfer.service.js'
import { tiersOf } from '../organizations/code-list.service.js'
import { endUnits, openTreeDraft, saveTreeDraft } from '../organizations/tree.service.js'
import { personRefs } from '../people/person.service.js'
import {
  findSameContent,
  insertBatch,
  listBatches,
  writeBeforeState,
  type BatchRow,
} from './import-batch.repository.js'
import { importDeclared, importTemplates } from './import-declared.js'
import { importDossiers } from './import-dossiers.js'
import { importDocuments } from './import-documents.js'
import { importGroups } from './import-groups.js'
import { parseLines, type Lines } from './import-lines.js'
import { importBalances, importEvents, importPersons } from './import-people.js'
import { Faults, type ImportReport } from './import-report.js'
import { importSources } from './import-sources.js'
import { importRequirements, importRules, importWorkYears } from './import-rules.js'
import { phasesOf } from './import-phases.js'
import { importReorganization, refuseStrayOperations } from './import-reorganizations.js'
import { importInstallation, importRoundings, importTerms } from './import-settings.js'
import type { BeforeState, ImportRun } from './import-state.js'
import { draftStructure, type DraftedActs } from './import-structure.js'
import { importPlans, importRegistrations, importTargets } from './import-targets.js'
import { UnitCodes } from './unit-codes.js'

export type { BatchRow } from './import-batch.repository.js'
export type { ImportFault, ImportReport } from './import-report.js'

export interface ImportOptions {
  /** Where the lines come from, as shown in the list of imports: the name of a file. */
  source: string
  /** Does everything, reports, and writes nothing. */
  dryRun?: boolean
  /** SHA-256 of the content in hex; computed from the lines if absent. */
  checksum?: string
}

/** Ends the unit of work without writing anything. */
class NothingWritten extends Error {}

/**
 * Imports lines of the import format (objects, or text of one JSON object each) with the rules of the screens, in one
 * unit of work: all of them are stored, marked as backfilled, under a batch by which they can be undone, or none is
 * and every mistake is reported with its line. The same content twice is refused.
 */
export async function importLines(
  ctx: RequestContext,
  lines: Iterable<unknown>,
  options: ImportOptions,
): Promise<ImportReport> {
  const raw = [...lines]
  const { source, dryRun = false } = options
  const operation = {
    name: 'importLines',
    objectKind: 'Import',
    input: { source, dryRun, lines: raw.length },
  }
  return audited(ctx, operation, (inside) => importRaw(inside, raw, options))
}

async function importRaw(
  ctx: RequestContext,
  raw: readonly unknown[],
  options: ImportOptions,
): Promise<ImportReport> {
  const shapes = new Faults()
  const parsed = parseLines(raw, shapes)
  const checksum = options.checksum ?? checksumOf(raw)
  let report: ImportReport | undefined
  try {
    await inTransaction(ctx, async (tx) => {
      const faults = shapes.copy()
      const batch = await importAll(tx, parsed, faults, { ...options, checksum, lines: raw.length })
      const written = faults.all.length === 0 && options.dryRun !== true
      report = {
        batch: written ? batch : null,
        dryRun: options.dryRun === true,
        lines: raw.length,
        counts: parsed.counts(),
        errors: faults.inOrder(),
      }
      noteImport(tx, report)
      if (!written) throw new NothingWritten()
    })
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  if (!report) throw new Error('The import came to no end')
  return report
}

/** One record for the whole import: how many lines of each kind, and how many were refused. */
function noteImport(ctx: RequestContext, { batch, counts, errors }: ImportReport): void {
  const object = batch === null ? {} : { object: { kind: 'Import', id: batch } }
  noteChange(ctx, { ...object, after: { counts, faults: errors.length } })
  if (errors.length > 0) noteRefusal(ctx, 'INVALID_INPUT')
}

/** Imports that were done, the newest first. */
export function listImports(ctx: RequestContext): Promise<BatchRow[]> {
  return listBatches(ctx)
}

function checksumOf(lines: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(typeof line === 'string' ? line : JSON.stringify(line)).update('\n')
  return hash.digest('hex')
}

async function importAll(
  ctx: RequestContext,
  lines: Lines,
  faults: Faults,
  file: { source: string; checksum: string; lines: number },
): Promise<string> {
  const same = await findSameContent(ctx, file.checksum)
  if (same) {
    faults.add(0, sameContent(same))
    return same.uid
  }
  const uid = uuid()
  const batch = await insertBatch(ctx, { uid, ...file, source: file.source.slice(0, 200) })
  const before: BeforeState = {}
  refuseStrayOperations({ lines, faults })
  let persons: ReadonlyMap<string, number> = new Map()
  for (const phase of phasesOf(lines)) {
    const run = await importPhase({ ctx, lines: phase.lines, faults, batch, before }, persons)
    persons = run.persons
    if (faults.all.length > 0) break
    for (const reorganization of phase.reorganizations)
      await importReorganization(run, reorganization, (refs) => personRefs(ctx, refs))
    if (faults.all.length > 0) break
  }
  await writeBeforeState(ctx, batch, JSON.stringify(before))
  return uid
}

/** Imports the lines up to a reorganization: the tree, the records on it, and then the ends of units. */
async function importPhase(
  part: Omit<ImportRun, 'units' | 'documents'>,
  earlier: ReadonlyMap<string, number>,
): Promise<ImportRun & { persons: ReadonlyMap<string, number> }> {
  const { ctx, lines, faults, batch } = part
  const { draft } = await openTreeDraft(ctx, 'ALL')
  const cellTiers = (await tiersOf(ctx)).flatMap(({ code, holdsMembers }) => (holdsMembers ? [code] : []))
  const acts = draftStructure(draft, lines, faults, new Set(cellTiers))
  const drafted = new UnitCodes(draft.units.values())
  let documents: ReadonlyMap<string, number> = new Map()
  const real = await saveTreeDraft(ctx, draft, {
    backfilled: true,
    batch,
    endsLater: true,
    fileDocuments: async (ids) => {
      documents = await importDocuments({ ...part, units: drafted }, (unit) => ids.get(unit) ?? unit)
      return documents
    },
  })
  const units = new UnitCodes(draft.units.values(), real)
  const run = { ...part, units, documents }
  const persons = await importRecords(run, earlier)
  if (faults.all.length === 0) await refuseUnemptied(ctx, acts, real, faults)
  await endUnits(ctx, draft, real)
  if (faults.all.length === 0) {
    const ended = acts.emptied.map(({ unit }) => real.get(unit) ?? unit)
    await settleConcerned(ctx, await concernedBy(ctx, ended))
  }
  return { ...run, persons }
}

async function importRecords(
  run: ImportRun,
  earlier: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  await importGroups(run)
  await importTargets(run)
  await importRegistrations(run)
  await importPlans(run)
  await importDeclared(run)
  await importTemplates(run)
  await importTerms(run)
  await importRoundings(run)
  await importRules(run)
  await importRequirements(run)
  await importWorkYears(run)
  const persons = new Map([...earlier, ...(await importPersons(run))])
  await importBalances(run)
  await importEvents(run, persons)
  await importSources(run, persons)
  await importDossiers(run, persons)
  await importInstallation(run)
  return persons
}

/** A unit that the file ends, or turns into none with members, must be empty once everything is recorded. */
async function refuseUnemptied(
  ctx: RequestContext,
  acts: DraftedActs,
  real: ReadonlyMap<number, number>,
  faults: Faults,
): Promise<void> {
  for (const { line, unit, on } of acts.emptied) {
    try {
      await refuseUnlessEmpty(ctx, real.get(unit) ?? unit, on)
    } catch (error) {
      faults.addThrown(line, error)
    }
  }
}

function sameContent({ uid, importedAt }: BatchRow): SeedbedError {
  return new SeedbedError('CONFLICT', `the same content was imported at ${importedAt} (batch ${uid})`)
}
