import { reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { checkTree } from './tree-check.service.js'
import type { UnitHistory } from './tree-in-time.js'
import { deleteTreeBatch, deleteTreeOf, listActsOf, listActsOfBatch } from './tree-undo.repository.js'
import { lockTree, replaceUnits } from './tree.repository.js'

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
 * it for an import.
 */
export async function undoTreeOf(ctx: RequestContext, reorganization: number): Promise<void> {
  const acts = await listActsOf(ctx, reorganization)
  await replaceUnits(ctx, earliestOf(acts))
  await deleteTreeOf(ctx, reorganization)
  await refuseBroken(ctx)
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
