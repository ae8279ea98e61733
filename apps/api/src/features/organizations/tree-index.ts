import type { UnitHistory } from './tree-in-time.js'

/** Finds the units of a draft by what they carry, and by what they stand below, on any day. */
export class TreeIndex {
  private readonly codes = new Map<string, Set<number>>()
  private readonly children = new Map<number, Set<number>>()

  constructor(private readonly units: ReadonlyMap<number, UnitHistory>) {
    for (const unit of units.values()) this.add(unit)
  }

  /** Takes note of what a unit carries and stands below now; what it did before stays noted. */
  add(unit: UnitHistory): void {
    for (const { code, parent } of unit.versions) {
      note(this.codes, code, unit.id)
      note(this.children, parent, unit.id)
    }
  }

  /** Units that carry or carried the code. */
  carriers(code: string): UnitHistory[] {
    return [...(this.codes.get(code) ?? [])].flatMap((id) => this.units.get(id) ?? [])
  }

  /** Units that carry or carried one of the codes of a unit. */
  carriersOfCodes(unit: UnitHistory): UnitHistory[] {
    const ids = new Set(unit.versions.flatMap(({ code }) => [...(this.codes.get(code) ?? [])]))
    return [...ids].flatMap((id) => this.units.get(id) ?? [])
  }

  /** Units that stand directly below on some day. */
  below(id: number): UnitHistory[] {
    return [...(this.children.get(id) ?? [])].flatMap((child) => {
      const unit = this.units.get(child)
      return unit?.versions.some(({ parent }) => parent === id) ? [unit] : []
    })
  }
}

function note<Key>(index: Map<Key, Set<number>>, key: Key, id: number): void {
  const ids = index.get(key) ?? new Set()
  index.set(key, ids.add(id))
}
