import { reason } from '@seedbed/shared'
import { conflict, type SeedbedError } from '../../errors/errors.js'
import type { PlanFault } from './carry-out.js'
import { newUnitsOf, refKey, successorRef, type OperationBody, type UnitRef } from './operation.js'

/** An operation with its place in the reorganization. */
export interface PlannedOperation {
  id: number
  uid: string
  position: number
  body: OperationBody
}

const ends = (body: OperationBody) => ['MERGE', 'SPLIT', 'DISSOLVE'].includes(body.kind)

/** Units that an operation builds on besides those it is done to. */
function reliedOn(body: OperationBody): UnitRef[] {
  return [
    ...(body.parent ? [body.parent] : []),
    ...newUnitsOf(body).flatMap(({ parent }) => parent ?? []),
    ...body.successors.map(successorRef),
    ...body.successors.flatMap(({ children }) => children),
  ]
}

/** What cannot be done twice to a unit on one day. */
function groupOf({ kind }: OperationBody): string {
  return kind === 'HAND_OVER' ? 'MOVE' : kind === 'RENAME' ? 'RECLASSIFY' : kind
}

/**
 * Operations that contradict each other: a unit that two of them end, move or name; one that builds on a unit that
 * another ends on the same day; two new units of one reference. Each fault names the other operation. Pure.
 */
export function conflictsBetween(operations: readonly PlannedOperation[]): PlanFault[] {
  const faults: PlanFault[] = []
  const fault = ({ uid, position }: PlannedOperation, error: SeedbedError) =>
    faults.push({ operation: uid, position, error })
  const endedBy = new Map<string, PlannedOperation>()
  const doneBy = new Map<string, PlannedOperation>()
  const foundedBy = new Map<string, PlannedOperation>()
  for (const operation of operations) {
    const { body } = operation
    for (const { ref } of newUnitsOf(body)) {
      if (foundedBy.has(ref)) fault(operation, conflict(reason('REF_TWICE', { ref })))
      foundedBy.set(ref, operation)
    }
    for (const unit of body.units) {
      const key = `${ends(body) ? 'END' : groupOf(body)} ${refKey(unit)}`
      const other = doneBy.get(key)
      if (other) fault(operation, conflict(reason('DONE_TWICE', { position: other.position })))
      doneBy.set(key, operation)
      if (ends(body)) endedBy.set(refKey(unit), operation)
    }
  }
  for (const operation of operations) {
    const used = [...(ends(operation.body) ? [] : operation.body.units), ...reliedOn(operation.body)]
    const ended = used.map((unit) => endedBy.get(refKey(unit))).find((other) => other !== undefined)
    if (ended) fault(operation, conflict(reason('ENDED_BY', { position: ended.position })))
  }
  return faults
}
