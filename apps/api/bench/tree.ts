import { OPEN_END, type Day } from '@seedbed/shared'
import type { UnitHistory, Version, VersionFacts } from '../src/features/organizations/tree-in-time.js'
import { TIMES, type Size } from './sizes.js'

/** The units of an installation with their whole history, and the ones that questions are asked of. */
export interface Forest {
  units: Map<number, UnitHistory>
  root: UnitHistory
  districts: UnitHistory[]
  grassroots: UnitHistory[]
  communes: UnitHistory[]
  cells: UnitHistory[]
}

/** An outer id that is the same in every run. */
export function uidOf(kind: number, id: number): string {
  return `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(id).padStart(12, '0')}`
}

class Nursery {
  readonly units = new Map<number, UnitHistory>()

  plant(parent: number, tier: string, kind: string, name: string, opened: Day = TIMES.founded): UnitHistory {
    const id = this.units.size + 1
    const facts: VersionFacts = { parent, name, code: `B${id}`, tier, kind, sector: null }
    const sets: Version['sets'] = ['parent', 'name', 'code', 'tier', 'kind', 'sector']
    const unit: UnitHistory = {
      id,
      uid: uidOf(1, id),
      opened,
      closed: OPEN_END,
      heir: null,
      version: 1,
      versions: [{ ...facts, validFrom: opened, validTo: OPEN_END, sets }],
    }
    this.units.set(id, unit)
    return unit
  }

  plantMany(count: number, parents: readonly UnitHistory[], tier: string, kind: string, name: string) {
    return Array.from({ length: count }, (_, index) =>
      this.plant(parents[index % parents.length]?.id ?? 0, tier, kind, `${name} ${index + 1}`),
    )
  }
}

function move(unit: UnitHistory, parent: number, on: Day): void {
  const last = unit.versions.at(-1)
  if (!last || last.parent === parent) return
  unit.versions = [
    ...unit.versions.slice(0, -1),
    { ...last, validTo: on },
    { ...last, parent, validFrom: on, sets: ['parent'] },
  ]
}

/** Each commune takes over the grassroots organizations of one district that lie together, and their cells. */
function reform(nursery: Nursery, forest: Forest, { on, communes }: { on: Day; communes: number }): void {
  const { root, districts, grassroots, cells } = forest
  const ordered = [...grassroots].sort((a, b) => (a.versions[0]?.parent ?? 0) - (b.versions[0]?.parent ?? 0))
  const ending = ordered.filter(({ versions }) => versions[0]?.parent !== root.id)
  forest.communes = Array.from({ length: communes }, (_, index) =>
    nursery.plant(root.id, 'SUPERIOR_COMMUNE', 'COMMUNE', `Đảng bộ xã ${index + 1}`, on),
  )
  const heirs = new Map<number, number>()
  ending.forEach((unit, index) => {
    const heir = forest.communes[Math.floor((index * communes) / ending.length)]?.id ?? root.id
    heirs.set(unit.id, heir)
    move(unit, heir, on)
    Object.assign(unit, { closed: on, heir })
  })
  for (const cell of cells)
    move(cell, heirs.get(cell.versions[0]?.parent ?? 0) ?? cell.versions[0]?.parent ?? 0, on)
  for (const district of districts) Object.assign(district, { closed: on, heir: root.id })
}

/** Grows the tree of a size, with its reform if it has one; the same in every run. */
export function growTree(size: Size): Forest {
  const nursery = new Nursery()
  const root = nursery.plant(0, 'PROVINCE', 'PROVINCE', 'Đảng bộ tỉnh')
  const districts = nursery.plantMany(size.districts, [root], 'DISTRICT', 'DISTRICT', 'Đảng bộ huyện')
  const agencies = nursery.plantMany(size.agencies, [root], 'GRASSROOTS', 'AGENCY', 'Đảng bộ cơ quan')
  const local = size.grassroots - size.agencies
  const below = nursery.plantMany(local, districts, 'GRASSROOTS', 'COMMUNE', 'Đảng bộ cơ sở')
  const grassroots = [...below, ...agencies]
  const cells = nursery.plantMany(size.cells, grassroots, 'CELL', 'RESIDENTIAL', 'Chi bộ')
  const forest: Forest = { units: nursery.units, root, districts, grassroots, communes: [], cells }
  if (size.reform) reform(nursery, forest, size.reform)
  return forest
}
