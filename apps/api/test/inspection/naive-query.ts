import {
  addDays,
  fullYearsBetween,
  sameDayLastYear,
  yearOf,
  type Day,
  type OrganizationQuery,
  type QueryComparison,
  type QueryCondition,
} from '@seedbed/shared'
import { naiveSums, type Fact, type NaiveSums } from '../properties/naive.js'
import type { World } from '../properties/world.js'

/** What the tables say of a unit on a day, which the naive tree does not know. */
export interface Named {
  name: string
  sortKey: string
  kind: string
}

/** Everything that a naive answer is computed from. */
export interface Ground {
  world: World
  facts: readonly Fact[]
  /** Targets that stand, by unit and year. */
  targets: ReadonlyMap<string, number>
  names: ReadonlyMap<number, Named>
}

type Amounts = NaiveSums & { target: number | null }
type Values = Record<string, (sums: Amounts, asOf: Day) => number | null>

const flow = (sums: Amounts, ...ids: (keyof NaiveSums['flows'])[]) =>
  ids.reduce((sum, id) => sum + (sums.flows[id] ?? 0), 0)
const admitted = (sums: Amounts) => flow(sums, 'newlyAdmitted', 'readmitted')
const share = (part: number, whole: number | null) =>
  whole !== null && whole > 0 ? (part * 100) / whole : null

/** Indicators as their definitions say, each for itself; nothing of the catalog is read. */
export const VALUES: Values = {
  members: ({ stocks }) => stocks.members ?? 0,
  membersAtStart: ({ before }) => before.members ?? 0,
  admitted,
  introduced: (sums) => flow(sums, 'introduced'),
  recognized: (sums) => flow(sums, 'recognized'),
  transferredIn: (sums) => flow(sums, 'transferredIn'),
  netChange: ({ stocks, before }) => (stocks.members ?? 0) - (before.members ?? 0),
  candidates: ({ stocks }) =>
    Object.entries(stocks).reduce((sum, [id, count]) => sum + (id.startsWith('candidates') ? count : 0), 0),
  target: ({ target }) => target,
  completion: (sums) => share(admitted(sums), sums.target),
  rateOfMembers: (sums) => share(admitted(sums), sums.atYearEnd.members ?? 0),
  femaleShare: (sums) => share(flow(sums, 'admittedFemale'), admitted(sums)),
  yearsSinceLastAdmission: ({ lastAdmission }, asOf) =>
    lastAdmission === null ? null : fullYearsBetween(lastAdmission, asOf),
}

/** Values of every unit in one period, kept so that a condition asks for them once. */
class Periods {
  private readonly known = new Map<string, number | null>()

  constructor(
    private readonly ground: Ground,
    private readonly query: OrganizationQuery,
  ) {}

  value(unit: number, indicator: string, from: Day, asOf: Day): number | null {
    const key = [unit, indicator, from, asOf].join()
    const known = this.known.get(key)
    if (known !== undefined) return known
    const { world, facts, targets } = this.ground
    const recorded = this.query.perimeter === 'RECORDED'
    const treeAt = recorded ? asOf : (this.query.treeAt ?? this.query.asOf)
    const sums = naiveSums(world.tree, facts, unit, { from, eve: addDays(from, -1), asOf, recorded, treeAt })
    let target: number | null = null
    for (let year = yearOf(from); year <= yearOf(asOf); year += 1) {
      const own = targets.get(`${unit} ${year}`)
      if (own !== undefined) target = (target ?? 0) + own
    }
    const value = VALUES[indicator]?.({ ...sums, target }, asOf) ?? null
    this.known.set(key, value)
    return value
  }
}

function back(day: Day, years: number): Day {
  return years === 0 ? day : back(sameDayLastYear(day), years - 1)
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return Number.isInteger(half)
    ? ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
    : (sorted[Math.floor(half)] as number)
}

