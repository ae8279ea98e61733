import type { RequestContext } from '../../context.js'
import { refuseOutOfScope } from '../../policy/may.js'
import { loader } from '../../graphql/loaders.js'
import { addSums } from '../figures/figure.js'
import { sumsOf, targetsFor, type Sums } from '../figures/figures.service.js'
import type { FiguresQuestion } from '../figures/question.js'
import { listUnitsBelow, type UnitBelow, type UnitFilter } from './unit-counts.repository.js'

/** A unit with its sums for the period and for the same one a year before, and its target. */
export interface Counted extends UnitBelow {
  sums: Sums
  before: Sums
  target: number | null
}

/** The units below one with their amounts; many units asked the same cost the same statements. */
export function loadCounted(
  ctx: RequestContext,
  unit: number,
  question: FiguresQuestion,
  before: FiguresQuestion | null,
  filter: UnitFilter,
): Promise<Counted[]> {
  const name = `standings ${JSON.stringify([question, filter])}`
  return loader<number, Counted[]>(ctx, name, async (above) => {
    await refuseOutOfScope(ctx, 'figures.read', above)
    const rows = await listUnitsBelow(ctx, above, question.treeAt, filter)
    const ids = [...new Set(rows.map(({ id }) => id))]
    const sums = await sumsOfAll(ctx, ids, question, above)
    const earlier = before ? await sumsOfAll(ctx, ids, before, above) : null
    const targets = await targetsFor(ctx, ids, question)
    const groups = new Map(above.map((id) => [id, [] as Counted[]]))
    for (const row of rows) {
      const target = targets.get(row.id) ?? null
      const amounts = { sums: sums.get(row.id) ?? nothing, before: earlier?.get(row.id) ?? nothing, target }
      groups.get(row.ancestor)?.push({ ...row, ...amounts })
    }
    return above.map((id) => groups.get(id) ?? [])
  }).load(unit)
}

const nothing = addSums([])

/** So many units go into one statement. */
const UNITS_AT_ONCE = 5_000

async function sumsOfAll(
  ctx: RequestContext,
  ids: readonly number[],
  question: FiguresQuestion,
  of: readonly number[],
): Promise<Map<number, Sums>> {
  const sums = new Map<number, Sums>()
  for (let start = 0; start < ids.length; start += UNITS_AT_ONCE) {
    const units = ids.slice(start, start + UNITS_AT_ONCE)
    for (const row of await sumsOf(ctx, units, question, { byChild: false, of })) sums.set(row.unit, row)
  }
  return sums
}
