import type { RequestContext } from '../../context.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { columnsOf } from '../columns/columns.service.js'
import { openedYears } from '../ledger/ledger.service.js'
import { isInColumns } from './axis.js'
import { crossColumns, crossingNeeds } from './column-crossing.js'
import { readCrossing, type CrossSum } from './crossing.repository.js'
import type { Crossing } from './crossing.statement.js'

/**
 * The groups of a crossing: from the columns in memory, or by the statement that defines them (which also serves
 * groups of units). Refused (NOT_FOUND) unless the viewer may read the figures of the unit; what lies below it is in
 * scope with it.
 */
export async function crossingOf(ctx: RequestContext, crossing: Crossing): Promise<CrossSum[]> {
  const { unit, rows, columns: across } = crossing
  await refuseOutOfScope(ctx, 'figures.read', [unit])
  const served = isInColumns(rows) && (across === null || isInColumns(across))
  const needs = (opened: readonly number[]) => crossingNeeds(crossing, opened)
  const columns = served ? await columnsOf(ctx, { units: [unit], needs }) : null
  return columns ? crossColumns(crossing, columns) : readCrossing(ctx, crossing, await openedYears(ctx))
}