function compares(operator: string, a: number, b: number): boolean {
  switch (operator) {
    case 'MORE':
      return a > b
    case 'AT_LEAST':
      return a >= b
    case 'LESS':
      return a < b
    case 'AT_MOST':
      return a <= b
    case 'EQUAL':
      return a === b
    default:
      return a !== b
  }
}

/** The answer to a question by its definition: ids in order, values of the columns, and the units that were asked. */
export function naiveAnswer(ground: Ground, query: OrganizationQuery, scope: number) {
  const { world, names } = ground
  const day = query.perimeter === 'RECORDED' ? query.asOf : (query.treeAt ?? query.asOf)
  const periods = new Periods(ground, query)
  const asked = world.units.filter(
    ({ id, tier }) =>
      world.isOpen(id, day) &&
      world.tree.chain(id, day).includes(scope) &&
      (!query.tiers?.length || query.tiers.includes(tier)) &&
      (!query.kinds?.length || query.kinds.includes(names.get(id)?.kind ?? '')),
  )

  const holdsInYear = (unit: number, one: QueryComparison, years: number): boolean => {
    const [from, asOf] = [back(one.from ?? query.from, years), back(one.asOf ?? query.asOf, years)]
    const own = periods.value(unit, one.indicator, from, asOf)
    if (one.operator === 'MISSING') return own === null
    if (own === null) return false
    if (one.operator === 'PRESENT') return true
    if (one.operator === 'BETWEEN') return own >= Number(one.number) && own <= Number(one.upTo)
    const other = otherSide(unit, one, from, asOf, years)
    return other !== null && compares(one.operator, own, other)
  }
  const otherSide = (
    unit: number,
    one: QueryComparison,
    from: Day,
    asOf: Day,
    years: number,
  ): number | null => {
    if ((one.to ?? 'NUMBER') === 'NUMBER') return Number(one.number)
    const times = (value: number | null) => (value === null ? null : value * (one.factor ?? 1))
    if (one.to === 'INDICATOR')
      return times(periods.value(unit, one.other ?? '', back(query.from, years), back(query.asOf, years)))
    if (one.to === 'PARENT') {
      const parent = world.tree.parentAt(unit, day)
      return parent ? times(periods.value(parent, one.indicator, from, asOf)) : null
    }
    const { tier } = world.unit(unit)
    const peers = asked.filter((peer) => peer.tier === tier)
    return times(median(peers.flatMap(({ id }) => periods.value(id, one.indicator, from, asOf) ?? [])))
  }
  const holds = (unit: number, condition: QueryCondition): boolean => {
    if (condition.all) return condition.all.every((one) => holds(unit, one))
    if (condition.any) return condition.any.some((one) => holds(unit, one))
    const { compare, name } = condition
    if (name) return (names.get(unit)?.name ?? '').toLowerCase().includes(name.toLowerCase())
    if (!compare) throw new Error('not a condition of this test')
    return Array.from({ length: compare.years ?? 1 }, (_, years) => years).every((years) =>
      holdsInYear(unit, compare, years),
    )
  }

  const column = (unit: number, id: string) => periods.value(unit, id, query.from, query.asOf)
  const hits = asked.filter(({ id }) => !query.where || holds(id, query.where)).map(({ id }) => id)
  hits.sort((a, b) => {
    for (const { indicator, direction } of query.orderBy ?? []) {
      const [one, other] = indicator
        ? [column(a, indicator), column(b, indicator)]
        : [names.get(a)?.sortKey ?? '', names.get(b)?.sortKey ?? '']
      if (one === other) continue
      if (one === null) return 1
      if (other === null) return -1
      return one < other === (direction === 'ASC') ? -1 : 1
    }
    const [one, other] = [names.get(a)?.sortKey ?? '', names.get(b)?.sortKey ?? '']
    return one === other ? a - b : one < other ? -1 : 1
  })
  return { asked: asked.length, hits, column, value: periods }
}
