import {
  addDays,
  DISSOLVE_REASONS,
  UNIT_ACTS,
  type Day,
  type DissolveReason,
  type UnitAct,
  type UnitAttribute,
} from '@seedbed/shared'
import type { Stay } from './unit-counts.repository.js'

/** What a unit counts as; an attribute that is not counted by is null. */
export interface UnitGroup {
  tier: string | null
  kind: string | null
  sector: string | null
}

/** One unit that came, went or became another sort of unit, shown on a day on which it was what it counts as. */
export interface MovedUnit {
  unit: number
  on: Day
  shownOn: Day
  sortKey: string
  visible: boolean
}

/** All units that did the same and count as the same, by day and name. */
export interface Movement extends UnitGroup {
  act: UnitAct
  /** DISSOLVED: why, null where it was not stated. */
  reason: DissolveReason | null
  /** Where the line stands: by act, by the lists of what is counted by, then by reason; none last. */
  order: readonly number[]
  moved: MovedUnit[]
}

function groupOf(stay: Stay, by: readonly UnitAttribute[]): UnitGroup {
  return {
    tier: by.includes('TIER') ? stay.tier : null,
    kind: by.includes('KIND') ? stay.kind : null,
    sector: by.includes('SECTOR') ? stay.sector : null,
  }
}

const keyOf = ({ tier, kind, sector }: UnitGroup) => JSON.stringify([tier, kind, sector])

/** One turn in a unit's time below another: it came or went, or is counted as something else from then on. */
interface Turn {
  act: UnitAct
  stay: Stay
  on: Day
  shownOn: Day
}

function turnsOf(stays: readonly Stay[], by: readonly UnitAttribute[]): Turn[] {
  const key = (stay: Stay) => keyOf(groupOf(stay, by))
  const came = (act: UnitAct, stay: Stay): Turn => ({ act, stay, on: stay.since, shownOn: stay.since })
  const went = (act: UnitAct, stay: Stay): Turn => ({
    act,
    stay,
    on: stay.until,
    shownOn: addDays(stay.until, -1),
  })
  return stays.flatMap((stay, index) => {
    const last = stays[index - 1]
    const next = stays[index + 1]
    const turns: Turn[] = []
    if (last?.unit !== stay.unit || last.until !== stay.since)
      turns.push(came(stay.since === stay.opened ? 'FOUNDED' : 'TAKEN_OVER', stay))
    else if (key(last) !== key(stay)) turns.push(came('RECLASSIFIED_IN', stay))
    if (next?.unit !== stay.unit || next.since !== stay.until)
      turns.push(went(stay.until === stay.closed ? 'DISSOLVED' : 'HANDED_OVER', stay))
    else if (key(next) !== key(stay)) turns.push(went('RECLASSIFIED_OUT', stay))
    return turns
  })
}

const reasonOf = (act: UnitAct, stay: Stay) => (act === 'DISSOLVED' ? stay.reason : null)

function orderOf(act: UnitAct, stay: Stay, by: readonly UnitAttribute[]): number[] {
  const ranks = { TIER: stay.tierRank, KIND: stay.kindRank, SECTOR: stay.sectorRank ?? Infinity }
  const asked = (Object.keys(ranks) as UnitAttribute[]).filter((one) => by.includes(one))
  const why = reasonOf(act, stay)
  const whyRank = why === null ? Infinity : Object.keys(DISSOLVE_REASONS).indexOf(why)
  return [Object.keys(UNIT_ACTS).indexOf(act), ...asked.map((one) => ranks[one]), whyRank]
}

function inOrder(a: Movement, b: Movement): number {
  const index = a.order.findIndex((rank, position) => rank !== b.order[position])
  return index < 0 ? (keyOf(a) < keyOf(b) ? -1 : 1) : Number(a.order[index]) - Number(b.order[index])
}

function byDayAndName(a: MovedUnit, b: MovedUnit): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.sortKey !== b.sortKey) return a.sortKey < b.sortKey ? -1 : 1
  return a.unit - b.unit
}

/**
 * What changed the number of units below one within a period (both days inclusive), from their stays there by unit
 * and first day. A unit that moves inside stays; one that is taken over on the day it is reclassified counts as what
 * it is from then on. In every group: units on the day before + what came − what went = units on the last day.
 */
export function movementsOf(
  stays: readonly Stay[],
  period: { from: Day; to: Day },
  by: readonly UnitAttribute[],
): Movement[] {
  const lines = new Map<string, Movement>()
  for (const { act, stay, on, shownOn } of turnsOf(stays, by)) {
    if (on < period.from || on > period.to) continue
    const group = groupOf(stay, by)
    const why = reasonOf(act, stay)
    const key = `${act} ${keyOf(group)} ${why ?? ''}`
    const line = lines.get(key) ?? { act, ...group, reason: why, order: orderOf(act, stay, by), moved: [] }
    const { unit, sortKey, visible } = stay
    line.moved.push({ unit, on, shownOn, sortKey, visible: Number(visible) === 1 })
    lines.set(key, line)
  }
  const all = [...lines.values()].sort(inOrder)
  for (const { moved } of all) moved.sort(byDayAndName)
  return all
}
