import { reason, type Day } from '@seedbed/shared'
import { conflict, invalidInput, SeedbedError } from '../../errors/errors.js'
import type { Basis, TreeDraft } from '../organizations/tree-draft.js'
import { endUnit, livingBelow, requireLiving } from '../organizations/tree-end.js'
import { versionAt } from '../organizations/tree-in-time.js'
import { conflictsBetween, type PlannedOperation } from './conflicts.js'
import { newUnitsOf, successorRef, type NewUnitSpec, type OperationBody, type UnitRef } from './operation.js'

/** Why a reorganization cannot be carried out: at which operation (null: the whole), and the refusal. */
export interface PlanFault {
  operation: string | null
  position: number | null
  error: SeedbedError
}

/** A unit that the reorganization ends, by its id in the draft. */
export interface EndedUnit {
  unit: number
  operation: PlannedOperation
  /** The principal one first. */
  successors: number[]
}

/** What carrying out came to on the draft. */
export interface CarriedOut {
  faults: PlanFault[]
  /** Units that were founded, by reference. */
  founded: Map<string, number>
  ended: EndedUnit[]
  /** Which operation did each act of the draft. */
  operationOf: PlannedOperation[]
}

interface Run {
  draft: TreeDraft
  basis: Basis
  /** Internal id of a unit that stands. */
  idOf: (uid: string) => number
  specs: Map<string, { spec: NewUnitSpec; operation: PlannedOperation }>
  pending: Set<string>
  result: CarriedOut
}

/**
 * Does the operations of a reorganization on a draft of the tree: units are founded first, then named, classified and
 * moved, then ended, the lowest first; what comes of it all is checked at the end, so the order of the operations
 * says nothing. All faults are told, each with its operation. Nothing is stored.
 */
export function carryOut(
  draft: TreeDraft,
  operations: readonly PlannedOperation[],
  idOf: (uid: string) => number,
  basis: Basis,
): CarriedOut {
  const specs = new Map(
    operations.flatMap((operation) =>
      newUnitsOf(operation.body).map((spec) => [spec.ref, { spec, operation }] as const),
    ),
  )
  const result: CarriedOut = {
    faults: conflictsBetween(operations),
    founded: new Map(),
    ended: [],
    operationOf: [],
  }
  const run: Run = { draft, basis, idOf, specs, pending: new Set(), result }
  if (result.faults.length > 0) return result
  draft.checkLater()
  for (const { spec, operation } of specs.values()) attempt(run, operation, () => found(run, spec.ref))
  for (const operation of operations) attempt(run, operation, () => change(run, operation.body))
  for (const { unit, operation } of endsInOrder(run, operations))
    attempt(run, operation, () => end(run, operation, unit))
  if (result.faults.length === 0) checkAll(run)
  return result
}

/** Does something for an operation: what it did on the draft is its own, and so is the fault. */
function attempt(run: Run, operation: PlannedOperation, act: () => void): void {
  const { draft, result } = run
  const begun = draft.events.length
  try {
    act()
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
    result.faults.push({ operation: operation.uid, position: operation.position, error })
  }
  for (let index = begun; index < draft.events.length; index += 1) result.operationOf[index] ??= operation
}

function unitOf(run: Run, unit: UnitRef): number {
  return 'id' in unit ? run.idOf(unit.id) : found(run, unit.ref)
}

/** The unit of a reference, founded now if it is not yet: one may be founded under another. */
function found(run: Run, ref: string): number {
  const known = run.result.founded.get(ref)
  if (known !== undefined) return known
  const planned = run.specs.get(ref)
  if (!planned) throw invalidInput('ref', reason('NO_SUCH_REF', { ref }))
  if (run.pending.has(ref)) throw conflict(reason('BELOW_ITSELF'))
  run.pending.add(ref)
  const { spec, operation } = planned
  const parent = spec.parent === null ? null : unitOf(run, spec.parent)
  if (parent !== null) requireLiving(run.draft, parent, run.basis.on)
  const { code, name, tier, kind, sector } = spec
  const index = run.draft.events.length
  const unit = run.draft.establish({ parent, code, name, tier, kind, sector }, run.basis)
  run.result.operationOf[index] = operation
  run.result.founded.set(ref, unit.id)
  return unit.id
}

