import { isDay, OPEN_END, yearOf, type Day } from './calendar.js'
import { findIndicator } from './indicators.js'
import type {
  OrganizationQuery,
  PersonCondition,
  PersonQuery,
  QueryComparison,
  QueryCondition,
} from './inspection-query.js'
import { COMPARE_OPERATORS, PERSON_FACTS } from './inspection-query.js'
import { impossibleIn } from './inspection-impossible.js'
import { reason, type Reason } from './reasons.js'
import { searchKey } from './text.js'

/** Bounds of a question, the same in the browser and the API. */
export const QUERY_LIMITS = {
  scope: 50,
  codes: 50,
  conditions: 40,
  depth: 4,
  columns: 30,
  orders: 5,
  years: 10,
  number: 10_000_000,
  nameLength: 120,
  noteLength: 2_000,
  sample: 1_000,
} as const

/** What is wrong with a question: where, and why. */
export interface QueryFault {
  field: string
  why: Reason
}

const fault = (field: string, why: Reason): QueryFault => ({ field, why })

/** The first of some checks that finds something. */
function first(checks: ReadonlyArray<() => QueryFault | null>): QueryFault | null {
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return null
}

function tooMany(field: string, list: readonly unknown[] | null | undefined, limit: number) {
  return (list?.length ?? 0) > limit ? fault(field, reason('QUERY_TOO_MANY', { limit })) : null
}

function unknownIndicator(field: string, id: string): QueryFault | null {
  return findIndicator(id) ? null : fault(field, reason('QUERY_UNKNOWN_INDICATOR', { id: id.slice(0, 40) }))
}

function badPeriod(
  from: Day | null | undefined,
  asOf: Day | null | undefined,
  prefix = '',
): QueryFault | null {
  for (const [name, day] of [
    ['from', from],
    ['asOf', asOf],
  ] as const)
    if (day !== null && day !== undefined && (!isDay(day) || yearOf(day) >= yearOf(OPEN_END)))
      return fault(`${prefix}${name}`, reason('NOT_A_DAY'))
  return from && asOf && asOf < from ? fault(`${prefix}asOf`, reason('QUERY_ENDS_BEFORE')) : null
}

function badNumber(field: string, value: number | null | undefined): QueryFault | null {
  if (value === null || value === undefined) return fault(field, reason('QUERY_NEEDS_NUMBER'))
  return Number.isFinite(value) && Math.abs(value) <= QUERY_LIMITS.number
    ? null
    : fault(field, reason('QUERY_NUMBER_BOUNDS', { limit: QUERY_LIMITS.number }))
}

const lone = new Set(['MISSING', 'PRESENT'])

function badBounds(field: string, one: QueryComparison): QueryFault | null {
  if (lone.has(one.operator)) return null
  const to = one.to ?? 'NUMBER'
  if (one.operator === 'BETWEEN') {
    if (to !== 'NUMBER') return fault(`${field}.to`, reason('QUERY_BETWEEN_NUMBERS'))
    const wrong = badNumber(`${field}.number`, one.number) ?? badNumber(`${field}.upTo`, one.upTo)
    if (wrong) return wrong
    return Number(one.upTo) < Number(one.number)
      ? fault(`${field}.upTo`, reason('QUERY_BETWEEN_TURNED'))
      : null
  }
  if (to === 'NUMBER') return badNumber(`${field}.number`, one.number)
  if (one.factor !== null && one.factor !== undefined) {
    const wrong = badNumber(`${field}.factor`, one.factor)
    if (wrong) return wrong
  }
  if (to !== 'INDICATOR') return null
  if (!one.other) return fault(`${field}.other`, reason('QUERY_NEEDS_INDICATOR'))
  const same = one.other === one.indicator && (one.factor ?? 1) === 1 && !one.from && !one.asOf
  return (
    unknownIndicator(`${field}.other`, one.other) ??
    (same ? fault(`${field}.other`, reason('QUERY_WITH_ITSELF')) : null)
  )
}

function badComparison(field: string, one: QueryComparison): QueryFault | null {
  if (!Object.hasOwn(COMPARE_OPERATORS, one.operator))
    return fault(`${field}.operator`, reason('UNKNOWN_CODE'))
  const years = one.years ?? 1
  return first([
    () => unknownIndicator(`${field}.indicator`, one.indicator),
    () => badBounds(field, one),
    () => badPeriod(one.from, one.asOf, `${field}.`),
    () =>
      Boolean(one.from) === Boolean(one.asOf) ? null : fault(`${field}.asOf`, reason('QUERY_WHOLE_PERIOD')),
    () =>
      Number.isInteger(years) && years >= 1 && years <= QUERY_LIMITS.years
        ? null
        : fault(`${field}.years`, reason('QUERY_YEARS', { limit: QUERY_LIMITS.years })),
  ])
}

