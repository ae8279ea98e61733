import { reason, type Reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, SeedbedError, staleVersion } from '../../errors/errors.js'
import { refuseUnless } from '../../policy/may.js'
import { lockLedger, forgetUnits } from '../ledger/ledger.service.js'
import { concernedBy, restoreHomes, settleConcerned } from '../membership/collective-transfer.service.js'
import { brokenHistories } from '../membership/broken-histories.service.js'
import { dropShares } from '../organizations/share.service.js'
import { holdTree, undoTreeOf } from '../organizations/tree-undo.service.js'
import { takeBackBeside } from './beside.service.js'
import { deleteEffects } from './effect.repository.js'
import { listObstacles, listRehomedPersons, listUnitsOf } from './obstacle.repository.js'
import { writeStatus, type PlanRow } from './plan.repository.js'
import { requirePlan } from './plan.service.js'
import { tell, underWay } from './progress.js'

/** Ends the unit of work of a rehearsal. */
class NothingWritten extends Error {}

/**
 * Takes an applied reorganization back, in one unit of work: the tree, whose members are where, targets and groups
 * are as they were. Refused (CONFLICT, `obstacles` lists all of them) once anything recorded later rests on it.
 */
export function undoReorganization(ctx: RequestContext, uid: string, version: number): Promise<PlanRow> {
  const undo = () =>
    inTransaction(ctx, async (tx) => {
      const plan = await requireApplied(tx, uid)
      if (plan.version !== version) throw staleVersion('The reorganization', version, plan.version)
      refuseObstacles(await takeBack(tx, plan))
      await writeStatus(tx, plan.id, 'UNDONE')
      await tell(uid, 'STORING')
      return requirePlan(tx, uid)
    })
  return underWay(ctx, uid, 'UNDO', undo)
}

/** What keeps a reorganization from being undone now; nothing is written. */
export async function undoObstacles(ctx: RequestContext, uid: string): Promise<Reason[]> {
  let found: Reason[] = []
  try {
    await inTransaction(ctx, async (tx) => {
      found = await takeBack(tx, await requireApplied(tx, uid))
      throw new NothingWritten()
    })
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  return found
}

async function requireApplied(tx: RequestContext, uid: string): Promise<PlanRow> {
  const plan = await requirePlan(tx, uid)
  await refuseUnless(tx, 'organizations.reorganize', plan.organization)
  if (plan.status !== 'APPLIED') throw conflict(reason('NOT_APPLIED'))
  return plan
}

function refuseObstacles(obstacles: readonly Reason[]): void {
  if (obstacles.length > 0) throw conflict(reason('RESTS_ON_IT', { count: obstacles.length }), { obstacles })
}

/** Takes everything back; answers what stands in the way, and then the caller must not keep what was written. */
async function takeBack(tx: RequestContext, plan: PlanRow): Promise<Reason[]> {
  await tell(plan.uid, 'CHECKING')
  await holdTree(tx)
  await lockLedger(tx)
  const obstacles = await listObstacles(tx, plan.id)
  if (obstacles.length > 0) return obstacles
  const { ended, founded } = await listUnitsOf(tx, plan.id)
  const concerned = await concernedBy(tx, ended)
  const persons = [...new Set([...concerned.persons, ...(await listRehomedPersons(tx, plan.id))])]
  const beside = await refusedBy(() => takeBackBeside(tx, plan))
  if (beside) return [beside]
  await tell(plan.uid, 'TREE')
  await restoreHomes(tx, plan.id)
  await dropShares(tx, plan.id)
  const tree = await refusedBy(() => undoTreeOf(tx, plan.id))
  if (tree) return [tree]
  const broken = await brokenHistories(tx, persons)
  if (broken.length > 0) return broken
  await settleConcerned(tx, { ...concerned, persons }, (done, total) =>
    tell(plan.uid, 'PERSONS', done, total),
  )
  await forgetUnits(tx, founded)
  await deleteEffects(tx, plan.id)
  return []
}

/** Why something was refused, if it was for a reason. */
async function refusedBy(act: () => Promise<void>): Promise<Reason | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    if (error instanceof SeedbedError && error.details.reason) return error.details.reason
    throw error
  }
}
