import type { OrganizationKind, Sector, TierCode } from '@seedbed/shared'

/** A unit of the demonstration while it is being planned. */
export interface Unit {
  code: string
  name: string
  tier: TierCode
  kind: OrganizationKind
  sector?: Sector
  parent?: Unit
  children: Unit[]
  /** Members at the opening; cells only. */
  opening: number
  /** Kind that a unit had before the day on which it was reclassified. */
  before?: { name: string; kind: OrganizationKind }
  /** A source run dry (A11): no admission at all, or none after the first year. */
  dry?: 'ALWAYS' | 'SINCE_2021'
}

type UnitDraft = Pick<Unit, 'name' | 'tier' | 'kind'> & { code?: string; letter?: string; sector?: Sector }

/** Adds a unit below another; without a code of its own it gets `<parent>-<letter><number>`. */
export function addUnit(parent: Unit | undefined, draft: UnitDraft): Unit {
  const { letter = 'C', code, ...rest } = draft
  const stem = `${parent?.code ?? ''}-${letter}`
  const number = (parent?.children ?? []).filter((child) => child.code.startsWith(stem)).length + 1
  const unit: Unit = { ...rest, code: code ?? `${stem}${number}`, children: [], opening: 0 }
  if (parent) {
    unit.parent = parent
    parent.children.push(unit)
  }
  return unit
}

/** Whether members belong to the unit itself. */
export function isCell(unit: Unit): boolean {
  return unit.tier === 'CELL' || unit.tier === 'GRASSROOTS_CELL'
}

/** The unit and everything below it, each unit before those below it. */
export function unitsOf(unit: Unit): Unit[] {
  return [unit, ...unit.children.flatMap((child) => unitsOf(child))]
}

/** The cells of a unit; of a cell, itself. */
export function cellsOf(unit: Unit): Unit[] {
  return unitsOf(unit).filter(isCell)
}

/** Code of the district-level committee, or of the root where a unit stands directly below it. */
export function districtOf(unit: Unit): string {
  let place = unit
  while (place.parent?.parent) place = place.parent
  return place.code
}
