import { measureColumn, type Day, type MeasureId } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import { lastAdmissionStatement, sumsStatement } from './figures.statement.js'
import type { SumsQuestion } from './sums-question.js'

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
 * Sums of the question's columns by one statement over path, entries and balances: the definition of every figure.
 * Its only caller (sumUp) has found the units in scope; what lies below them is in scope with them.
 */
export async function readSums(
  ctx: RequestContext,
  question: SumsQuestion,
  opened: readonly number[],
  read: typeof select = select,
): Promise<SumsRow[]> {
  const { flows, stocks, before } = question.measures
  const [pickFlows, pickStocks, pickBefore] = [picker('f', flows), picker('s', stocks), picker('b', before)]
  const statement = sumsStatement(question, opened)
  const rows = statement === null ? [] : await read<Row>(ctx, inDialect(ctx, statement))
  return rows.map((row) => ({
    ...{ unit: Number(row.unit), via: Number(row.via), part: Number(row.part) },
    ...{ flows: pickFlows(row), stocks: pickStocks(row), before: pickBefore(row), lastAdmission: null },
    ...(question.handovers ? { handovers: Number(row.handovers ?? 0) } : {}),
  }))
}

/** The last day with an admission of each unit, and child if asked by child, where there is one. */
export async function readLastAdmissions(
  ctx: RequestContext,
  question: SumsQuestion,
): Promise<Array<{ unit: number; via: number; day: Day | null }>> {
  const rows = await select<Row>(ctx, lastAdmissionStatement(question))
  return rows.map((row) => ({
    unit: Number(row.unit),
    via: Number(row.via),
    day: (row.last_date as Day | null) ?? null,
  }))
}
