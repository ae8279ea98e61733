import { type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { notFound } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { groupBy } from '../../group-by.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { targetsOf, type TargetChange } from '../targets/target.service.js'
import { writeTargets } from '../targets/target-writing.service.js'
import { refuseEndedYear, type Assigning } from './assigning.service.js'
import { findDocumentByNumber, listCodedUnits } from './target-file.repository.js'
import type { TableFault, TableRow } from './target-table.js'
import { worksheetDays } from './worksheet-days.js'
import { targetOf } from './worksheet.service.js'

/** Targets of a file, for units anywhere at or below one. */
export interface FileOfTargets extends Assigning {
  year: number
  asOf: Day
  rows: readonly TableRow[]
  /** Number of a document on file at the unit; null: none. */
  documentNumber: string | null
  dryRun: boolean
}

/** What came of a file: how many targets were set, changed and as they were, or every fault. */
export interface FileReport {
  set: number
  changed: number
  same: number
  sum: number
  faults: TableFault[]
}

/** Ends the unit of work without writing anything. */
class NothingWritten extends Error {}

/**
 * Sets the targets of a file, all or none: assigned ones, and of ranges the resolution's. What stands is changed, with
 * a revision. Faults are told by line: an unknown code, a unit twice, what setTarget refuses. A dry run does
 * everything and writes nothing. Refused as a whole: a document that is not on file, a year that has ended (unless
 * backfilled, with a reason).
 */
export async function setTargetsOfFile(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  file: FileOfTargets,
): Promise<FileReport> {
  await refuseUnless(ctx, 'targets.assign', unit.id)
  refuseEndedYear(ctx, file.year, file)
  let report: FileReport | undefined
  try {
    await inTransaction(ctx, async (tx) => {
      report = await write(tx, unit, file)
      if (file.dryRun || report.faults.length > 0) throw new NothingWritten()
    })
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  if (!report) throw new Error('The file came to no end')
  return report
}

async function write(ctx: RequestContext, unit: OrganizationOnDay, file: FileOfTargets): Promise<FileReport> {
  const { year, rows, documentNumber } = file
  const document = documentNumber === null ? null : await findDocumentByNumber(ctx, unit.id, documentNumber)
  if (document === undefined) throw notFound('Document')
  const { treeAt } = worksheetDays(year, file.asOf)
  const ids = new Map((await listCodedUnits(ctx, unit.id, treeAt)).map(({ code, id }) => [code, id]))
  const faults: TableFault[] = []
  const sound = rows.flatMap((row): Array<{ row: TableRow; organization: number }> => {
    const organization = ids.get(row.code)
    if (organization !== undefined) return [{ row, organization }]
    faults.push({ line: row.line, message: `no unit ${row.code} at or below it on ${treeAt}` })
    return []
  })
  const span = { from: year, to: year }
  const standing = groupBy(
    await targetsOf(
      ctx,
      sound.map(({ organization }) => organization),
      span,
    ),
    (row) => row.organization,
  )
  const counts = { set: 0, changed: 0, same: 0, sum: 0 }
  const changes = sound.map(({ row, organization }): TargetChange => {
    const kind = row.amountMax === null ? ('ASSIGNED' as const) : ('RANGE' as const)
    const now = targetOf(standing.get(organization) ?? [], year, kind)
    const note = row.note ?? now?.note ?? null
    const facts = {
      ...{ organization, kind, yearFrom: now?.yearFrom ?? year, yearTo: now?.yearTo ?? year },
      ...{
        amountMin: row.amountMin,
        amountMax: row.amountMax,
        document: document ?? now?.document ?? null,
        note,
      },
    }
    const same = now?.amountMin === row.amountMin && now.amountMax === row.amountMax && now.note === note
    counts[!now ? 'set' : same && now.document === facts.document ? 'same' : 'changed'] += 1
    counts.sum += row.amountMin
    return { facts, existing: now && { uid: now.uid, version: now.version } }
  })
  const recording = { reason: file.reason, ...(file.backfilled ? { backfilled: true } : {}) }
  const { refused } = await writeTargets(ctx, changes, recording)
  for (const [index, error] of refused)
    faults.push({ line: sound[index]?.row.line ?? 0, message: `${error.code} ${error.message}` })
  return { ...counts, faults: faults.sort((a, b) => a.line - b.line) }
}
