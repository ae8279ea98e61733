import type { RequestContext } from '../../context.js'
import { columnsOf } from '../columns/columns.service.js'
import { openedYears } from '../ledger/ledger.service.js'
import { columnNeeds, sumColumns } from './column-sums.js'
import { noSums, readLastAdmissions, readSums, type SumsRow } from './figures.repository.js'
import type { SumsQuestion } from './sums-question.js'

/**
 * Sums of the question's columns, exact to the day, in either perimeter, and the last day with an admission where it
 * is asked for: from the columns in memory, or by the statement that defines them. Units must have been found in
 * scope; what lies below them is in scope with them.
 */
export async function sumUp(
  ctx: RequestContext,
  question: SumsQuestion,
  withLastAdmission: boolean,
): Promise<SumsRow[]> {
  const needs = (opened: readonly number[]) => columnNeeds(question, opened)
  const columns = await columnsOf(ctx, { units: question.units, needs })
  const sums = columns ? sumColumns(question, columns) : await readSums(ctx, question, await openedYears(ctx))
  return withLastAdmission ? withLastAdmissions(ctx, question, sums) : sums
}

async function withLastAdmissions(
  ctx: RequestContext,
  question: SumsQuestion,
  sums: readonly SumsRow[],
): Promise<SumsRow[]> {
  const keyOf = ({ unit, via, part }: Pick<SumsRow, 'unit' | 'via' | 'part'>) => `${unit}/${via}/${part}`
  const rows = new Map(sums.map((row) => [keyOf(row), row]))
  for (const { unit, via, day } of await readLastAdmissions(ctx, question)) {
    const place = { unit, via, part: 0 }
    const row = rows.get(keyOf(place)) ?? { ...place, ...noSums() }
    rows.set(keyOf(place), { ...row, lastAdmission: day })
  }
  return [...rows.values()]
}
