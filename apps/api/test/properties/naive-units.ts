import {
  addDays,
  fullYearsBetween,
  yearOf,
  type Day,
  type UnitCondition,
  type UnitPart,
} from '@seedbed/shared'
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

/** What a unit counts as on a day. */
export type GroupOf = (id: number, day: Day) => string

/** Living units below one on a day, by what they count as. */
export function naiveCounts(world: World, unit: number, day: Day, groupOf: GroupOf): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { id } of world.units) {
    if (!isBelow(world, id, unit, day)) continue
    const group = groupOf(id, day)
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

/** What came, went and was reclassified day by day: "act group" with its days and units. */
export function naiveMovements(
  world: World,
  unit: number,
  { from, to }: Period,
  groupOf: GroupOf,
): Record<string, string> {
  const lines: Record<string, string[]> = {}
  const write = (act: string, group: string, day: Day, id: number) => {
    lines[`${act} ${group}`] = [...(lines[`${act} ${group}`] ?? []), `${day} ${id}`]
  }
  for (const { id } of world.units) {
    const { opened, closed } = world.tree.life(id)
    const groupOn = (day: Day) => (isBelow(world, id, unit, day) ? groupOf(id, day) : undefined)
    let was = groupOn(addDays(from, -1))
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const is = groupOn(day)
      if (is !== was) {
        const [came, went] = [
          day === opened ? 'FOUNDED' : 'TAKEN_OVER',
          day === closed ? 'DISSOLVED' : 'HANDED_OVER',
        ]
        if (is !== undefined) write(was === undefined ? came : 'RECLASSIFIED_IN', is, day, id)
        if (was !== undefined) write(is === undefined ? went : 'RECLASSIFIED_OUT', was, day, id)
      }
      was = is
    }
  }
  return Object.fromEntries(Object.entries(lines).map(([line, days]) => [line, days.sort().join()]))
}

/** Kinds of units by definition: each holds from its day until the next one that was decided. */
export class NaiveKinds {
  private readonly marks: { id: number; day: Day; kind: string }[] = []

  put(id: number, day: Day, kind: string): void {
    const at = this.marks.findIndex((mark) => mark.id === id && mark.day === day)
    if (at >= 0) this.marks.splice(at, 1)
    this.marks.push({ id, day, kind })
    this.marks.sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  kindOf(id: number, day: Day): string {
    return this.marks.filter((mark) => mark.id === id && mark.day <= day).at(-1)?.kind ?? 'COMMUNE'
  }
}

/** The target that the tests give a unit for a year; some have none. */
export function targetOf(id: number, year: number): number | null {
  return (id + year) % 3 === 0 ? null : (id + year) % 4
}

function targetSum(id: number, { from, to }: Period): number | null {
  let sum: number | null = null
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const target = targetOf(id, year)
    if (target !== null) sum = (sum ?? 0) + target
  }
  return sum
}

interface Condition extends Period {
  condition: UnitCondition
  years: number
  perimeter: 'RECORDED' | 'RESTATED'
  treeAt: Day
  /** The same period a year before. */
  last: Period
  withTargets: ReadonlySet<number>
}

/** Where a unit stands, from the facts and the targets alone; only units in `withTargets` have any. */
export function naiveStanding(
  tree: NaiveTree,
  facts: readonly Fact[],
  id: number,
  { condition, years, perimeter, treeAt, last, withTargets, from, to }: Condition,
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
  if (condition === 'REACHED_TARGET') {
    const target = withTargets.has(id) ? targetSum(id, { from, to }) : null
    return target === null ? 'NOT_COUNTED' : of(admitted(now) >= target)
  }
  if (now.lastAdmission !== null) return of(fullYearsBetween(now.lastAdmission, to) >= years)
  return fullYearsBetween(tree.life(id).opened, to) < years ? 'NOT_COUNTED' : 'FULFILLING'
}
