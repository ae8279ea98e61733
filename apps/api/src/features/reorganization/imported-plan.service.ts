import { SeedbedError } from '../../errors/errors.js'
import type { RequestContext } from '../../context.js'
import type { Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { forgetUnits } from '../ledger/ledger.service.js'
import {
  concernedBy,
  restoreHomes,
  settleConcerned,
  type Concerned,
} from '../membership/collective-transfer.service.js'
import { dropShares } from '../organizations/share.service.js'
import { carryOutIn } from './apply.service.js'
import { takeBackBeside } from './beside.service.js'
import type { PlanFault } from './carry-out.js'
import { deleteEffects } from './effect.repository.js'
import { listRehomedPersons, listUnitsOf } from './obstacle.repository.js'
import type { OperationBody } from './operation.js'
import { appendBodies, bodiesOf } from './operation.service.js'
import type { OperationInput } from './plan.input.js'
import {
  deletePlan,
  findPlans,
  insertPlan,
  listOperations,
  listPlansOfBatch,
  writeStatus,
  type PlanFacts,
  type PlanRow,
} from './plan.repository.js'
import { requirePlan } from './plan.service.js'
import { writeAssigned } from './share.repository.js'

/** An operation as a file has it, with the persons that go to successors, by place. */
export interface ImportedOperation {
  input: OperationInput
  assigned: ReadonlyArray<{ person: number; successor: number }>
}

export interface ReadOperation {
  body: OperationBody
  assigned: ImportedOperation['assigned']
}

/** Operations of a file, each for itself: those that are sound, and what is wrong with the others. */
export async function importedOperations(
  ctx: RequestContext,
  items: readonly ImportedOperation[],
  effectiveOn: Day,
): Promise<{ operations: ReadOperation[]; faults: Array<{ index: number; error: SeedbedError }> }> {
  const operations: ReadOperation[] = []
  const faults: Array<{ index: number; error: SeedbedError }> = []
  try {
    const bodies = await bodiesOf(
      ctx,
      items.map(({ input }) => input),
      effectiveOn,
    )
    return {
      operations: bodies.map((body, index) => ({ body, assigned: items[index]?.assigned ?? [] })),
      faults,
    }
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
  }
  for (const [index, { input, assigned }] of items.entries()) {
    try {
      const [body] = await bodiesOf(ctx, [input], effectiveOn)
      if (body) operations.push({ body, assigned })
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      faults.push({ index, error })
    }
  }
  return { operations, faults }
}

/** Puts a reorganization of a file on record, in its unit of work, and applies it unless it stays a draft. */
export async function draftImported(
  tx: RequestContext,
  facts: PlanFacts,
  operations: readonly ReadOperation[],
  { batch, apply }: { batch: number; apply: boolean },
): Promise<PlanFault[]> {
  const uid = uuid()
  const id = await insertPlan(tx, { ...facts, uid }, batch)
  const plan = await requirePlan(tx, uid)
  await appendBodies(
    tx,
    plan,
    operations.map(({ body }) => body),
  )
  for (const { id: operation, position } of await listOperations(tx, id)) {
    const assigned = operations[position - 1]?.assigned ?? []
    for (const { person, successor } of assigned)
      await writeAssigned(tx, operation, [person], { successor, byRule: false })
  }
  if (!apply) return []
  const { faults } = await carryOutIn(tx, plan, batch)
  if (faults.length === 0) await writeStatus(tx, id, 'APPLIED')
  return faults
}

/** Whom the reorganizations of an import concern, and the units that they founded. */
export interface Released {
  concerned: Concerned
  founded: number[]
}

/**
 * Takes back what the applied reorganizations of an import did beside the tree, the latest first, before the import
 * itself is taken back: its acts on the tree are among those of the import. In a unit of work.
 */
export async function releaseImported(tx: RequestContext, batch: number): Promise<Released> {
  const cells = new Set<number>()
  const persons = new Set<number>()
  const founded: number[] = []
  for (const plan of await plansOf(tx, batch)) {
    if (plan.status !== 'APPLIED') continue
    const units = await listUnitsOf(tx, plan.id)
    const concerned = await concernedBy(tx, units.ended)
    for (const cell of concerned.cells) cells.add(cell)
    for (const person of [...concerned.persons, ...(await listRehomedPersons(tx, plan.id))])
      persons.add(person)
    founded.push(...units.founded)
    await takeBackBeside(tx, plan)
    await restoreHomes(tx, plan.id)
    await dropShares(tx, plan.id)
    await deleteEffects(tx, plan.id)
  }
  return { concerned: { cells: [...cells], persons: [...persons] }, founded }
}

/** Removes the reorganizations of an import whose acts are gone, and posts where members are now. In a unit of work. */
export async function dropImported(
  tx: RequestContext,
  batch: number,
  { concerned, founded }: Released,
): Promise<void> {
  await settleConcerned(tx, concerned)
  await forgetUnits(tx, founded)
  for (const plan of await plansOf(tx, batch)) await deletePlan(tx, plan.id)
}

async function plansOf(tx: RequestContext, batch: number): Promise<PlanRow[]> {
  const plans = await findPlans(tx, await listPlansOfBatch(tx, batch))
  return plans.sort((a, b) =>
    a.effectiveOn === b.effectiveOn ? b.id - a.id : a.effectiveOn < b.effectiveOn ? 1 : -1,
  )
}