function change(run: Run, body: OperationBody): void {
  const { draft, basis } = run
  const units = body.units.map((unit) => unitOf(run, unit))
  const [first] = units
  if (body.kind === 'MOVE' || body.kind === 'HAND_OVER') return move(run, body, units)
  if (first === undefined || (body.kind !== 'RENAME' && body.kind !== 'RECLASSIFY')) return
  requireLiving(draft, first, basis.on)
  if (body.kind === 'RENAME') draft.rename(first, { name: body.name ?? '', code: body.code }, basis)
  else {
    const { name, code, tier, unitKind: kind, sector } = body
    const stated = Object.entries({ name, code, tier, kind, sector }).filter(([, value]) => value !== null)
    draft.reclassify(first, Object.fromEntries(stated), basis)
  }
}

function move(run: Run, { kind, parent: to, code }: OperationBody, units: readonly number[]): void {
  const { draft, basis } = run
  if (to === null) return
  const parent = unitOf(run, to)
  requireLiving(draft, parent, basis.on)
  for (const unit of units) {
    requireLiving(draft, unit, basis.on)
    if (kind === 'HAND_OVER' && isOutside(draft, unit, basis.on) === isOutside(draft, parent, basis.on))
      throw conflict(reason('NOT_ACROSS'))
    draft.move(unit, { parent, code }, basis, kind === 'HAND_OVER' ? kind : 'MOVE')
  }
}

/** Whether a unit stands, on a day, below a root outside the system (or is one). */
function isOutside(draft: TreeDraft, id: number, day: Day): boolean {
  const seen = new Set<number>()
  for (let at = draft.units.get(id); at && !seen.has(at.id);) {
    seen.add(at.id)
    const version = versionAt(at, day)
    if (version?.tier === 'OUTSIDE') return true
    at = draft.units.get(version?.parent ?? 0)
  }
  return false
}

/** Units to be ended, the lowest first: then nothing that ends too stands below one that ends. */
function endsInOrder(
  run: Run,
  operations: readonly PlannedOperation[],
): Array<{ unit: UnitRef; operation: PlannedOperation }> {
  const ends = operations.flatMap((operation) =>
    ['MERGE', 'SPLIT', 'DISSOLVE'].includes(operation.body.kind)
      ? operation.body.units.map((unit) => ({ unit, operation, depth: depthOf(run, unit) }))
      : [],
  )
  return ends.sort((a, b) => b.depth - a.depth)
}

function depthOf({ draft, idOf, basis }: Run, unit: UnitRef): number {
  const seen = new Set<number>()
  const first = 'id' in unit ? draft.units.get(idOf(unit.id)) : undefined
  for (let at = first; at && !seen.has(at.id);) {
    seen.add(at.id)
    at = draft.units.get(versionAt(at, basis.on)?.parent ?? 0)
  }
  return seen.size
}

function end(run: Run, operation: PlannedOperation, ref: UnitRef): void {
  const { draft, basis, result } = run
  const { body } = operation
  const unit = unitOf(run, ref)
  const successors = [...body.successors]
    .sort((a, b) => Number(b.principal) - Number(a.principal))
    .map((spec) => ({
      unit: unitOf(run, successorRef(spec)),
      children: spec.children.map((child) => unitOf(run, child)),
    }))
  const kind = body.kind as 'MERGE' | 'SPLIT' | 'DISSOLVE'
  const { restToPrincipal } = body
  endUnit(draft, { kind, unit, successors, reason: body.reason, restToPrincipal }, basis)
  result.ended.push({ unit, operation, successors: successors.map((one) => one.unit) })
}

/** Checks where every unit stands after all; the fault goes to the operation that touched it last. */
function checkAll(run: Run): void {
  const { draft, basis, result } = run
  const last = new Map<number, PlannedOperation>()
  const reclassified = new Map<number, PlannedOperation>()
  draft.events.forEach(({ unit, kind }, index) => {
    const operation = result.operationOf[index]
    if (!operation) return
    last.set(unit, operation)
    if (kind === 'RECLASSIFY') reclassified.set(unit, operation)
  })
  for (const [unit, operation] of last) attempt(run, operation, () => draft.refuseBroken(unit, basis.on))
  if (result.faults.length > 0) return
  for (const [unit, operation] of reclassified)
    for (const child of livingBelow(draft, unit, basis.on))
      attempt(run, operation, () => draft.refuseBroken(child.id, basis.on))
}