function badFact(field: string, { fact, after }: NonNullable<QueryCondition['fact']>): QueryFault | null {
  const needsDay = fact === 'TARGET_RAISED_AFTER' || fact === 'TARGET_LOWERED_AFTER'
  if (!needsDay) return null
  return after && isDay(after) ? null : fault(`${field}.after`, reason('NOT_A_DAY'))
}

function badLeaf(field: string, one: QueryCondition): QueryFault | null {
  if (one.compare) return badComparison(`${field}.compare`, one.compare)
  if (one.fact) return badFact(`${field}.fact`, one.fact)
  const name = one.name ?? ''
  return searchKey(name) === '' || name.length > 100
    ? fault(`${field}.name`, reason('BAD_LENGTH', { limit: 100 }))
    : null
}

const named = (one: object) =>
  Object.values(one).filter((value) => value !== null && value !== undefined).length

interface Tree<Node> {
  all?: Node[] | null
  any?: Node[] | null
}

/** Walks a condition; counts, and refuses what is too much, too deep, empty or two things at once. */
function badTree<Node extends Tree<Node>>(
  field: string,
  node: Node,
  leaf: (field: string, node: Node) => QueryFault | null,
  seen: { count: number },
  depth = 1,
): QueryFault | null {
  seen.count += 1
  if (seen.count > QUERY_LIMITS.conditions)
    return fault(field, reason('QUERY_TOO_MANY', { limit: QUERY_LIMITS.conditions }))
  if (depth > QUERY_LIMITS.depth) return fault(field, reason('QUERY_TOO_DEEP', { limit: QUERY_LIMITS.depth }))
  if (named(node) !== 1) return fault(field, reason('QUERY_ONE_OF'))
  const list = node.all ?? node.any
  if (!list) return leaf(field, node)
  if (list.length === 0) return fault(field, reason('QUERY_EMPTY_GROUP'))
  const kind = node.all ? 'all' : 'any'
  return first(
    list.map((one, index) => () => badTree(`${field}.${kind}.${index}`, one, leaf, seen, depth + 1)),
  )
}

/**
 * What is wrong with a question about units, the first thing found: an unknown indicator, a condition that is
 * incomplete, too many, or can never hold. What the tree and the lists of codes say is checked where it is asked.
 */
export function faultOfOrganizationQuery(query: OrganizationQuery): QueryFault | null {
  const { where, indicators, orderBy } = query
  return first([
    () => badPeriod(query.from, query.asOf),
    () => badPeriod(query.treeAt, query.knownOn),
    () => tooMany('scope', query.scope, QUERY_LIMITS.scope),
    () => tooMany('tiers', query.tiers, QUERY_LIMITS.codes),
    () => tooMany('kinds', query.kinds, QUERY_LIMITS.codes),
    () => tooMany('sectors', query.sectors, QUERY_LIMITS.codes),
    () => tooMany('groups', query.groups, QUERY_LIMITS.codes),
    () => (indicators.length === 0 ? fault('indicators', reason('QUERY_NEEDS_INDICATOR')) : null),
    () => tooMany('indicators', indicators, QUERY_LIMITS.columns),
    ...indicators.map((id) => () => unknownIndicator('indicators', id)),
    () => tooMany('orderBy', orderBy, QUERY_LIMITS.orders),
    ...(orderBy ?? []).map(
      ({ indicator }) =>
        () =>
          indicator ? unknownIndicator('orderBy', indicator) : null,
    ),
    () => (where ? badTree('where', where, badLeaf, { count: 0 }) : null),
    () => {
      const never = where ? impossibleIn('where', where) : null
      return never ? fault(never, reason('QUERY_IMPOSSIBLE')) : null
    },
  ])
}

function badPersonLeaf(field: string, one: PersonCondition): QueryFault | null {
  if (one.attribute)
    return one.attribute.codes.length === 0
      ? fault(`${field}.attribute.codes`, reason('QUERY_EMPTY_GROUP'))
      : tooMany(`${field}.attribute.codes`, one.attribute.codes, QUERY_LIMITS.codes)
  if (one.day) {
    const { from, to } = one.day
    if (!from && !to) return fault(`${field}.day.from`, reason('NOT_A_DAY'))
    return badPeriod(from, to, `${field}.day.`)
  }
  const { fact, number } = one.fact as NonNullable<PersonCondition['fact']>
  if (PERSON_FACTS[fact].needs === null) return null
  return Number.isInteger(number) && Number(number) >= 0 && Number(number) <= 36_500
    ? null
    : fault(`${field}.fact.number`, reason('QUERY_NEEDS_NUMBER'))
}

/** The same for a question about persons. */
export function faultOfPersonQuery(query: PersonQuery): QueryFault | null {
  return first([
    () => badPeriod(query.from, query.asOf),
    () => tooMany('scope', query.scope, QUERY_LIMITS.scope),
    () =>
      query.subject === 'ADMISSIONS' && !query.from ? fault('from', reason('QUERY_WHOLE_PERIOD')) : null,
    () => (query.where ? badTree('where', query.where, badPersonLeaf, { count: 0 }) : null),
  ])
}
