import { addDays, reason, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { refuseUnlessAll } from '../../policy/may.js'
import type { PassedGrants } from '../accounts/passed-on-grants.service.js'
import { lockLedger, refuseUnlessEmpty } from '../ledger/ledger.service.js'
import { concernedBy, rehomeEvents, settleConcerned } from '../membership/collective-transfer.service.js'
import { tiersOf } from '../organizations/code-list.service.js'
import { assignShares } from '../organizations/share.service.js'
import type { TreeDraft } from '../organizations/tree-draft.js'
import { versionAt } from '../organizations/tree-in-time.js'
import { openTreeDraft, saveTreeDraft } from '../organizations/tree.service.js'
import { unitsByUid } from '../organizations/unit-lookup.service.js'
import { passOnBeside, planGrants, planTargets, type Ended } from './beside.service.js'
import { carryOut, type CarriedOut, type PlanFault } from './carry-out.js'
import type { PlannedOperation } from './conflicts.js'
import { newUnitsOf, unitsNamedBy, type OperationBody, type UnitRef } from './operation.js'
import { listOperations, writeStatus, type PlanRow } from './plan.repository.js'
import { requireDraft, requirePlan } from './plan.service.js'
import { tell, underWay } from './progress.js'
import { divide, type Division } from './share.service.js'

/** What carrying a reorganization out came to, inside its unit of work. With faults, nothing or only a part is written. */
export interface Outcome {
  operations: PlannedOperation[]
  draft: TreeDraft
  carried: CarriedOut
  faults: PlanFault[]
  /** Internal ids of units by their ids in the draft. */
  real: (id: number) => number
  ended: Ended[]
  divisions: Division[]
  /** What became of grants at the units that ended, once it is stored. */
  grants?: PassedGrants
}

const uidsIn = (units: readonly UnitRef[]) => [
  ...new Set(units.flatMap((unit) => ('id' in unit ? [unit.id] : []))),
]

/** Outer ids of all units that stand and are named. */
const uidsOf = (bodies: readonly OperationBody[]) => uidsIn(bodies.flatMap(unitsNamedBy))

/** What a draft of the tree must hold for the operations: outer ids of units, and codes. */
function reachOf(bodies: readonly OperationBody[]) {
  const changing = bodies.flatMap((body) => body.units)
  const codes = bodies.flatMap((body) => [
    ...newUnitsOf(body).map(({ code }) => code),
    ...(body.code === null ? [] : [body.code]),
  ])
  return { subtrees: uidsIn(changing), units: uidsOf(bodies), codes: [...new Set(codes)] }
}

const LEAVING: ReadonlySet<string> = new Set(['MOVE', 'HAND_OVER', 'MERGE', 'SPLIT', 'DISSOLVE'])

/** Units at which operations need the right: those they name, and those that lose one; 0 for above all roots. */
function placesOf(
  bodies: readonly OperationBody[],
  draft: TreeDraft,
  ids: ReadonlyMap<string, number>,
  on: Day,
): Set<number> {
  const places = new Set(ids.values())
  for (const body of bodies) {
    if (newUnitsOf(body).some(({ parent }) => parent === null)) places.add(0)
    if (!LEAVING.has(body.kind)) continue
    for (const unit of body.units) {
      const history = 'id' in unit ? draft.units.get(ids.get(unit.id) ?? 0) : undefined
      const version = history && versionAt(history, addDays(on, -1))
      if (version) places.add(version.parent)
    }
  }
  return places
}

/**
 * Carries a reorganization out in a unit of work: the tree, then who follows the heirs, then what stands beside. All
 * faults are answered; the caller then ends the unit of work without storing anything. FORBIDDEN to whoever may not
 * reorganize one of the units, where one stands that goes away, or where one goes or is founded (a root: everything). `batch`: the import that brings it.
 */
export async function carryOutIn(
  tx: RequestContext,
  plan: PlanRow,
  batch: number | null = null,
): Promise<Outcome> {
  const operations = await listOperations(tx, plan.id)
  const bodies = operations.map(({ body }) => body)
  await tell(plan.uid, 'CHECKING', 0, operations.length)
  const { draft, idOf } = await openTreeDraft(tx, reachOf(bodies))
  const places = placesOf(bodies, draft, await unitsByUid(tx, uidsOf(bodies)), plan.effectiveOn)
  await refuseUnlessAll(tx, 'organizations.reorganize', places)
  const basis = { on: plan.effectiveOn, document: plan.document, note: null }
  const carried = carryOut(draft, operations, idOf, basis)
  const outcome: Outcome = {
    operations,
    draft,
    carried,
    faults: [...carried.faults],
    real: (id) => id,
    ended: carried.ended.map((one) => ({ ...one, rule: one.operation.body.targetRule ?? plan.targetRule })),
    divisions: [],
  }
  if (operations.length === 0) outcome.faults.push(whole(conflict(reason('NO_OPERATIONS'))))
  if (outcome.faults.length > 0) return outcome
  await lockLedger(tx)
  await refuseHomeless(tx, plan, outcome)
  outcome.divisions = await divide(tx, plan, outcome.ended)
  outcome.faults.push(...outcome.divisions.flatMap(({ faults }) => faults))
  if (outcome.faults.length === 0) await store(tx, plan, outcome, batch)
  return outcome
}

const whole = (error: SeedbedError): PlanFault => ({ operation: null, position: null, error })

/** A cell with members, or with something recorded from the day on, needs successors that are cells. */
async function refuseHomeless(
  tx: RequestContext,
  plan: PlanRow,
  { draft, ended, faults }: Outcome,
): Promise<void> {
  const cellTiers = new Set(
    (await tiersOf(tx)).flatMap(({ code, holdsMembers }) => (holdsMembers ? [code] : [])),
  )
  const isCell = (id: number, day: string) => {
    const unit = draft.units.get(id)
    return cellTiers.has((unit && versionAt(unit, day)?.tier) ?? '')
  }
  for (const { unit, successors, operation } of ended) {
    if (!isCell(unit, addDays(plan.effectiveOn, -1))) continue
    if (successors.length > 0 && successors.every((one) => isCell(one, plan.effectiveOn))) continue
    try {
      await refuseUnlessEmpty(tx, unit, plan.effectiveOn)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      faults.push({ operation: operation.uid, position: operation.position, error })
    }
  }
}

async function store(
  tx: RequestContext,
  plan: PlanRow,
  outcome: Outcome,
  batch: number | null,
): Promise<void> {
  const { draft, divisions, operations } = outcome
  await tell(plan.uid, 'TREE', operations.length, operations.length)
  const ids = await saveTreeDraft(tx, draft, {
    backfilled: batch !== null,
    batch,
    reorganization: plan.id,
  })
  outcome.real = (id) => ids.get(id) ?? id
  const { real } = outcome
  outcome.ended = outcome.ended.map((one) => ({
    ...one,
    unit: real(one.unit),
    successors: one.successors.map(real),
  }))
  const shares = divisions.flatMap(({ shares: own }) => own)
  await assignShares(
    tx,
    plan.id,
    shares.map((share) => ({ ...share, heir: real(share.heir) })),
  )
  const ended = outcome.ended.map(({ unit }) => unit)
  const concerned = await concernedBy(tx, ended)
  await rehomeEvents(tx, plan.id, ended, plan.effectiveOn)
  await settleConcerned(tx, concerned, (done, total) => tell(plan.uid, 'PERSONS', done, total))
  await tell(plan.uid, 'BESIDE')
  const targets = await planTargets(tx, plan, outcome.ended)
  for (const { successor, year } of targets.collisions) {
    const operation = outcome.ended.find(({ successors }) => successors[0] === successor)?.operation
    const error = conflict(reason('TARGETS_COLLIDE', { year }))
    outcome.faults.push({ operation: operation?.uid ?? null, position: operation?.position ?? null, error })
  }
  const tierOf = (unit: number) => tierIn(outcome, unit, plan.effectiveOn)
  outcome.grants = await planGrants(tx, outcome.ended, plan.effectiveOn, tierOf)
  if (targets.collisions.length === 0)
    await passOnBeside(tx, plan, outcome.ended, { targets, grants: outcome.grants })
}

/** Level of a unit, by its internal id, on a day after all operations. */
export function tierIn({ draft, real }: Outcome, unit: number, day: Day): string {
  const found = draft.units.get(unit) ?? [...draft.units.values()].find(({ id }) => real(id) === unit)
  return (found && versionAt(found, day)?.tier) ?? ''
}

/** The refusal of a whole reorganization: that of its first fault, which names its operation. */
export function refusalOfPlan([fault, ...more]: readonly PlanFault[]): SeedbedError | undefined {
  if (!fault) return undefined
  const { error, operation, position } = fault
  const at = operation === null || position === null ? {} : { operation: { id: operation, position } }
  return new SeedbedError(error.code, error.message, { ...error.details, ...at, more: more.length })
}

/**
 * Applies a draft, in one unit of work: everything is stored or nothing. Its day may lie behind or ahead; what is
 * recorded for days after it counts at the successors. Refused (CONFLICT, with the operation) where it cannot be
 * carried out; of two who apply it at once one wins. How far it is can be asked meanwhile (see progress.ts).
 */
export function applyReorganization(ctx: RequestContext, uid: string, version: number): Promise<PlanRow> {
  const apply = () =>
    inTransaction(ctx, async (tx) => {
      const plan = await requireDraft(tx, uid, version)
      const { faults } = await carryOutIn(tx, plan)
      const refusal = refusalOfPlan(faults)
      if (refusal) throw refusal
      await writeStatus(tx, plan.id, 'APPLIED')
      await tell(uid, 'STORING')
      return requirePlan(tx, uid)
    })
  return underWay(ctx, uid, 'APPLY', apply)
}
