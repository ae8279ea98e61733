import type { UnitRefInput } from './reorganization-mutations.js'
import type { NewUnit, Operation, OperationUnit } from './reorganization-query.js'

/** A unit as a form holds it: one that stands (id:…), or one that the reorganization founds (ref:…). */
export interface Choice {
  value: string
  label: string
}

/** What is known of a unit that stands, to fill in what a new one beside it will most likely be. */
export interface KnownUnit {
  id: string
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
  ancestors: ReadonlyArray<{ id: string; name: string }>
}

/** The unit of a form as an input of the API. */
export function refOf({ value }: Choice): UnitRefInput {
  const [kind, ...rest] = value.split(':')
  const name = rest.join(':')
  return kind === 'ref' ? { ref: name } : { id: name }
}

/** A unit that stands as a form holds it. */
export function choiceOfUnit({ id, name }: { id: string; name: string }): Choice {
  return { value: `id:${id}`, label: name }
}

/** Every unit that the operations found, by its reference. */
export function newUnitsOf(operations: readonly Operation[]): Map<string, NewUnit> {
  const units = operations.flatMap(({ newUnit, successors }) => [
    newUnit,
    ...successors.map((successor) => successor.newUnit),
  ])
  return new Map(units.flatMap((unit) => (unit ? [[unit.ref, unit]] : [])))
}

/** What a unit of an operation is called; its reference where nobody says more. */
export function nameOf(
  unit: OperationUnit | null | undefined,
  founded: ReadonlyMap<string, NewUnit>,
): string {
  if (!unit) return '–'
  if (unit.organization) return unit.organization.name
  return (unit.ref && founded.get(unit.ref)?.name) ?? unit.ref ?? '–'
}

/** A unit of an operation as a form holds it; nothing for one that is out of sight. */
export function choiceOf(
  unit: OperationUnit | null | undefined,
  founded: ReadonlyMap<string, NewUnit>,
): Choice | undefined {
  if (unit?.organization) return choiceOfUnit(unit.organization)
  return unit?.ref ? { value: `ref:${unit.ref}`, label: nameOf(unit, founded) } : undefined
}
