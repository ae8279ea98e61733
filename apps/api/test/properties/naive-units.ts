import { addDays, fullYearsBetween, type Day, type UnitCondition, type UnitPart } from '@seedbed/shared'
import { naiveSums, type Fact, type NaiveTree } from './naive.js'
import type { World } from './world.js'

/** Both days inclusive. */
export interface Period {
  from: Day
  to: Day
}

/** Whether a unit lived below another on a day; it is not below itself. */
function isBelow(world: World, id: number, unit: number, day: Day): boolean {
  return id !== unit && world.isOpen(id, day) && world.tree.chain(id, day).includes(unit)
}

/** Living units below one on a day, by tier. */
export function naiveCounts(world: World, unit: number, day: Day): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { id, tier } of world.units)
    if (isBelow(world, id, unit, day)) counts[tier] = (counts[tier] ?? 0) + 1
  return counts
}

/** What came and went day by day: "act tier" with its days and units. */
export function naiveMovements(world: World, unit: number, { from, to }: Period): Record<string, string> {
  const lines: Record<string, string[]> = {}
  const write = (act: string, tier: string, day: Day, id: number) => {
    lines[`${act} ${tier}`] = [...(lines[`${act} ${tier}`] ?? []), `${day} ${id}`]
  }
  for (const { id, tier } of world.units) {
    const { opened, closed } = world.tree.life(id)
    let was = isBelow(world, id, unit, addDays(from, -1))
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const is = isBelow(world, id, unit, day)
      if (is && !was) write(day === opened ? 'FOUNDED' : 'TAKEN_OVER', tier, day, id)
      if (was && !is) write(day === closed ? 'DISSOLVED' : 'HANDED_OVER', tier, day, id)
      was = is
    }
  }
  return Object.fromEntries(Object.entries(lines).map(([line, days]) => [line, days.sort().join()]))
}

interface Condition extends Period {
  condition: UnitCondition
  years: number
  perimeter: 'RECORDED' | 'RESTATED'
  treeAt: Day
  /** The same period a year before. */
  last: Period
}

/** Where a unit stands, from the facts alone; nobody has a target here. */
export function naiveStanding(
  tree: NaiveTree,
  facts: readonly Fact[],
  id: number,
  { condition, years, perimeter, treeAt, last, from, to }: Condition,
): UnitPart {
  const sums = (days: Period) =>
    naiveSums(tree, facts, id, {
      from: days.from,
      eve: addDays(days.from, -1),
      asOf: days.to,
      recorded: perimeter === 'RECORDED',
      treeAt,
    })
  const now = sums({ from, to })
  const admitted = ({ flows }: typeof now) => (flows.newlyAdmitted ?? 0) + (flows.readmitted ?? 0)
  const of = (fulfils: boolean): UnitPart => (fulfils ? 'FULFILLING' : 'NOT_FULFILLING')
  if (condition === 'ADMITTED_ANYONE') return of(admitted(now) > 0)
  if (condition === 'INTRODUCED_ANYONE') return of((now.flows.introduced ?? 0) > 0)
  if (condition === 'ROSE_AGAINST_LAST_YEAR') return of(admitted(now) > admitted(sums(last)))
  if (now.lastAdmission !== null) return of(fullYearsBetween(now.lastAdmission, to) >= years)
  return fullYearsBetween(tree.life(id).opened, to) < years ? 'NOT_COUNTED' : 'FULFILLING'
}
