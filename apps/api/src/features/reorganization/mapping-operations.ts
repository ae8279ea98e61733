import { type Reason, reason, type OrganizationKind } from '@seedbed/shared'
import type { MappingFault, MappingRow, Regrouping } from './mapping.js'
import { regroup } from './mapping.js'
import type { NewUnitSpec, OperationBody, UnitRef } from './operation.js'

/** A unit as it is on the day before. */
export interface UnitOnEve {
  uid: string
  name: string
  code: string
  tier: string
  kind: string
  sector: string | null
  /** Outer id of the superior unit. */
  parent: string | null
}

/** Where the units of a mapping table stand afterwards, and what level they are. */
export interface Placing {
  parent: UnitRef
  tier: string
}

const kinds: ReadonlyArray<readonly [string, OrganizationKind]> = [
  ['Phường ', 'WARD'],
  ['Xã ', 'COMMUNE'],
  ['Thị trấn ', 'TOWNSHIP'],
  ['Đặc khu ', 'SPECIAL_ZONE'],
]

/** What a place is, by the first word of its name; else what it was. */
export function kindByName(name: string, otherwise: string): string {
  return kinds.find(([word]) => name.startsWith(word))?.[1] ?? otherwise
}

const nothing: Omit<OperationBody, 'kind'> = {
  units: [],
  newUnit: null,
  successors: [],
  parent: null,
  name: null,
  code: null,
  tier: null,
  unitKind: null,
  sector: null,
  reason: null,
  targetRule: null,
  restToPrincipal: false,
  note: null,
}

const idOf = ({ uid }: UnitOnEve): UnitRef => ({ id: uid })

/**
 * A mapping table as operations: several old units become a new one (MERGE), an old unit in parts is divided (SPLIT),
 * a single whole one stays the same unit, reclassified and moved. Codes that nobody carries on the day before and new
 * units without a name are faults. Pure.
 */
export function mappingOperations(
  rows: readonly MappingRow[],
  units: ReadonlyMap<string, UnitOnEve>,
  placing: Placing,
): { bodies: OperationBody[]; faults: MappingFault[] } {
  const faults = rows.flatMap(({ line, oldCode }): MappingFault[] =>
    units.has(oldCode) ? [] : [{ line, field: 'oldCode', reason: reason('NO_SUCH_CODE', { code: oldCode }) }],
  )
  if (faults.length > 0) return { bodies: [], faults }
  const groups = regroup(rows)
  const lineOf = (newCode: string) => rows.find((row) => row.newCode === newCode)?.line ?? 0
  const bodies = groups.flatMap((group) => {
    const result = grouped(group, units, placing)
    if (!('fault' in result)) return result.bodies
    faults.push({ line: lineOf(group.newCode), field: 'newName', reason: result.fault })
    return []
  })
  return { bodies: [...bodies, ...splits(rows, units)], faults }
}

function grouped(
  group: Regrouping,
  units: ReadonlyMap<string, UnitOnEve>,
  placing: Placing,
): { bodies: OperationBody[] } | { fault: Reason } {
  const whole = group.whole.flatMap((code) => units.get(code) ?? [])
  const parts = group.parts.flatMap((code) => units.get(code) ?? [])
  const [first] = [...whole, ...parts]
  if (!first) return { bodies: [] }
  if (whole.length === 1 && parts.length === 0) return { bodies: staying(first, group, placing) }
  if (group.newName === null) return { fault: reason('NEEDS_NAME', { code: group.newCode }) }
  const newUnit: NewUnitSpec = {
    ref: group.newCode,
    parent: placing.parent,
    code: group.newCode,
    name: group.newName,
    tier: placing.tier,
    kind: kindByName(group.newName, first.kind),
    sector: first.sector,
  }
  if (whole.length === 0) return { bodies: [{ ...nothing, kind: 'ESTABLISH', newUnit }] }
  const successors = [{ unit: null, newUnit, principal: true, children: [] }]
  return { bodies: [{ ...nothing, kind: 'MERGE', units: whole.map(idOf), successors }] }
}

/** A whole unit that nothing joins: another level, kind, name and code, another superior, where they differ. */
function staying(unit: UnitOnEve, { newCode, newName }: Regrouping, placing: Placing): OperationBody[] {
  const name = newName ?? unit.name
  const kind = kindByName(name, unit.kind)
  const changes = {
    name: name === unit.name ? null : name,
    code: newCode === unit.code ? null : newCode,
    tier: placing.tier === unit.tier ? null : placing.tier,
    unitKind: kind === unit.kind ? null : kind,
  }
  const stays = Object.values(changes).every((change) => change === null)
  const moves = !('id' in placing.parent && placing.parent.id === unit.parent)
  return [
    ...(stays ? [] : [{ ...nothing, kind: 'RECLASSIFY' as const, units: [idOf(unit)], ...changes }]),
    ...(moves ? [{ ...nothing, kind: 'MOVE' as const, units: [idOf(unit)], parent: placing.parent }] : []),
  ]
}

/** Units that go in parts: the part that keeps the code is the principal one, else the first. */
function splits(rows: readonly MappingRow[], units: ReadonlyMap<string, UnitOnEve>): OperationBody[] {
  const targets = new Map<string, string[]>()
  for (const { oldCode, newCode, extent } of rows)
    if (extent === 'PART') targets.set(oldCode, [...(targets.get(oldCode) ?? []), newCode])
  return [...targets].flatMap(([oldCode, newCodes]): OperationBody[] => {
    const unit = units.get(oldCode)
    if (!unit) return []
    const principal = newCodes.includes(oldCode) ? oldCode : newCodes[0]
    const successors = newCodes.map((ref) => ({
      unit: { ref },
      newUnit: null,
      principal: ref === principal,
      children: [],
    }))
    return [{ ...nothing, kind: 'SPLIT', units: [idOf(unit)], successors }]
  })
}
