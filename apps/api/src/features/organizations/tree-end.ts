import { addDays, maxDay, OPEN_END, reason, type Day, type DissolveReason } from '@seedbed/shared'
import { conflict } from '../../errors/errors.js'
import type { Basis, TreeDraft } from './tree-draft.js'
import { copyOf, versionAt, type UnitHistory, type Version } from './tree-in-time.js'
import { refuseHeirCycle } from './tree-rules.js'

/** How a unit ends: the principal successor first; `children` are units below that go to that successor. */
export interface Ending {
  kind: 'MERGE' | 'SPLIT' | 'DISSOLVE'
  unit: number
  successors: ReadonlyArray<{ unit: number; children: readonly number[] }>
  reason?: DissolveReason | null
  /** Units below that nobody was assigned to go to the principal successor; else they are forgotten, and refused. */
  restToPrincipal: boolean
}

/** The name of a unit on a day, or its last one. */
export function nameOn(unit: UnitHistory, day: Day): string {
  return (versionAt(unit, day) ?? unit.versions.at(-1))?.name ?? ''
}

/** The unit, alive on the day; else CONFLICT with its name and the day from which or until which it exists. */
export function requireLiving(draft: TreeDraft, id: number, day: Day): UnitHistory {
  const unit = draft.units.get(id)
  if (!unit) throw conflict(reason('NOT_ALIVE'))
  const name = nameOn(unit, day)
  if (day < unit.opened) throw conflict(reason('EXISTS_SINCE', { name, day: unit.opened }))
  if (day >= unit.closed) throw conflict(reason('EXISTED_UNTIL', { name, day: addDays(unit.closed, -1) }))
  return unit
}

/**
 * Ends a unit with all it has, on a draft that is checked later: units below go on under the successor they are
 * assigned to, the unit itself under the principal one (dissolved: under its last superior). Refuses a unit that was
 * founded or ends anyway on or after that day, that changes later (moves aside), a unit below that is forgotten or belongs to
 * another, and a successor that would hand everything back.
 */
export function endUnit(draft: TreeDraft, ending: Ending, basis: Basis): UnitHistory {
  const { unit: id, kind, successors } = ending
  const unit = requireLiving(draft, id, basis.on)
  if (unit.opened === basis.on) throw conflict(reason('FOUNDED_THEN'))
  if (unit.closed !== OPEN_END) throw conflict(reason('ENDS_ALREADY', { day: addDays(unit.closed, -1) }))
  if (
    unit.versions.some(({ validFrom, sets }) => validFrom > basis.on && sets.some((one) => one !== 'parent'))
  )
    throw conflict(reason('LATER_CHANGE'))
  for (const successor of successors) {
    if (successor.unit === id) throw conflict(reason('SUCCEEDS_ITSELF'))
    requireLiving(draft, successor.unit, basis.on)
    refuseHeirCycle(draft.units, id, successor.unit)
  }
  const principal = successors[0]?.unit ?? null
  handOnChildren(draft, ending, basis)
  const after = withoutLater(unit, basis.on)
  const above = versionAt(unit, basis.on)?.parent ?? 0
  if (kind !== 'DISSOLVE' && principal !== null) putUnder(after, () => principal, basis.on)
  Object.assign(after, { closed: basis.on, heir: principal ?? (above || null) })
  return draft.replace(after, {
    ...basis,
    kind,
    successors: successors.map((successor) => successor.unit),
    ...(ending.reason ? { reason: ending.reason } : {}),
  })
}

/** A copy without what was to come after the day: to where it would have moved, an ended unit does not. */
function withoutLater(unit: UnitHistory, on: Day): UnitHistory {
  const copy = copyOf(unit)
  copy.versions = copy.versions.filter(({ validFrom }) => validFrom <= on)
  const last = copy.versions.at(-1)
  if (last) last.validTo = OPEN_END
  return copy
}

/** Units that stand below from the day on, or will. */
export function livingBelow(draft: TreeDraft, id: number, on: Day): UnitHistory[] {
  return draft
    .below(id)
    .filter(
      ({ closed, versions }) =>
        closed > on &&
        versions.some(
          ({ parent, validTo, validFrom }) => parent === id && validTo > on && validFrom < closed,
        ),
    )
}

function handOnChildren(draft: TreeDraft, ending: Ending, basis: Basis): void {
  const { unit: id, successors, kind, restToPrincipal } = ending
  const below = livingBelow(draft, id, basis.on)
  const assigned = new Map(
    successors.flatMap(({ unit, children }) => children.map((child) => [child, unit] as const)),
  )
  const stranger = [...assigned.keys()].find((child) => !below.some((unit) => unit.id === child))
  const strange = stranger === undefined ? undefined : draft.units.get(stranger)
  if (strange) throw conflict(reason('NOT_BELOW', { name: nameOn(strange, basis.on) }))
  for (const child of below) {
    const named = assigned.get(child.id)
    const name = nameOn(child, basis.on)
    if (named === undefined && kind === 'SPLIT' && !restToPrincipal)
      throw conflict(reason('SPLIT_FORGETS', { name }))
    const target = named ?? successors[0]?.unit
    if (target === undefined) throw conflict(reason('STANDS_BELOW', { name }))
    if (target === child.id) throw conflict(reason('BELOW_ITSELF'))
    const after = copyOf(child)
    putUnder(after, (parent) => (parent === id ? target : parent), basis.on)
    draft.replace(after, { ...basis, kind: 'MOVE' })
  }
}

/** Puts another parent into all versions from a day on. */
function putUnder(unit: UnitHistory, parentOf: (parent: number) => number, on: Day): void {
  unit.versions = unit.versions.flatMap((version): Version[] => {
    const parent = parentOf(version.parent)
    if (version.validTo <= on || parent === version.parent) return [version]
    const from = maxDay(version.validFrom, on)
    const sets =
      version.validFrom >= on ? [...new Set([...version.sets, 'parent' as const])] : ['parent' as const]
    const later: Version = { ...version, parent, validFrom: from, sets }
    return version.validFrom < on ? [{ ...version, validTo: on }, later] : [later]
  })
}
