import type { RequestContext } from '../../context.js'
import { pause, selectStoppable } from '../../database/stoppable.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { columnsOf } from '../columns/columns.service.js'
import { openedYears } from '../ledger/ledger.service.js'
import { columnNeeds, columnSummer, sumColumns } from './column-sums.js'
import { noSums, readLastAdmissions, readSums, type SumsRow } from './figures.repository.js'
import type { SumsQuestion } from './sums-question.js'

/**
 * Sums of the question's columns, exact to the day, in either perimeter, and the last day with an admission where it
 * is asked for: from the columns in memory, or by the statement that defines them. Refused (NOT_FOUND) unless the
 * viewer may read the figures of the units they are for; what lies below those is in scope with them.
 */
export async function sumUp(
  ctx: RequestContext,
  question: SumsQuestion,
  withLastAdmission: boolean,
): Promise<SumsRow[]> {
  await refuseOutOfScope(ctx, 'figures.read', question.of)
  const needs = (opened: readonly number[]) => columnNeeds(question, opened)
  const columns = await columnsOf(ctx, { units: question.units, needs })
  const sums = columns ? sumColumns(question, columns) : await readSums(ctx, question, await openedYears(ctx))
  return withLastAdmission ? withLastAdmissions(ctx, question, sums) : sums
}

/** Units that are summed before others get their turn, and before it is looked whether anybody still waits. */
const unitsAtOnce = 500

/**
 * The same for many units, all of which stand or stood below `roots`: from columns in memory, or by the statement, so
 * many units at a time; stops where the request is given up. `question.units` are not below each other's `via`.
 * Refused (NOT_FOUND) unless the viewer may read the figures of the roots.
 */
export async function sumUpEach(
  ctx: RequestContext,
  roots: readonly number[],
  question: SumsQuestion,
  withLastAdmission: boolean,
): Promise<SumsRow[]> {
  await refuseOutOfScope(ctx, 'figures.read', roots)
  const needs = (opened: readonly number[]) => columnNeeds(question, opened)
  const fromColumns = question.knownOn === undefined
  const columns = fromColumns ? await columnsOf(ctx, { units: roots, each: true, needs }) : null
  const opened = columns ? [] : await openedYears(ctx)
  const sum = columns && columnSummer(question, columns)
  const rows: SumsRow[] = []
  for (let start = 0; start < question.units.length; start += unitsAtOnce) {
    await pause(ctx)
    const units = question.units.slice(start, start + unitsAtOnce)
    rows.push(
      ...(sum ? units.flatMap(sum) : await readSums(ctx, { ...question, units }, opened, selectStoppable)),
    )
  }
  return withLastAdmission ? withLastAdmissions(ctx, question, rows) : rows
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
