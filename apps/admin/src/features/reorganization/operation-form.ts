import type { OrganizationEventKind, TargetRule } from '@seedbed/shared'
import type { NewUnitInput, OperationInput } from './reorganization-mutations.js'
import type { NewUnit, Operation, Successor } from './reorganization-query.js'
import { choiceOf, refOf, type Choice } from './unit-choice.js'

/** The kinds of operations in the order in which they are offered: what a reform does most comes first. */
export const OPERATION_KINDS = [
  'MERGE',
  'MOVE',
  'SPLIT',
  'DISSOLVE',
  'ESTABLISH',
  'RENAME',
  'RECLASSIFY',
  'HAND_OVER',
] as const satisfies readonly OrganizationEventKind[]

/** Whether a text of the address is a kind of operation. */
export function isKind(text: string | null): text is OrganizationEventKind {
  return OPERATION_KINDS.some((kind) => kind === text)
}

/** A unit to be founded as a form holds it. */
export interface NewUnitValues {
  ref?: string
  name: string
  code: string
  tier: string
  kind: string
  sector?: string
  parent?: Choice
}

/** Who takes over as a form holds it. */
export interface HeirValues {
  how: 'NEW' | 'STANDING'
  unit?: Choice
  newUnit?: NewUnitValues
  /** SPLIT: the units below that were assigned to it; kept while the form is open. */
  children?: Choice[]
}

/** An operation as a form holds it; what its kind does not use is absent. */
export interface OperationValues {
  units?: Choice[]
  unit?: Choice
  parent?: Choice
  heir?: HeirValues
  heirs?: HeirValues[]
  principal?: number
  newUnit?: NewUnitValues
  name?: string
  code?: string
  tier?: string
  unitKind?: string
  sector?: string
  reason?: string
  targetRule?: TargetRule
  restToPrincipal?: boolean
  note?: string
}

const SINGLE: ReadonlySet<OrganizationEventKind> = new Set(['RENAME', 'RECLASSIFY', 'SPLIT'])

/** Whether a kind is done to exactly one unit. */
export function isSingle(kind: OrganizationEventKind): boolean {
  return SINGLE.has(kind)
}

const text = (value: string | null | undefined) => (value?.trim() ? value.trim() : undefined)

function newUnitInput({ ref, name, code, tier, kind, sector, parent }: NewUnitValues): NewUnitInput {
  return {
    ...(ref ? { ref } : {}),
    name: name.trim(),
    code: code.trim(),
    tier,
    kind,
    ...(sector ? { sector } : {}),
    ...(parent ? { parent: refOf(parent) } : {}),
  }
}

function heirInput({ how, unit, newUnit, children = [] }: HeirValues, principal: boolean) {
  return {
    ...(how === 'NEW' && newUnit ? { newUnit: newUnitInput(newUnit) } : {}),
    ...(how === 'STANDING' && unit ? { unit: refOf(unit) } : {}),
    ...(children.length > 0 ? { children: children.map(refOf) } : {}),
    principal,
  }
}

function heirsOf(kind: OrganizationEventKind, values: OperationValues) {
  if (kind === 'SPLIT')
    return (values.heirs ?? []).map((heir, index) => heirInput(heir, index === (values.principal ?? 0)))
  if (kind === 'MERGE' && values.heir) return [heirInput(values.heir, true)]
  if (kind === 'DISSOLVE' && values.heir?.unit)
    return [heirInput({ how: 'STANDING', unit: values.heir.unit }, true)]
  return undefined
}

/** The form as an input of the API: only what the kind uses, and no empty texts. */
export function operationInput(kind: OrganizationEventKind, values: OperationValues): OperationInput {
  const units = isSingle(kind) ? (values.unit ? [values.unit] : []) : (values.units ?? [])
  const placed = kind === 'MOVE' || kind === 'HAND_OVER'
  const coded = kind === 'RENAME' || kind === 'RECLASSIFY' || (placed && units.length === 1)
  const input: OperationInput = {
    kind,
    units: kind === 'ESTABLISH' ? undefined : units.map(refOf),
    successors: heirsOf(kind, values),
    newUnit: kind === 'ESTABLISH' && values.newUnit ? newUnitInput(values.newUnit) : undefined,
    parent: placed && values.parent ? refOf(values.parent) : undefined,
    name: kind === 'RENAME' || kind === 'RECLASSIFY' ? text(values.name) : undefined,
    code: coded ? text(values.code) : undefined,
    reason: kind === 'DISSOLVE' ? values.reason : undefined,
    restToPrincipal: kind === 'SPLIT' ? values.restToPrincipal === true : undefined,
    targetRule: values.targetRule,
    note: text(values.note),
    ...(kind === 'RECLASSIFY' ? { tier: values.tier, unitKind: values.unitKind, sector: values.sector } : {}),
  }
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
  ) as OperationInput
}

type Founded = ReadonlyMap<string, NewUnit>

function newUnitValues(unit: NewUnit, founded: Founded): NewUnitValues {
  return {
    ref: unit.ref,
    name: unit.name,
    code: unit.code,
    tier: unit.tier,
    kind: unit.kind,
    sector: unit.sector ?? undefined,
    parent: choiceOf(unit.parent, founded),
  }
}

function heirValues({ unit, newUnit, children }: Successor, founded: Founded): HeirValues {
  return {
    how: newUnit ? 'NEW' : 'STANDING',
    unit: choiceOf(unit, founded),
    newUnit: newUnit ? newUnitValues(newUnit, founded) : undefined,
    children: children.flatMap((child) => choiceOf(child, founded) ?? []),
  }
}

/** An operation of the draft as the form shows it. */
export function operationValues(operation: Operation, founded: Founded): OperationValues {
  const { kind, successors } = operation
  const units = operation.units.flatMap((unit) => choiceOf(unit, founded) ?? [])
  const heirs = successors.map((successor) => heirValues(successor, founded))
  return {
    ...(isSingle(kind) ? { unit: units[0] } : { units }),
    ...(kind === 'SPLIT'
      ? {
          heirs,
          principal: Math.max(
            successors.findIndex(({ principal }) => principal),
            0,
          ),
        }
      : { heir: heirs[0] }),
    parent: choiceOf(operation.parent, founded),
    newUnit: operation.newUnit ? newUnitValues(operation.newUnit, founded) : undefined,
    name: operation.name ?? undefined,
    code: operation.code ?? undefined,
    tier: operation.tier ?? undefined,
    unitKind: operation.unitKind ?? undefined,
    sector: operation.sector ?? undefined,
    reason: operation.reason ?? undefined,
    targetRule: operation.targetRule ?? undefined,
    restToPrincipal: operation.restToPrincipal,
    note: operation.note ?? undefined,
  }
}
