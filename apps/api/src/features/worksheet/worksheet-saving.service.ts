import { LIMITS, reason, targetKindRule, type Day, type TargetKind } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  invalidInput,
  refuseLonger,
  SeedbedError,
  type RowFault,
  type RowState,
} from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { groupBy } from '../../group-by.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { targetsOf, type TargetChange, type TargetRow } from '../targets/target.service.js'
import { writeTargets } from '../targets/target-writing.service.js'
import {
  assignable,
  documentFor,
  refusalsOf,
  refuseEndedYear,
  type Assigning,
  type DocumentChoice,
} from './assigning.service.js'
import { changedRow, refuseRows, rowFault } from './row-faults.js'
import { isSetHere, isWorksheetKind, targetOf } from './worksheet.service.js'

/** What is typed into one row: null takes the target away. `targetId` and `version` as they were read, if there was one. */
export interface SavedRow {
  organizationId: string
  amountMin: number | null
  amountMax: number | null
  note: string | null
  targetId: string | null
  version: number | null
}

/** A worksheet to be saved: all of its rows or none. */
export interface WorksheetSaving extends DocumentChoice, Assigning {
  year: number
  /** Last year of targets that are for several; new ones only. */
  yearTo: number | null
  kind: TargetKind
  asOf: Day
  rows: readonly SavedRow[]
}

function refuseSaving(ctx: RequestContext, saving: WorksheetSaving): void {
  const { kind, rows, year, yearTo } = saving
  if (!isWorksheetKind(kind)) throw invalidInput('kind', reason('SPAN_OF_KIND'))
  if (rows.length === 0) throw invalidInput('rows', reason('NO_ROWS'))
  if (rows.length > LIMITS.worksheetRows)
    throw new SeedbedError('TOO_COMPLEX', `At most ${LIMITS.worksheetRows} units in one worksheet`)
  if (targetKindRule(kind).years === 'ONE' && yearTo !== null && yearTo !== year)
    throw invalidInput('yearTo', reason('ONE_YEAR_ONLY'))
  refuseLonger('reason', saving.reason, LIMITS.noteLength)
  refuseEndedYear(ctx, year, saving)
}

/**
 * Saves the rows of a worksheet with one document and one reason: all of them, or none and every fault by row. Each
 * row carries the version that was read: where someone else has changed it since, the refusal (CONFLICT) tells what
 * stands there now. Refused besides: a unit that neither stands directly below nor is the one that sets a target for itself, a row twice, what setTarget refuses,
 * a year that has ended (unless backfilled, with a reason). Parts that exceed the whole are not refused.
 */
export function saveWorksheet(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  saving: WorksheetSaving,
): Promise<void> {
  refuseSaving(ctx, saving)
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'targets.assign', unit.id)
    const children = await assignable(tx, unit, saving.year, saving.asOf)
    const seen = new Set<string>()
    const units = new Map<number, OrganizationOnDay>()
    const strange = refusalsOf(saving.rows, ({ organizationId }, index) => {
      const isOwn = organizationId === unit.uid && isSetHere(unit, saving.kind)
      units.set(index, isOwn ? unit : children.find(organizationId))
      if (seen.has(organizationId)) throw invalidInput('organizationId', reason('ROW_TWICE'))
      seen.add(organizationId)
    })
    refuseRows([...strange].map(([index, error]) => faultOf(saving.rows, index, error)))
    const document = await documentFor(tx, unit.id, saving)
    await saveRows(tx, saving, units, document)
  })
}

const faultOf = (rows: readonly SavedRow[], index: number, error: SeedbedError, theirs?: RowState | null) =>
  rowFault(rows[index]?.organizationId ?? '', error, theirs)

async function saveRows(
  ctx: RequestContext,
  saving: WorksheetSaving,
  units: ReadonlyMap<number, OrganizationOnDay>,
  document: number | null,
): Promise<void> {
  const ids = [...units.values()].map(({ id }) => id)
  const before = groupBy(await targetsOf(ctx, ids, { from: saving.year, to: saving.year }), targetsUnit)
  const kept = new Map<number, number>()
  const changes: TargetChange[] = []
  saving.rows.forEach((row, index) => {
    const id = units.get(index)?.id ?? 0
    const standing = targetOf(before.get(id) ?? [], saving.year, saving.kind)
    const change = changeOf(row, id, saving, document, standing)
    if (!change) return
    kept.set(changes.length, index)
    changes.push(change)
  })
  const recording = { reason: saving.reason, ...(saving.backfilled ? { backfilled: true } : {}) }
  const { refused } = await writeTargets(ctx, changes, recording)
  if (refused.size === 0) return
  const now = groupBy(await targetsOf(ctx, ids, { from: saving.year, to: saving.year }), targetsUnit)
  const faults = [...refused].map(([position, error]): RowFault => {
    const index = kept.get(position) ?? 0
    const row = saving.rows[index] as SavedRow
    const standing = targetOf(now.get(units.get(index)?.id ?? 0) ?? [], saving.year, saving.kind)
    return isChanged(error, row, standing)
      ? changedRow(row.organizationId, stateOf(standing))
      : faultOf(saving.rows, index, error)
  })
  refuseRows(faults)
}

const targetsUnit = ({ organization }: TargetRow) => organization

/** Someone else set, changed or removed what the row was read from. */
function isChanged(error: SeedbedError, row: SavedRow, standing: TargetRow | null): boolean {
  if (error.code !== 'CONFLICT' && error.code !== 'NOT_FOUND') return false
  return (standing?.uid ?? null) !== row.targetId || (standing?.version ?? null) !== row.version
}

function stateOf(row: TargetRow | null): RowState | null {
  if (!row) return null
  return {
    id: row.uid,
    version: row.version,
    amountMin: row.amountMin,
    amountMax: row.amountMax,
    note: row.note,
  }
}

/** An existing target keeps its years, and its document where none is chosen; an empty row without target changes nothing. */
function changeOf(
  row: SavedRow,
  organization: number,
  { kind, year, yearTo }: WorksheetSaving,
  document: number | null,
  standing: TargetRow | null,
): TargetChange | null {
  const existing = row.targetId === null ? null : { uid: row.targetId, version: row.version ?? 0 }
  if (row.amountMin === null) return existing && { facts: null, organization, existing }
  const years = { yearFrom: year, yearTo: targetKindRule(kind).years === 'ONE' ? year : (yearTo ?? year) }
  const kept = existing && standing?.uid === existing.uid ? standing : null
  const facts = {
    ...{ organization, kind, ...years },
    ...(kept ? { yearFrom: kept.yearFrom, yearTo: kept.yearTo } : {}),
    ...{ amountMin: row.amountMin, amountMax: row.amountMax, note: row.note },
    document: document ?? kept?.document ?? null,
  }
  return { facts, existing }
}
