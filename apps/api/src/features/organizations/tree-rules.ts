import { addDays, maxDay, minDay, reason, type Day } from '@seedbed/shared'
import { conflict } from '../../errors/errors.js'
import { overlap, type Span, type UnitHistory, type Units, type Version } from './tree-in-time.js'

/** A row of the placement list: `tier` may stand under `parentTier` ('' : nothing) in [validFrom, validTo). */
export interface PlacementRule {
  tier: string
  parentTier: string
  validFrom: Day
  validTo: Day
  regulation: string
}

/** Refuses a unit that would stand below itself on any day of the span, past and future days included. */
export function refuseCycle(units: Units, unit: UnitHistory, parent: number, span: Span): void {
  if (parent === unit.id) throw conflict(reason('BELOW_ITSELF'))
  const above = units.get(parent)
  for (const version of above?.versions ?? []) {
    const window = overlap(version, span)
    if (window) refuseCycle(units, unit, version.parent, window)
  }
}

/**
 * Refuses a unit that stands below itself on some day from `on` on, however the loop came about: walks up on each day
 * on which something above it changes. A loop above it is the fault of the units in it.
 */
export function refuseLoops(units: Units, unit: UnitHistory, on: Day): void {
  const days = [maxDay(on, unit.opened)]
  const walked = new Set<Day>()
  for (let day = days.pop(); day !== undefined; day = days.pop()) {
    if (walked.has(day)) continue
    walked.add(day)
    const seen = new Set<number>([unit.id])
    for (let at: UnitHistory | undefined = unit; at;) {
      const version = at.versions.find(({ validFrom, validTo }) => validFrom <= day && day < validTo)
      const next = at.versions.find(({ validFrom }) => validFrom > day)
      if (next) days.push(next.validFrom)
      const parent: number = version?.parent ?? 0
      if (parent === unit.id) throw conflict(reason('BELOW_ITSELF'))
      if (seen.has(parent)) break
      seen.add(parent)
      at = units.get(parent)
    }
  }
}

/** Refuses a unit that stands under one that does not live, on some day of the span. */
export function refuseClosedParents(units: Units, unit: UnitHistory, span: Span): void {
  for (const version of unit.versions) {
    const window = overlap(version, span)
    const parent = window && units.get(version.parent)
    if (window && parent) refuseClosedParent(parent, unit, window)
  }
}

/** Refuses a unit whose stock would come back to it: the heir ended later and handed over to this very unit. */
export function refuseHeirCycle(units: Units, id: number, heir: number | null): void {
  for (let next = heir; next !== null; next = units.get(next)?.heir ?? null) {
    if (next === id) throw conflict(reason('HEIR_CYCLE'))
  }
}

/** Refuses a parent that does not live through the whole span (cut to the unit's own life). */
export function refuseClosedParent(parent: UnitHistory, unit: UnitHistory, span: Span): void {
  const to = minDay(span.to, unit.closed)
  if (parent.opened > span.from) throw conflict(reason('PARENT_SINCE', { day: parent.opened }))
  if (parent.closed < to) throw conflict(reason('PARENT_UNTIL', { day: addDays(parent.closed, -1) }))
}

/** Refuses a unit whose level may not stand where it stands on some day of the span. */
export function refusePlacement(
  units: Units,
  rules: readonly PlacementRule[],
  unit: UnitHistory,
  span: Span,
): void {
  const life = { from: span.from, to: minDay(span.to, unit.closed) }
  for (const version of unit.versions) {
    const window = overlap(version, life)
    if (window) refuseVersionPlacement(units, rules, version, window)
  }
}

function refuseVersionPlacement(
  units: Units,
  rules: readonly PlacementRule[],
  version: Version,
  window: Span,
): void {
  if (version.parent === 0) return refuseTier(rules, version.tier, '', window)
  for (const above of units.get(version.parent)?.versions ?? []) {
    const both = overlap(above, window)
    if (both) refuseTier(rules, version.tier, above.tier, both)
  }
}

function refuseTier(rules: readonly PlacementRule[], tier: string, parentTier: string, window: Span): void {
  const matches = rules.some(
    (rule) =>
      rule.tier === tier &&
      rule.parentTier === parentTier &&
      rule.validFrom <= window.from &&
      window.from < rule.validTo,
  )
  if (matches) return
  throw conflict(
    parentTier === ''
      ? reason('NEEDS_PARENT', { tier })
      : reason('NOT_UNDER', { tier, parentTier, day: window.from }),
  )
}

/** Refuses a code that another living unit carries on one of the days on which this unit carries it. */
export function refuseSameCode(unit: UnitHistory, others: Iterable<UnitHistory>): void {
  for (const other of others) {
    if (other.id === unit.id) continue
    for (const mine of unit.versions) {
      for (const theirs of other.versions) {
        if (mine.code !== theirs.code) continue
        const from = maxDay(mine.validFrom, theirs.validFrom)
        const to = [mine.validTo, theirs.validTo, unit.closed, other.closed].reduce(minDay)
        if (from < to) throw conflict(reason('CODE_TAKEN', { code: mine.code, day: from }))
      }
    }
  }
}
