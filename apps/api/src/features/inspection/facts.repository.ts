import { ADMISSION_TARGET_KINDS, yearOf, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inChunks, marks, select } from '../../database/sql.js'
import { within, type Days } from './days.js'

/** Units whose target of a year of the period was raised (1) or lowered (−1) by what was recorded after a day. */
export async function listTargetsChanged(
  ctx: RequestContext,
  units: readonly number[],
  { from, asOf }: Days,
  after: Day,
  sign: 1 | -1,
): Promise<number[]> {
  const rows = await inChunks(units, (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT DISTINCT t.organization AS id FROM target t JOIN target_revision r ON r.target = t.id
       JOIN target_revision b ON b.target = r.target AND b.number = r.number - 1
       WHERE t.organization IN (${marks(chunk)}) AND t.kind IN (${marks(ADMISSION_TARGET_KINDS)})
         AND t.removed = 0 AND t.year_from <= ? AND t.year_to >= ? AND r.removed = 0 AND b.removed = 0
         AND r.backfilled = 0 AND r.recorded_at >= ? AND r.amount_min ${sign === 1 ? '>' : '<'} b.amount_min`,
      [...chunk, ...ADMISSION_TARGET_KINDS, yearOf(asOf), yearOf(from), afterDay(after)],
    ),
  )
  return rows.map(({ id }) => Number(id))
}

/** The first instant after a day in Viet Nam, as instants are kept. */
function afterDay(day: Day): string {
  return `${day}T17:00:00.000Z`
}

/** The living units directly below each of some units on a day. */
export async function listChildrenOf(
  ctx: RequestContext,
  units: readonly number[],
  day: Day,
): Promise<Array<{ unit: number; child: number }>> {
  const rows = await inChunks(units, (chunk) =>
    select<{ unit: number; child: number }>(
      ctx,
      `SELECT p.ancestor AS unit, p.descendant AS child FROM organization_path p
       JOIN organization o ON o.id = p.descendant
       WHERE p.ancestor IN (${marks(chunk)}) AND p.depth = 1 AND ${within('p')} AND o.closed > ?`,
      [...chunk, day, day, day],
    ),
  )
  return rows.map(({ unit, child }) => ({ unit: Number(unit), child: Number(child) }))
}

/** A number of persons that an office states firmly. */
export interface Declared {
  organization: number
  indicator: string
  amount: number
}

/** What was declared of some units for exactly these days; of several the one recorded last. */
export async function listDeclaredFor(
  ctx: RequestContext,
  units: readonly number[],
  { from, asOf }: Days,
): Promise<Declared[]> {
  const rows = await inChunks(units, (chunk) =>
    select<Declared>(
      ctx,
      `SELECT d.organization, d.indicator, d.amount FROM declared_figure d
       WHERE d.organization IN (${marks(chunk)}) AND d.as_of = ? AND (d.from_day IS NULL OR d.from_day = ?)
         AND d.amount IS NOT NULL AND d.qualifier = 'EXACTLY' AND d.corrected_on IS NULL ORDER BY d.id`,
      [...chunk, asOf, from],
    ),
  )
  const last = new Map(rows.map((row) => [`${row.organization} ${row.indicator}`, row]))
  return [...last.values()].map((row) => ({
    ...row,
    organization: Number(row.organization),
    amount: Number(row.amount),
  }))
}

/**
 * Ended units with something dated after their end: events that were recorded there and had to be counted at the
 * heir, entries, declared figures, or targets of a later year.
 */
export async function listEndedWithFigures(ctx: RequestContext, units: readonly number[]): Promise<number[]> {
  const rows = await inChunks(units, (chunk) =>
    select<{ id: number }>(
      ctx,
      `SELECT o.id FROM organization o WHERE o.id IN (${marks(chunk)}) AND o.closed < '9999-12-31' AND (
         EXISTS (SELECT 1 FROM rehomed_event h WHERE h.organization = o.id OR h.to_organization = o.id)
         OR EXISTS (SELECT 1 FROM ledger_entry e WHERE e.organization = o.id AND e.reorganization = 0 AND e.date >= o.closed)
         OR EXISTS (SELECT 1 FROM declared_figure d WHERE d.organization = o.id AND d.corrected_on IS NULL AND d.as_of >= o.closed)
         OR EXISTS (SELECT 1 FROM target t WHERE t.organization = o.id AND t.removed = 0
           AND t.year_from > ${ctx.database.dialect === 'mysql' ? 'YEAR(o.closed)' : "CAST(strftime('%Y', o.closed) AS INTEGER)"}))`,
      [...chunk],
    ),
  )
  return rows.map(({ id }) => Number(id))
}
