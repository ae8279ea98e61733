import { reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { conflict } from '../../errors/errors.js'
import { dividableOf, type Dividable } from '../membership/whereabouts.service.js'
import type { ShareOfCell } from '../organizations/share.service.js'
import type { EndedUnit, PlanFault } from './carry-out.js'
import type { PlannedOperation } from './conflicts.js'
import type { PlanRow } from './plan.repository.js'
import { listAssigned } from './share.repository.js'

/** How the persons of a split cell are divided; heirs by their ids in the draft. */
export interface Division extends Dividable {
  operation: PlannedOperation
  cell: number
  assigned: number
  shares: ShareOfCell[]
  faults: PlanFault[]
}

/**
 * Divides the persons of the cells that are split: each goes to the successor assigned, who nobody assigned to the
 * principal one if the operation says so, else it is a fault. Members without a name go to the principal successor.
 */
export async function divide(
  tx: RequestContext,
  plan: PlanRow,
  ended: readonly EndedUnit[],
): Promise<Division[]> {
  const splits = ended.filter(({ operation }) => operation.body.kind === 'SPLIT')
  const assigned = await listAssigned(
    tx,
    splits.map(({ operation }) => operation.id),
  )
  const divisions: Division[] = []
  for (const { unit, operation, successors } of splits) {
    const dividable = await dividableOf(tx, unit, plan.effectiveOn)
    const own = assigned.filter((one) => one.operation === operation.id)
    const persons = new Set(dividable.persons)
    const present = own.filter(({ person }) => persons.has(person))
    const missing = dividable.persons.length - present.length
    const error = conflict(reason('NOT_ASSIGNED', { persons: missing }))
    const isFault = missing > 0 && !operation.body.restToPrincipal
    divisions.push({
      ...dividable,
      operation,
      cell: unit,
      assigned: present.length,
      shares: sharesOf(unit, operation, successors, present),
      faults: isFault ? [{ operation: operation.uid, position: operation.position, error }] : [],
    })
  }
  return divisions
}

/** Successors in `body` stand as written; in `successors`, the principal one comes first. */
function sharesOf(
  cell: number,
  { body }: PlannedOperation,
  successors: readonly number[],
  assigned: ReadonlyArray<{ person: number; successor: number }>,
): ShareOfCell[] {
  const places = body.successors.map((_spec, place) => place)
  places.sort((a, b) => Number(body.successors[b]?.principal) - Number(body.successors[a]?.principal))
  const heirOf = new Map(places.map((place, index) => [place, successors[index]]))
  return assigned.flatMap(({ person, successor }) => {
    const heir = heirOf.get(successor)
    return heir === undefined || heir === successors[0] ? [] : [{ organization: cell, person, heir }]
  })
}
