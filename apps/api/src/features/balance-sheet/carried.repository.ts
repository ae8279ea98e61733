import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import {
  crossedStatement,
  carriedStatement,
  carriedUnitsStatement,
  handoversStatement,
  type BorderQuestion,
} from './carried.statement.js'

/** Members that came (side 1) or went (side −1) over the border of a unit. */
export interface Carried {
  unit: number
  side: 1 | -1
  members: number
}

/** The same of one cell, with a unit that crossed on that day with the cell below it, and how far above it stood. */
export interface CarriedCell extends Carried {
  cell: number
  day: Day
  moved: number
  height: number
}

async function read(ctx: RequestContext, statement: string | null): Promise<Row[]> {
  if (statement === null) return []
  const mysql = ctx.database.dialect === 'mysql'
  return select<Row>(ctx, mysql ? statement : statement.replace(/STRAIGHT_JOIN/gu, 'CROSS JOIN'))
}

const toCarried = (row: Row): Carried => ({
  unit: Number(row.unit),
  side: Number(row.side) === 1 ? 1 : -1,
  members: Number(row.members),
})

/** Whether any unit came below one of these or left it in the period; one statement. */
export async function isCrossed(ctx: RequestContext, question: BorderQuestion): Promise<boolean> {
  return (await read(ctx, crossedStatement(question))).length > 0
}

/** What the units that crossed the borders in the period carried, by border and side; one statement. */
export async function sumCarried(
  ctx: RequestContext,
  question: BorderQuestion,
  opened: readonly number[],
): Promise<Carried[]> {
  return (await read(ctx, carriedStatement(question, opened))).map(toCarried)
}

/** The same by cell; cells without members are left out. One statement. */
export async function listCarried(
  ctx: RequestContext,
  question: BorderQuestion,
  opened: readonly number[],
): Promise<CarriedCell[]> {
  return (await read(ctx, carriedUnitsStatement(question, opened))).map((row) => ({
    ...toCarried(row),
    cell: Number(row.cell),
    day: row.day as Day,
    moved: Number(row.moved),
    height: Number(row.height),
  }))
}

/** Stock handed on to heirs across the borders; what came from an ended cell names that cell. One statement. */
export async function listHandovers(
  ctx: RequestContext,
  question: BorderQuestion,
  opened: readonly number[],
): Promise<CarriedCell[]> {
  return (await read(ctx, handoversStatement(question, opened))).map((row) => {
    const members = Number(row.members)
    const cell = Number(members > 0 ? row.other : row.cell)
    const side = members > 0 ? 1 : -1
    const day = row.day as Day
    return { unit: Number(row.unit), side, members: Math.abs(members), cell, day, moved: cell, height: 0 }
  })
}
