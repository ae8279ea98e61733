import { reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { checkTree, faultsAmong } from './tree-check.service.js'
import type { UnitHistory } from './tree-in-time.js'
import { recomputePaths } from './tree.service.js'
import {
  deleteTreeBatch,
  deleteTreeOf,
  listActsOf,
  listActsOfBatch,
  listCarriersEver,
  listUnitsOfActs,
} from './tree-undo.repository.js'
import { listNeighbourhood, loadUnits, lockTree, replaceUnits } from './tree.repository.js'

/** Keeps others from changing the tree until the unit of work ends. */
export function holdTree(ctx: RequestContext): Promise<void> {
  return lockTree(ctx)
}

/**
 * Takes back the acts that an import did on the tree, in a unit of work that holds the tree: units that stood before are as they were,
 * units that it founded are gone. The caller has refused whatever rests on them. A tree that cannot be afterwards is
 * a CONFLICT.
 */
export async function undoTreeBatch(ctx: RequestContext, batch: number): Promise<void> {
  const acts = await listActsOfBatch(ctx, batch)
  await replaceUnits(ctx, earliestOf(acts))
  await deleteTreeBatch(ctx, batch)
  await refuseBroken(ctx)
}

/**
 * Takes back the acts of a reorganization on the tree, in a unit of work that holds the tree: as undoTreeBatch does
 * it for an import, but only what stands around those units is read and recomputed.
 */
export async function undoTreeOf(ctx: RequestContext, reorganization: number): Promise<void> {
  const before = earliestOf(await listActsOf(ctx, reorganization))
  const { changed, founded } = await listUnitsOfActs(ctx, reorganization)
  const near = await around(ctx, before, [...changed, ...founded])
  await replaceUnits(ctx, before)
  await deleteTreeOf(ctx, reorganization)
  const gone = new Set(founded)
  const units = await loadUnits(
    ctx,
    near.filter((id) => !gone.has(id)),
  )
  const [broken] = faultsAmong(units)
  if (broken) throw conflict(reason('TREE_RESTS', { why: broken.message }))
  await recomputePaths(ctx, units, new Set([...changed, ...founded]))
}

/** All that stands or stood below the units, or above those or above where they go back to, and who carries their codes. */
async function around(
  ctx: RequestContext,
  before: readonly UnitHistory[],
  touched: readonly number[],
): Promise<number[]> {
  const versions = before.flatMap((unit) => unit.versions)
  const carriers = await listCarriersEver(ctx, [...new Set(versions.map(({ code }) => code))])
  const parents = versions.map(({ parent }) => parent).filter((parent) => parent !== 0)
  const units = [...new Set([...carriers, ...parents])]
  return listNeighbourhood(ctx, { subtrees: touched, units, codes: [] })
}

/** Units as they stood before the first of the acts, which come the newest first. */
function earliestOf(acts: ReadonlyArray<{ organization: number; beforeState: string }>): UnitHistory[] {
  const restored = new Map<number, UnitHistory>()
  for (const { organization, beforeState } of acts) {
    const before = JSON.parse(beforeState) as UnitHistory | null
    if (before) restored.set(organization, before)
  }
  return [...restored.values()]
}

/** Recomputes the closure; a tree that cannot be is a CONFLICT. */
async function refuseBroken(ctx: RequestContext): Promise<void> {
  const broken = (await checkTree(ctx, true)).find(({ check }) => check === 'VERSIONS' || check === 'CODES')
  if (broken) throw conflict(reason('TREE_RESTS', { why: broken.message }))
}
