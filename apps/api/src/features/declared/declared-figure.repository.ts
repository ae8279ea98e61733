import type { Day, DeclaredQualifier } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
  type Row,
} from '../../database/sql.js'

/** A figure as an office states it: of a period with both days inclusive, or of one day (from is null). */
export interface DeclaredFacts {
  organization: number
  indicator: string
  from: Day | null
  asOf: Day
  /** Whole; of a percentage its numerator, null when only the percentage was printed. */
  count: number | null
  qualifier: DeclaredQualifier
  /** As printed, "146,6"; null for a number of persons. */
  printedPercentage: string | null
  document: number | null
  note: string | null
}

export interface DeclaredRow extends DeclaredFacts {
  id: number
  uid: string
  version: number
  backfilled: boolean
  correctedOn: Day | null
  correctionReason: string | null
}

const columns = `id, uid, organization, indicator, from_day AS fromDay, as_of AS asOf, amount, qualifier,
  printed_percentage AS printedPercentage, document, note, backfilled, version, corrected_on AS correctedOn,
  correction_reason AS correctionReason`

function toRow({ fromDay, amount, backfilled, ...row }: Row): DeclaredRow {
  const count = amount === null ? null : Number(amount)
  return { ...row, from: fromDay, count, backfilled: Number(backfilled) === 1 } as DeclaredRow
}

/** Stores declared figures and answers their internal ids in the same order. */
export function insertDeclared(
  ctx: RequestContext,
  figures: ReadonlyArray<DeclaredFacts & { uid: string }>,
  origin: { backfilled: boolean; batch: number | null },
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'declared_figure',
    figures.map((facts) => ({
      uid: facts.uid,
      organization: facts.organization,
      indicator: facts.indicator,
      from_day: facts.from,
      as_of: facts.asOf,
      amount: facts.count,
      qualifier: facts.qualifier,
      printed_percentage: facts.printedPercentage,
      document: facts.document,
      note: facts.note,
      backfilled: origin.backfilled ? 1 : 0,
      recorded_at: ctx.clock.now().toISOString(),
      version: 1,
      batch: origin.batch,
    })),
  )
}

/** Declared figures of units, the latest day first, corrected ones included. */
export async function listDeclared(
  ctx: RequestContext,
  organizations: readonly number[],
): Promise<DeclaredRow[]> {
  const rows = await inChunks([...organizations], (chunk) =>
    select<Row>(
      ctx,
      `SELECT ${columns} FROM declared_figure WHERE organization IN (${marks(chunk)}) ORDER BY as_of DESC, id`,
      chunk,
    ),
  )
  return rows.map(toRow)
}

/** The declared figure of that outer id. */
export async function findDeclared(ctx: RequestContext, uid: string): Promise<DeclaredRow | undefined> {
  const row = await rowByUid<Row & { uid: unknown }>(ctx, 'declared_figure', columns, uid)
  return row && toRow(row)
}

/** Marks it as corrected: it stands no longer. Leaves a row that changed meanwhile as it is. */
export async function markDeclaredCorrected(
  ctx: RequestContext,
  row: DeclaredRow,
  correction: { on: Day; reason: string },
): Promise<void> {
  await execute(
    ctx,
    'UPDATE declared_figure SET corrected_on = ?, correction_reason = ?, version = version + 1 WHERE id = ? AND version = ?',
    [correction.on, correction.reason, row.id, row.version],
  )
}

/** Keeps declared figures of the units from changing until the unit of work ends. */
export async function lockDeclaredOf(ctx: RequestContext, organizations: readonly number[]): Promise<void> {
  await inChunks(
    [...organizations].sort((a, b) => a - b),
    (chunk) =>
      select(
        ctx,
        `SELECT id FROM organization WHERE id IN (${marks(chunk)}) ORDER BY id${forUpdate(ctx)}`,
        chunk,
      ),
  )
}
