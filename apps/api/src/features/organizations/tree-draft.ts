import {
  maxDay,
  normalizeName,
  OPEN_END,
  reason,
  type Day,
  type DissolveReason,
  type OrganizationEventKind,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { conflict, dateOutOfRange, invalidInput, notFound } from '../../errors/errors.js'
import { lastDayOf } from './life.js'
import {
  changeFrom,
  copyOf,
  isOpen,
  versionAt,
  type Span,
  type UnitHistory,
  type VersionFacts,
} from './tree-in-time.js'
import { TreeIndex } from './tree-index.js'
import {
  refuseClosedParent,
  refuseClosedParents,
  refuseCycle,
  refuseHeirCycle,
  refuseLoops,
  refusePlacement,
  refuseSameCode,
  type PlacementRule,
} from './tree-rules.js'

/** Where an act on the tree comes from. */
export interface Basis {
  on: Day
  document?: number | null
  /** Reference of a document that is stored in the same import. */
  documentRef?: string | null
  note?: string | null
}

/** An act on one unit, with its history as it stood before (null: it did not exist). */
export interface TreeEvent extends Basis {
  kind: OrganizationEventKind
  unit: number
  before: UnitHistory | null
  /** The units that take over, the principal one first; none if nobody was named. */
  successors?: readonly number[]
  /** Why the unit was ended, if it was stated. */
  reason?: DissolveReason
}

/** The code lists that an act is checked against. */
export interface TreeLists {
  placements: readonly PlacementRule[]
  tiers: ReadonlySet<string>
  kinds: ReadonlySet<string>
  sectors: ReadonlySet<string>
}

/**
 * Units in memory on which acts are tried: each is checked on every day it touches, and refused whole (CONFLICT
 * with the reason) or done. Nothing is stored until the draft is saved. New units carry negative ids until then.
 */
export class TreeDraft {
  readonly events: TreeEvent[] = []
  readonly changed = new Set<number>()
  private readonly index: TreeIndex
  private nextId = -1
  private unchecked = false

  constructor(
    readonly units: Map<number, UnitHistory>,
    private readonly lists: TreeLists,
  ) {
    this.index = new TreeIndex(units)
  }

  /**
   * From now on acts are done without looking whether the tree can be: several acts of one day may pass through
   * states that could not. `refuseBroken` tells afterwards.
   */
  checkLater(): void {
    this.unchecked = true
  }

  /** Refuses (CONFLICT) a unit that stands, after all acts, where it cannot stand on some day from `on` on. */
  refuseBroken(id: number, on: Day): void {
    const unit = this.units.get(id)
    if (!unit) return
    const span: Span = { from: maxDay(on, unit.opened), to: unit.closed }
    refuseLoops(this.units, unit, on)
    refuseClosedParents(this.units, unit, span)
    refusePlacement(this.units, this.lists.placements, unit, span)
    refuseSameCode(unit, this.index.carriersOfCodes(unit))
  }

  /** Units that stand or stood directly below, whatever the day. */
  below(id: number): UnitHistory[] {
    return this.index.below(id)
  }

  /** The living unit that carries the code on a day; undefined if none does. */
  findByCode(code: string, day: Day): UnitHistory | undefined {
    return this.index.carriers(code).find((unit) => isOpen(unit, day) && versionAt(unit, day)?.code === code)
  }

  /** The unit, alive on the day; else NOT_FOUND or DATE_OUT_OF_RANGE. */
  living(id: number, day: Day): UnitHistory {
    const unit = this.units.get(id)
    if (!unit) throw notFound('Organization')
    if (!isOpen(unit, day))
      throw dateOutOfRange('The unit does not exist on that day', unit.opened, lastDayOf(unit))
    return unit
  }

  establish(facts: Omit<VersionFacts, 'parent'> & { parent: number | null }, basis: Basis): UnitHistory {
    this.refuseUnknownCodes(facts)
    const parent = facts.parent === null ? undefined : this.living(facts.parent, basis.on)
    const id = this.nextId--
    const unit: UnitHistory = {
      id,
      uid: uuid(),
      opened: basis.on,
      closed: OPEN_END,
      heir: null,
      version: 0,
      versions: [
        {
          ...facts,
          name: normalizeName(facts.name),
          parent: parent?.id ?? 0,
          validFrom: basis.on,
          validTo: OPEN_END,
          sets: ['parent', 'name', 'code', 'tier', 'kind', 'sector'],
        },
      ],
    }
    return this.attempt(unit, 'ESTABLISH', basis, null, () => {
      if (parent) refuseClosedParent(parent, unit, { from: basis.on, to: OPEN_END })
      refusePlacement(this.units, this.lists.placements, unit, { from: basis.on, to: OPEN_END })
    })
  }

  rename(id: number, change: { name: string; code?: string | null }, basis: Basis): UnitHistory {
    return this.change(id, 'RENAME', basis, {
      name: normalizeName(change.name),
      code: change.code ?? undefined,
    })
  }

  reclassify(id: number, change: Partial<Omit<VersionFacts, 'parent'>>, basis: Basis): UnitHistory {
    this.refuseUnknownCodes(change)
    const name = change.name === undefined ? undefined : normalizeName(change.name)
    const facts = { tier: change.tier, ...change, name }
    return this.change(id, 'RECLASSIFY', basis, facts, (unit, span) => {
      refusePlacement(this.units, this.lists.placements, unit, span)
      for (const child of this.below(id)) refusePlacement(this.units, this.lists.placements, child, span)
    })
  }

  move(
    id: number,
    change: { parent: number; code?: string | null },
    basis: Basis,
    kind: 'MOVE' | 'HAND_OVER' = 'MOVE',
  ): UnitHistory {
    const parent = this.living(change.parent, basis.on)
    const facts = { parent: parent.id, code: change.code ?? undefined }
    return this.change(id, kind, basis, facts, (unit, span) => {
      refuseCycle(this.units, unit, parent.id, span)
      refuseClosedParent(parent, unit, span)
      refusePlacement(this.units, this.lists.placements, unit, span)
    })
  }

  /** Ends a unit that nothing stands below from that day on. That it is empty of members, the ledger must say. */
  dissolve(
    id: number,
    change: { successor: number | null; reason?: DissolveReason | null },
    basis: Basis,
  ): UnitHistory {
    const unit = this.living(id, basis.on)
    if (unit.opened === basis.on) throw conflict(reason('FOUNDED_THEN'))
    if (change.successor !== null) this.living(change.successor, basis.on)
    if (change.successor === id) throw conflict(reason('SUCCEEDS_ITSELF'))
    for (const other of this.below(id)) {
      const below = other.versions.some(
        (version) => version.parent === id && version.validTo > basis.on && version.validFrom < other.closed,
      )
      if (below && other.closed > basis.on)
        throw conflict(reason('STANDS_BELOW', { name: other.versions.at(-1)?.name ?? '' }))
    }
    if (unit.versions.some((version) => version.validFrom > basis.on)) throw conflict(reason('LATER_CHANGE'))
    const heir = change.successor ?? (versionAt(unit, basis.on)?.parent || null)
    refuseHeirCycle(this.units, id, heir)
    const before = copyOf(unit)
    const after: UnitHistory = { ...copyOf(unit), closed: basis.on, heir }
    const dissolved = this.attempt(after, 'DISSOLVE', basis, before, () => undefined)
    const event = this.events.at(-1)
    if (event && change.successor !== null) event.successors = [change.successor]
    if (event && change.reason) event.reason = change.reason
    return dissolved
  }

  /** Puts a changed unit in place as an act on it; it is checked later. */
  replace(after: UnitHistory, event: Omit<TreeEvent, 'unit' | 'before'>): UnitHistory {
    const before = this.units.get(after.id)
    this.place(after, { ...event, unit: after.id, before: before ? copyOf(before) : null })
    return after
  }

  private change(
    id: number,
    kind: OrganizationEventKind,
    basis: Basis,
    facts: Partial<VersionFacts>,
    check: (unit: UnitHistory, span: Span) => void = () => undefined,
  ): UnitHistory {
    const before = copyOf(this.living(id, basis.on))
    const after = copyOf(before)
    const defined = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
    const span = changeFrom(after, basis.on, defined)
    return this.attempt(after, kind, basis, before, () => check(after, span))
  }

  /** Puts the new state in place, checks it, and takes it back if it is refused. */
  private attempt(
    after: UnitHistory,
    kind: OrganizationEventKind,
    basis: Basis,
    before: UnitHistory | null,
    check: () => void,
  ): UnitHistory {
    const event: TreeEvent = { ...basis, kind, unit: after.id, before }
    if (this.unchecked) return this.place(after, event)
    this.units.set(after.id, after)
    try {
      check()
      refuseSameCode(after, this.index.carriersOfCodes(after))
    } catch (error) {
      if (before) this.units.set(before.id, before)
      else this.units.delete(after.id)
      throw error
    }
    return this.place(after, event)
  }

  private place(after: UnitHistory, event: TreeEvent): UnitHistory {
    this.units.set(after.id, after)
    this.index.add(after)
    this.changed.add(after.id)
    this.events.push(event)
    return after
  }

  private refuseUnknownCodes(facts: { tier?: string; kind?: string; sector?: string | null }): void {
    const { tier, kind, sector } = facts
    if (tier !== undefined && !this.lists.tiers.has(tier)) throw invalidInput('tier', reason('UNKNOWN_CODE'))
    if (kind !== undefined && !this.lists.kinds.has(kind)) throw invalidInput('kind', reason('UNKNOWN_CODE'))
    if (sector !== undefined && sector !== null && !this.lists.sectors.has(sector))
      throw invalidInput('sector', reason('UNKNOWN_CODE'))
  }
}
