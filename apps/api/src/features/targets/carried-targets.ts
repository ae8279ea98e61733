import { yearOf, type Day, type TargetRule } from '@seedbed/shared'
import type { TargetRow } from './target.repository.js'

/** A unit that ends on a day, with who takes over and what becomes of its targets. */
export interface EndingWithTargets {
  unit: number
  /** The principal successor; null: nobody. */
  successor: number | null
  rule: TargetRule
}

/** What becomes of one target of an ended unit. */
export interface TargetOutcome {
  target: TargetRow
  successor: number | null
  rule: TargetRule
}

/** A target that a successor gets; `own` is the one that it has already and that is added to. */
export interface CarriedTarget {
  successor: number
  yearFrom: number
  yearTo: number
  amountMin: number
  amountMax: number | null
  /** What is carried or added up, the first of them as the model for the rest. */
  from: TargetRow[]
  own: TargetRow | null
}

export interface CarriedTargets {
  outcomes: TargetOutcome[]
  carried: CarriedTarget[]
  /** Successors that would have two targets of a kind for a year. */
  collisions: Array<{ successor: number; targets: TargetRow[]; year: number }>
}

/** What two targets must have in common to be of one sort: all that says what is to be reached. */
const sorts = ['kind', 'indicator', 'condition', 'tier', 'unitKind', 'unitSector', 'group'] as const

const sameSort = (a: TargetRow, b: TargetRow) => sorts.every((name) => a[name] === b[name])

/** Percentages are not added up. */
const isRate = ({ rate }: TargetRow) => rate !== null

/**
 * What becomes of the targets for the year of the day and later ones: CLOSE ends them with the unit, CARRY_OVER lets
 * the one that there is go on at the successor, SUM adds all up there, with the successor's own (percentages end instead). Each target is of
 * whole years and is never prorated. Two of a kind for a year collide unless they are added up. Pure.
 */
export function carriedTargets(
  endings: readonly EndingWithTargets[],
  targets: ReadonlyMap<number, readonly TargetRow[]>,
  on: Day,
): CarriedTargets {
  const result: CarriedTargets = { outcomes: [], carried: [], collisions: [] }
  const bySuccessor = new Map<number, { rows: TargetRow[]; sums: boolean }>()
  for (const { unit, successor, rule } of endings) {
    for (const target of targets.get(unit) ?? []) {
      if (target.yearTo < yearOf(on)) continue
      result.outcomes.push({ target, successor: rule === 'CLOSE' ? null : successor, rule })
      if (rule === 'CLOSE' || successor === null) continue
      const all = bySuccessor.get(successor) ?? { rows: [], sums: true }
      all.rows.push(target)
      all.sums &&= rule === 'SUM'
      bySuccessor.set(successor, all)
    }
  }
  for (const [successor, { rows, sums }] of bySuccessor) {
    const own = (targets.get(successor) ?? []).filter(({ yearTo }) => yearTo >= yearOf(on))
    for (const sort of sortsOf(rows)) {
      const wanted = {
        successor,
        rows: sort,
        own: own.filter((row) => sameSort(row, sort[0] as TargetRow)),
        sums,
      }
      carry(wanted, yearOf(on), result)
    }
  }
  return result
}

function sortsOf(rows: readonly TargetRow[]): TargetRow[][] {
  const sorts: TargetRow[][] = []
  for (const row of rows) {
    const sort = sorts.find(([first]) => first && sameSort(first, row))
    if (sort) sort.push(row)
    else sorts.push([row])
  }
  return sorts
}

interface Wanted {
  successor: number
  rows: TargetRow[]
  own: TargetRow[]
  sums: boolean
}

const inYear = (rows: readonly TargetRow[], year: number) =>
  rows.filter(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo)

/** Year by year, then years with the same parts as one: a range of years is never torn where nothing changes. */
function carry({ successor, rows, own, sums }: Wanted, first: number, result: CarriedTargets): void {
  const last = Math.max(...rows.map(({ yearTo }) => yearTo))
  const found: CarriedTarget[] = []
  for (let year = first; year <= last; year += 1) {
    const from = inYear(rows, year)
    const present = inYear(own, year)
    if (from.length === 0) continue
    if (!sums && from.length + present.length > 1) {
      result.collisions.push({ successor, targets: [...from, ...present], year })
      continue
    }
    const parts = [...from, ...present]
    if (parts.length > 1 && parts.some(isRate)) {
      for (const outcome of result.outcomes)
        if (from.includes(outcome.target)) Object.assign(outcome, { successor: null, rule: 'CLOSE' })
      continue
    }
    const amountMin = parts.reduce((sum, row) => sum + row.amountMin, 0)
    const amountMax = parts.every((row) => row.amountMax !== null)
      ? parts.reduce((sum, row) => sum + (row.amountMax ?? 0), 0)
      : null
    const before = found.at(-1)
    const joins =
      before?.yearTo === year - 1 &&
      before.amountMin === amountMin &&
      before.amountMax === amountMax &&
      before.own === (present[0] ?? null) &&
      from.every((row) => row.yearFrom < row.yearTo)
    if (joins) before.yearTo = year
    else
      found.push({
        successor,
        yearFrom: year,
        yearTo: year,
        amountMin,
        amountMax,
        from,
        own: present[0] ?? null,
      })
  }
  for (const one of found) {
    const torn = one.own && (one.own.yearFrom !== one.yearFrom || one.own.yearTo !== one.yearTo)
    if (torn)
      result.collisions.push({ successor, targets: [...one.from, one.own as TargetRow], year: one.yearFrom })
    else result.carried.push(one)
  }
}
