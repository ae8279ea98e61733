import { addDays, type Day } from '@seedbed/shared'
import type { TreeDraft } from '../organizations/tree-draft.js'
import { isOpen, versionAt, type UnitHistory } from '../organizations/tree-in-time.js'
import type { CarriedOut } from './carry-out.js'
import type { RehearsedUnit, UnitChange, UnitChangeKind } from './rehearsal.type.js'

/** Members of cells by their ids in the draft: at the end of the day before, and at the beginning of the day. */
export interface MembersOf {
  before: ReadonlyMap<number, number>
  after: ReadonlyMap<number, number>
}

/** How large a tree in a report is at most. */
const mostUnits = 3_000
const mostChanges = 2_000

const kinds: Partial<Record<string, UnitChangeKind>> = {
  ESTABLISH: 'BEGINS',
  MERGE: 'ENDS',
  SPLIT: 'ENDS',
  DISSOLVE: 'ENDS',
  MOVE: 'MOVES',
  HAND_OVER: 'MOVES',
}

/** A draft after a reorganization, as a report shows it. Pure. */
export class RehearsedTree {
  readonly eve: Day
  private readonly original = new Map<number, UnitHistory | null>()
  private readonly changes = new Map<number, UnitChangeKind>()
  private readonly refs: Map<number, string>

  constructor(
    private readonly draft: TreeDraft,
    private readonly carried: CarriedOut,
    private readonly on: Day,
    private readonly cellTiers: ReadonlySet<string>,
    private readonly members: MembersOf,
  ) {
    this.eve = addDays(on, -1)
    this.refs = new Map([...carried.founded].map(([ref, id]) => [id, ref]))
    for (const { unit, before, kind } of draft.events) {
      if (!this.original.has(unit)) this.original.set(unit, before)
      const change = kinds[kind] ?? 'CHANGES'
      const known = this.changes.get(unit)
      const outweighs = change === 'ENDS' || (change === 'MOVES' && known === 'CHANGES')
      if (known === undefined || outweighs) this.changes.set(unit, change)
    }
  }

  private unitAt(id: number, when: 'before' | 'after'): UnitHistory | undefined {
    const changed = this.original.get(id)
    if (when === 'after' || changed === undefined) return this.draft.units.get(id)
    return changed ?? undefined
  }

  private day(when: 'before' | 'after'): Day {
    return when === 'before' ? this.eve : this.on
  }

  /** The version of a living unit before or after. */
  private livingVersion(id: number, when: 'before' | 'after') {
    const unit = this.unitAt(id, when)
    return unit && isOpen(unit, this.day(when)) ? versionAt(unit, this.day(when)) : undefined
  }

  key(id: number): string {
    const ref = this.refs.get(id)
    return ref === undefined ? (this.draft.units.get(id)?.uid ?? '') : `ref:${ref}`
  }

  name(id: number): string {
    const version = this.livingVersion(id, 'after') ?? this.livingVersion(id, 'before')
    return version?.name ?? this.draft.units.get(id)?.versions.at(-1)?.name ?? ''
  }

  code(id: number): string {
    return (this.livingVersion(id, 'after') ?? this.livingVersion(id, 'before'))?.code ?? ''
  }

  /** Living units, living cells and members that the reorganization touches. */
  totals(when: 'before' | 'after'): { units: number; cells: number; members: number } {
    let [units, cells] = [0, 0]
    for (const id of this.draft.units.keys()) {
      const version = this.livingVersion(id, when)
      if (!version || version.tier === 'OUTSIDE') continue
      units += 1
      if (this.cellTiers.has(version.tier)) cells += 1
    }
    const members = [...this.members[when].values()].reduce((sum, one) => sum + one, 0)
    return { units, cells, members }
  }

  /** Cells and members below each unit. */
  private below(when: 'before' | 'after'): Map<number, { cells: number; members: number }> {
    const sums = new Map<number, { cells: number; members: number }>()
    for (const id of this.draft.units.keys()) {
      const version = this.livingVersion(id, when)
      if (!version || !this.cellTiers.has(version.tier)) continue
      const members = this.members[when].get(id) ?? 0
      for (const above of [id, ...this.chain(id, when)]) {
        const sum = sums.get(above) ?? { cells: 0, members: 0 }
        sum.cells += 1
        sum.members += members
        sums.set(above, sum)
      }
    }
    return sums
  }

