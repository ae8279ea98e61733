import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { addSums } from '../figures/figure.js'
import { sumsOf, type Sums } from '../figures/figures.service.js'
import { questionOf, type FiguresInput } from '../figures/question.js'
import { loadMembers } from '../groups/group.service.js'
import type { TargetRow } from '../targets/target.service.js'
import { listScope } from './scope.repository.js'

/** So many units go into one statement. */
const UNITS_AT_ONCE = 5_000

/** Whether a target is for a part of its unit only: cells of a kind or sector, or a group. */
export function isForPart({ unitKind, unitSector, group }: TargetRow): boolean {
  return unitKind !== null || unitSector !== null || group !== null
}

/** The units that a target is for, on a day: cells, or (for a share of units) units of any tier. */
export async function scopeOf(
  ctx: RequestContext,
  target: TargetRow,
  day: Day,
  cellsOnly: boolean,
): Promise<number[]> {
  const within = target.group === null ? null : await loadMembers(ctx, target.group, day)
  const filter = { kind: target.unitKind, sector: target.unitSector, within, cellsOnly }
  return listScope(ctx, target.organization, day, filter)
}

/** Sums of all cells that a target is for, each counted once, wherever it stands. */
export async function sumsOfScope(
  ctx: RequestContext,
  target: TargetRow,
  input: FiguresInput,
): Promise<Sums> {
  const question = questionOf(input)
  const cells = await scopeOf(ctx, target, question.treeAt, true)
  const of = [target.organization]
  const sums: Sums[] = []
  for (let start = 0; start < cells.length; start += UNITS_AT_ONCE)
    sums.push(
      ...(await sumsOf(ctx, cells.slice(start, start + UNITS_AT_ONCE), question, { byChild: false, of })),
    )
  return addSums(sums)
}
