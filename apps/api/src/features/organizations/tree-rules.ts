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