  private chain(id: number, when: 'before' | 'after'): number[] {
    const chain: number[] = []
    for (let at = this.livingVersion(id, when)?.parent ?? 0; at !== 0 && !chain.includes(at);) {
      chain.push(at)
      at = this.livingVersion(at, when)?.parent ?? 0
    }
    return chain
  }

  /** Units that change, with all above them, parents first. */
  tree(when: 'before' | 'after'): RehearsedUnit[] {
    const shown = new Set<number>()
    const below = this.below(when)
    for (const id of this.changes.keys()) {
      if (shown.size >= mostUnits) break
      if (!this.livingVersion(id, when)) continue
      for (const above of [...this.chain(id, when).reverse(), id]) shown.add(above)
    }
    return [...shown].flatMap((id): RehearsedUnit[] => {
      const version = this.livingVersion(id, when)
      if (!version) return []
      const { code, name, tier, kind, parent } = version
      const change = this.changes.get(id) ?? null
      const sums = below.get(id) ?? { cells: 0, members: 0 }
      return [
        {
          key: this.key(id),
          parentKey: parent === 0 ? null : this.key(parent),
          code,
          name,
          tier,
          kind,
          change,
          ...sums,
        },
      ]
    })
  }

  /** What the operations themselves do to units; who moves along with a unit that ends is counted. */
  list(): { changes: UnitChange[]; changeCount: number; movedAlong: number } {
    const [before, after] = [this.below('before'), this.below('after')]
    const changes: UnitChange[] = []
    let movedAlong = 0
    this.draft.events.forEach(({ unit, kind, successors = [] }, index) => {
      const operation = this.carried.operationOf[index]
      const ends = ['MERGE', 'SPLIT', 'DISSOLVE'].includes(operation?.body.kind ?? '')
      if (kind === 'MOVE' && ends) {
        movedAlong += 1
        return
      }
      const [was, is] = [this.livingVersion(unit, 'before'), this.livingVersion(unit, 'after')]
      const sums = (is ? after : before).get(unit) ?? { cells: 0, members: 0 }
      const parentOf = (parent: number | undefined) => (parent ? this.name(parent) : null)
      changes.push({
        key: this.key(unit),
        change: kinds[kind] ?? 'CHANGES',
        kind,
        position: operation?.position ?? null,
        ...{ codeBefore: was?.code ?? null, nameBefore: was?.name ?? null, tierBefore: was?.tier ?? null },
        ...{ codeAfter: is?.code ?? null, nameAfter: is?.name ?? null, tierAfter: is?.tier ?? null },
        ...{ parentBefore: parentOf(was?.parent), parentAfter: parentOf(is?.parent) },
        becomes: successors.map((id) => this.name(id)),
        ...sums,
      })
    })
    return { changes: changes.slice(0, mostChanges), changeCount: changes.length, movedAlong }
  }

  /** Units that end or begin, and those directly above them before and after. */
  affected(): number[] {
    const ids = new Set<number>()
    for (const [id, change] of this.changes) {
      if (change !== 'ENDS' && change !== 'BEGINS') continue
      ids.add(id)
      for (const when of ['before', 'after'] as const) {
        const parent = this.livingVersion(id, when)?.parent ?? 0
        if (parent !== 0) ids.add(parent)
      }
    }
    for (const { successors } of this.carried.ended) for (const id of successors) ids.add(id)
    return [...ids]
  }

  /** Whether the unit lives on the day before, and on the day. */
  lives(id: number): { before: boolean; after: boolean } {
    return {
      before: this.livingVersion(id, 'before') !== undefined,
      after: this.livingVersion(id, 'after') !== undefined,
    }
  }

  /** Cells of the draft that live before or after. */
  cells(): number[] {
    return [...this.draft.units.keys()].filter((id) =>
      (['before', 'after'] as const).some((when) =>
        this.cellTiers.has(this.livingVersion(id, when)?.tier ?? ''),
      ),
    )
  }
}
