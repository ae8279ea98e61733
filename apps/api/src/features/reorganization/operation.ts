import {
  DISSOLVE_REASONS,
  LIMITS,
  normalizeName,
  reason,
  type DissolveReason,
  type OrganizationEventKind,
  type TargetRule,
} from '@seedbed/shared'
import { invalidInput, refuseLonger } from '../../errors/errors.js'

/** A unit as an operation names it: one that stands (its outer id), or one that the reorganization founds. */
export type UnitRef = { id: string } | { ref: string }

export interface NewUnitSpec {
  ref: string
  parent: UnitRef | null
  code: string
  name: string
  tier: string
  kind: string
  sector: string | null
}

export interface SuccessorSpec {
  unit: UnitRef | null
  newUnit: NewUnitSpec | null
  principal: boolean
  children: UnitRef[]
}

/** What is stored of an operation; what its kind does not use is null or empty. */
export interface OperationBody {
  kind: OrganizationEventKind
  units: UnitRef[]
  newUnit: NewUnitSpec | null
  successors: SuccessorSpec[]
  parent: UnitRef | null
  name: string | null
  code: string | null
  tier: string | null
  unitKind: string | null
  sector: string | null
  reason: DissolveReason | null
  targetRule: TargetRule | null
  restToPrincipal: boolean
  note: string | null
}

/** Text that is equal exactly for the same unit. */
export function refKey(unit: UnitRef): string {
  return 'id' in unit ? `id ${unit.id}` : `ref ${unit.ref}`
}

/** The units that an operation founds. */
export function newUnitsOf(body: OperationBody): NewUnitSpec[] {
  return [...(body.newUnit ? [body.newUnit] : []), ...body.successors.flatMap(({ newUnit }) => newUnit ?? [])]
}

/** How a successor is named. */
export function successorRef({ unit, newUnit }: SuccessorSpec): UnitRef {
  if (unit) return unit
  return { ref: newUnit?.ref ?? '' }
}

/** Every unit that an operation names. */
export function unitsNamedBy(body: OperationBody): UnitRef[] {
  const parents = newUnitsOf(body).flatMap(({ parent }) => parent ?? [])
  const successors = body.successors.flatMap(({ unit, children }) => [...(unit ? [unit] : []), ...children])
  return [...body.units, ...(body.parent ? [body.parent] : []), ...parents, ...successors]
}

/** How many units and successors the kinds have. */
const shapes: Record<OrganizationEventKind, { units: [number, number]; successors: [number, number] }> = {
  ESTABLISH: { units: [0, 0], successors: [0, 0] },
  RENAME: { units: [1, 1], successors: [0, 0] },
  RECLASSIFY: { units: [1, 1], successors: [0, 0] },
  MOVE: { units: [1, LIMITS.operationUnits], successors: [0, 0] },
  MERGE: { units: [1, LIMITS.operationUnits], successors: [1, 1] },
  SPLIT: { units: [1, 1], successors: [2, LIMITS.operationUnits] },
  DISSOLVE: { units: [1, LIMITS.operationUnits], successors: [0, 1] },
  HAND_OVER: { units: [1, LIMITS.operationUnits], successors: [0, 0] },
}

/**
 * Refuses an operation that no tree could carry out (INVALID_INPUT, the field below `at`): too few or too many units
 * or successors for its kind, a missing superior, name or reason, a unit named twice, texts out of bounds.
 */
export function refuseShape(body: OperationBody, at: string): void {
  const { units, successors } = shapes[body.kind]
  refuseCount(body.units.length, units, `${at}.units`)
  refuseCount(body.successors.length, successors, `${at}.successors`)
  refuseTwice(body.units, `${at}.units`)
  refuseTwice(body.successors.map(successorRef), `${at}.successors`)
  refuseTwice(
    body.successors.flatMap(({ children }) => children),
    `${at}.successors.children`,
  )
  const placed = body.kind === 'MOVE' || body.kind === 'HAND_OVER'
  refuseMissing(placed === (body.parent !== null), `${at}.parent`)
  refuseMissing((body.kind === 'ESTABLISH') === (body.newUnit !== null), `${at}.newUnit`)
  refuseMissing(body.kind !== 'RENAME' || body.name !== null, `${at}.name`)
  refuseMissing((body.kind === 'DISSOLVE') === (body.reason !== null), `${at}.reason`)
  refuseMissing(body.code === null || body.units.length === 1, `${at}.code`)
  refuseMissing(body.kind !== 'RECLASSIFY' || changesOf(body) > 0, `${at}.unitKind`)
  if (body.kind === 'SPLIT' || body.kind === 'MERGE')
    refuseMissing(
      body.successors.filter(({ principal }) => principal).length === 1,
      `${at}.successors.principal`,
    )
  for (const unit of newUnitsOf(body)) refuseTexts(unit, `${at}.newUnit`)
  refuseTexts(body, at)
  refuseLonger(`${at}.note`, body.note, LIMITS.noteLength)
}

function changesOf({ name, code, tier, unitKind, sector }: OperationBody): number {
  return [name, code, tier, unitKind, sector].filter((value) => value !== null).length
}

function refuseCount(count: number, [least, most]: [number, number], field: string): void {
  if (count < least || count > most) throw invalidInput(field, reason('BAD_COUNT', { least, most }))
}

function refuseTwice(units: readonly UnitRef[], field: string): void {
  if (new Set(units.map(refKey)).size < units.length) throw invalidInput(field, reason('NAMED_TWICE'))
}

function refuseMissing(holds: boolean, field: string): void {
  if (!holds) throw invalidInput(field, reason('NOT_OF_KIND'))
}

function refuseTexts({ name, code }: { name: string | null; code: string | null }, at: string): void {
  if (name !== null) {
    const { length } = normalizeName(name)
    if (length === 0 || length > LIMITS.nameLength)
      throw invalidInput(`${at}.name`, reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  }
  if (code !== null && (code.trim() !== code || code === '' || code.length > LIMITS.codeLength))
    throw invalidInput(`${at}.code`, reason('BAD_CODE', { limit: LIMITS.codeLength }))
}

/** The listed reason of that name; INVALID_INPUT for another. */
export function dissolveReasonOf(why: string | null | undefined, field: string): DissolveReason | null {
  if (why === undefined || why === null) return null
  if (!Object.hasOwn(DISSOLVE_REASONS, why)) throw invalidInput(field, reason('UNKNOWN_CODE'))
  return why as DissolveReason
}
