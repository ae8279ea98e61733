import { measureColumn, type Day, type MeasureId } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { lastAdmissionStatement, sumsStatement, type SumsQuestion } from './figures.statement.js'

/** Whole numbers of one row: by measure, and the last day with an admission. */
export interface Sums {
  flows: Partial<Record<MeasureId, number>>
  stocks: Partial<Record<MeasureId, number>>
  before: Partial<Record<MeasureId, number>>
  lastAdmission: Day | null
  /** The members that a rate is set against, where the question reads them beside; null without a term. */
  base?: Base | null
  /** How many entries hand stock on to heirs, where the question counts them. */
  handovers?: number
}

/** Members on the day of the base, and how a sentence names them if the question cannot. */
export interface Base {
  members: number
  name?: string
}

export interface SumsRow extends Sums {
  unit: number
  /** Child on the way down; 0: directly at the unit, or not by child. */
  via: number
  /** Position of the part of the period; 0 when it is not cut. */
  part: number
}

/** Nothing at all. */
export function noSums(): Sums {
  return { flows: {}, stocks: {}, before: {}, lastAdmission: null }
}

/** Only one engine knows the word that fixes the order of a join; the other reads CROSS JOIN so. */
function inDialect(ctx: RequestContext, sql: string): string {
  return ctx.database.dialect === 'mysql' ? sql : sql.replace(/STRAIGHT_JOIN/gu, 'CROSS JOIN')
}

/** Reads the columns of some measures out of rows. */
function picker(prefix: string, ids: readonly MeasureId[]): (row: Row) => Partial<Record<MeasureId, number>> {
  const columns = ids.map((id) => [id, `${prefix}_${measureColumn(id)}`] as const)
  return (row) => Object.fromEntries(columns.map(([id, column]) => [id, Number(row[column] ?? 0)]))
}

/**
 * The only reader of the ledger: sums of the question's columns, exact to the day, in either perimeter. Units must
 * have been found in scope; what lies below them is in scope with them.
 */
export async function readSums(
  ctx: RequestContext,
  question: SumsQuestion,
  opened: readonly number[],
  withLastAdmission: boolean,
): Promise<SumsRow[]> {
  const rows = new Map<string, SumsRow>()
  const rowOf = (row: Row): SumsRow => {
    const [unit, via, part] = [Number(row.unit), Number(row.via), Number(row.part ?? 0)]
    const key = `${unit}/${via}/${part}`
    const known = rows.get(key) ?? { unit, via, part, ...noSums() }
    rows.set(key, known)
    return known
  }
  const { flows, stocks, before } = question.measures
  const [pickFlows, pickStocks, pickBefore] = [picker('f', flows), picker('s', stocks), picker('b', before)]
  const statement = sumsStatement(question, opened)
  for (const row of statement === null ? [] : await select<Row>(ctx, inDialect(ctx, statement))) {
    const sums = { flows: pickFlows(row), stocks: pickStocks(row), before: pickBefore(row) }
    Object.assign(rowOf(row), sums, question.handovers ? { handovers: Number(row.handovers ?? 0) } : {})
  }
  if (withLastAdmission) {
    for (const row of await select<Row>(ctx, lastAdmissionStatement(question))) {
      rowOf(row).lastAdmission = (row.last_date as Day | null) ?? null
    }
  }
  return [...rows.values()]
}
