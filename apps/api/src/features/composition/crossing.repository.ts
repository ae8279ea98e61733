import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { crossingStatement, type Crossing } from './crossing.statement.js'

/** One group of a crossing: persons, those of them on probation, and their years of age or membership together. */
export interface CrossSum {
  row: string
  column: string
  count: number
  probationary: number
  years: number
}

/**
 * Reads a crossing: one statement over the ledger, whatever the attributes. Its only caller (crossingOf) has
 * found the unit in scope; what lies below it is in scope with it. `opened` are the years that have entries.
 */
export async function readCrossing(
  ctx: RequestContext,
  crossing: Crossing,
  opened: readonly number[],
): Promise<CrossSum[]> {
  const statement = crossingStatement(crossing, opened, ctx.database.dialect)
  const rows = statement === null ? [] : await select<Row>(ctx, statement)
  return rows.map((row) => ({
    row: String(row.row_code),
    column: String(row.column_code),
    count: Number(row.n),
    probationary: Number(row.probationary),
    years: Number(row.years),
  }))
}
