import type { RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { checkTree } from './tree-check.service.js'
import type { UnitHistory } from './tree-in-time.js'
import { deleteTreeBatch, listActsOfBatch } from './tree-undo.repository.js'
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
  const restored = new Map<number, UnitHistory>()
  for (const { organization, beforeState } of await listActsOfBatch(ctx, batch)) {
    const before = JSON.parse(beforeState) as UnitHistory | null
    if (before) restored.set(organization, before)
  }
  await replaceUnits(ctx, [...restored.values()])
  await deleteTreeBatch(ctx, batch)
  const broken = (await checkTree(ctx, true)).find(({ check }) => check === 'VERSIONS' || check === 'CODES')
  if (broken) throw conflict(`without the import the hierarchy could not be: ${broken.message}`)
}
