import { addDays, type Day } from '@seedbed/shared'
import type { OperationRow } from './operation.service.js'
import type { NewUnitSpec, OperationBody, SuccessorSpec, UnitRef } from './operation.js'
import type { PlanRow } from './plan.service.js'
import type {
  NewUnit,
  OperationSuccessor,
  OperationUnit,
  Reorganization,
  ReorganizationOperation,
} from './plan.type.js'

/** A reorganization as the API shows it. */
export function toReorganization(row: PlanRow): Reorganization {
  const { id: _id, uid, organization: _organization, document: _document, ...facts } = row
  return { ...facts, row, id: uid }
}

/** A unit of an operation, shown on the day before the reorganization. */
export function toOperationUnit(unit: UnitRef, eve: Day): OperationUnit {
  return { unit, eve, ref: 'ref' in unit ? unit.ref : null }
}

const toNewUnit = (spec: NewUnitSpec, eve: Day): NewUnit => ({
  ...spec,
  parent: spec.parent && toOperationUnit(spec.parent, eve),
})

const toSuccessor = (
  spec: SuccessorSpec,
  position: number,
  body: OperationBody,
  eve: Day,
): OperationSuccessor => ({
  position,
  unit: spec.unit && toOperationUnit(spec.unit, eve),
  newUnit: spec.newUnit && toNewUnit(spec.newUnit, eve),
  principal: spec.principal,
  extent: body.kind === 'SPLIT' ? 'PART' : 'WHOLE',
  children: spec.children.map((child) => toOperationUnit(child, eve)),
})

/** An operation as the API shows it; key 0 for one that is not stored. */
export function toOperation(
  { id, uid, position, body }: Pick<OperationRow, 'id' | 'uid' | 'position' | 'body'>,
  plan: Pick<PlanRow, 'effectiveOn'>,
): ReorganizationOperation {
  const eve = addDays(plan.effectiveOn, -1)
  const { kind, units, newUnit, successors, parent, ...facts } = body
  return {
    ...facts,
    body,
    key: id,
    eve,
    id: uid,
    position,
    kind,
    units: units.map((unit) => toOperationUnit(unit, eve)),
    newUnit: newUnit && toNewUnit(newUnit, eve),
    successors: successors.map((one, index) => toSuccessor(one, index, body, eve)),
    parent: parent && toOperationUnit(parent, eve),
  }
}
