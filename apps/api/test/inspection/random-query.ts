import type {
  CompareOperator,
  Day,
  OrganizationQuery,
  QueryComparison,
  QueryCondition,
} from '@seedbed/shared'
import { pick } from '../properties/steps.js'
import type { World } from '../properties/world.js'
import { VALUES } from './naive-query.js'

/** Numbers that follow from a seed. */
export class Numbers {
  constructor(private state: number) {}

  next(below: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return (this.state >>> 8) % below
  }

  chance(of: number): boolean {
    return this.next(of) === 0
  }

  pick<T>(list: readonly T[]): T {
    return pick(list, this.next(1_000_003)) as T
  }
}

const indicators = Object.keys(VALUES)
const operators: readonly CompareOperator[] = ['MORE', 'AT_LEAST', 'LESS', 'AT_MOST', 'EQUAL', 'NOT_EQUAL']
const negative = new Set(['netChange'])

/** A number near one that some unit has, so that a comparison with it divides the units. */
export type SomeValue = (indicator: string, from: Day, asOf: Day) => number

function comparison(numbers: Numbers, query: OrganizationQuery, some: SomeValue): QueryComparison {
  const indicator = numbers.pick(indicators)
  const operator = numbers.pick(operators)
  const period = numbers.chance(5) ? { from: `${query.asOf.slice(0, 4)}-01-01`, asOf: query.asOf } : {}
  const years = numbers.chance(4) ? { years: 2 + numbers.next(2) } : {}
  const own = { indicator, operator, ...period, ...years }
  if (numbers.chance(12)) return { ...own, operator: numbers.pick(['MISSING', 'PRESENT'] as const) }
  const factor = numbers.chance(2) ? { factor: numbers.pick([0.25, 0.5, 1.5, 2]) } : {}
  switch (numbers.next(6)) {
    case 0:
      return {
        ...own,
        to: 'INDICATOR',
        other: numbers.pick(indicators.filter((id) => id !== indicator)),
        ...factor,
      }
    case 1:
      return { ...own, to: 'PARENT', ...factor }
    case 2:
      return { ...own, to: 'PEERS_MEDIAN', ...factor }
    case 3: {
      const number = some(indicator, query.from, query.asOf)
      return { ...own, operator: 'BETWEEN', number, upTo: number + numbers.next(3) }
    }
    default: {
      const number = some(indicator, query.from, query.asOf)
      const never = number <= 0 && operator === 'LESS' && !negative.has(indicator)
      return { ...own, operator: never ? 'AT_MOST' : operator, number }
    }
  }
}

function condition(
  numbers: Numbers,
  query: OrganizationQuery,
  some: SomeValue,
  depth: number,
): QueryCondition {
  if (depth < 2 && numbers.chance(3)) {
    const list = [0, 1].map(() => condition(numbers, query, some, depth + 1))
    return numbers.chance(2) ? { all: list } : { any: list }
  }
  if (numbers.chance(12)) return { name: String(numbers.next(3)) }
  return { compare: comparison(numbers, query, some) }
}

/** A random question about everything below a unit; the days crowd around those on which something happened. */
export function randomQuery(
  world: World,
  numbers: Numbers,
  someOf: (query: OrganizationQuery) => SomeValue,
): { query: OrganizationQuery; scope: number } | null {
  const [from = '', asOf = ''] = [
    world.day(numbers.next(999_999), numbers.chance(2)),
    world.day(numbers.next(999_999), numbers.chance(2)),
  ].sort()
  const perimeter = numbers.chance(3) ? 'RECORDED' : 'RESTATED'
  const treeAt = perimeter === 'RECORDED' || numbers.chance(2) ? asOf : world.day(numbers.next(999_999), true)
  const alive = world.units.filter(({ id, tier }) => tier !== 'CELL' && world.isOpen(id, treeAt))
  const scope = numbers.chance(3) ? numbers.pick(alive) : alive[0]
  if (!scope) return null
  const tiers = numbers.pick([
    [],
    [],
    ['CELL'],
    ['CELL', 'GRASSROOTS'],
    ['DISTRICT', 'GRASSROOTS', 'SECTION'],
  ])
  const query: OrganizationQuery = {
    ...{
      scope: [scope.uid],
      tiers,
      from,
      asOf,
      perimeter,
      countBasis: numbers.pick(['DECISION', 'CEREMONY'] as const),
    },
    ...(perimeter === 'RESTATED' ? { treeAt } : {}),
    ...(numbers.chance(8) ? { kinds: ['COMMUNE'] } : {}),
    indicators: [numbers.pick(indicators), 'admitted'],
    orderBy: Array.from({ length: numbers.next(3) }, () => ({
      ...(numbers.chance(4) ? {} : { indicator: numbers.pick(indicators) }),
      direction: numbers.pick(['ASC', 'DESC'] as const),
    })),
  }
  return { scope: scope.id, query: { ...query, where: condition(numbers, query, someOf(query), 0) } }
}
