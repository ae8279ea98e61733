import {
  COMPARED_WITH,
  INDICATORS,
  MEMBER_BASES,
  codesOf,
  isDay,
  sameDayLastYear,
  type ComparedWith,
  type Day,
  type MemberBase,
} from '@seedbed/shared'
import { boundsOf, yearBefore } from '../../lib/period.js'
import type { Place } from '../../lib/place.js'

/** Rows that stand there unless others are chosen. */
export const DEFAULT_ROWS: readonly string[] = [
  'admitted',
  'target',
  'completion',
  'overBy',
  'rateOfMembers',
  'femaleShare',
  'ethnicMinorityShare',
  'religiousShare',
  'youthUnionShare',
  'enterpriseShare',
  'age18to30Share',
  'universityShare',
  'introduced',
  'introductionConversion',
  'courseCompleted',
  'courseConversion',
  'recognized',
  'members',
]

/** Rows that can be chosen, in the order of the catalog. */
export const ALL_ROWS: readonly string[] = INDICATORS.map(({ id }) => id)

/** What is compared, as it stands in the address. */
export interface ComparisonState {
  with: ComparedWith
  /** PERIOD: its days. */
  from: Day
  asOf: Day
  /** UNIT: the other unit. */
  other: string | null
  base: MemberBase
  rows: readonly string[]
}

const named = <T extends string>(codes: readonly T[], text: string | null) =>
  codes.find((code) => code === text)

/** The rows as the address holds them; nothing for the default. */
export function writeRows(rows: readonly string[]): string | null {
  const ordered = ALL_ROWS.filter((id) => rows.includes(id))
  const isDefault = ordered.length === DEFAULT_ROWS.length && DEFAULT_ROWS.every((id) => rows.includes(id))
  return isDefault || ordered.length === 0 ? null : ordered.join(',')
}

/** Reads the address; another period is, until one is chosen, the whole year before. */
export function readComparison(params: URLSearchParams, place: Place): ComparisonState {
  const day = (key: string) => [params.get(key)].find((text): text is Day => text !== null && isDay(text))
  const before = boundsOf(yearBefore(place.period, place.asOf), sameDayLastYear(place.asOf))
  const chosen = (params.get('rows') ?? '').split(',')
  const rows = ALL_ROWS.filter((id) => chosen.includes(id))
  return {
    with: named(codesOf(COMPARED_WITH), params.get('with')) ?? 'SAME_DATE_LAST_YEAR',
    from: day('thenFrom') ?? before.from,
    asOf: day('thenAsOf') ?? before.to,
    other: params.get('other'),
    base: named(codesOf(MEMBER_BASES), params.get('base')) ?? 'PREVIOUS_YEAR_END',
    rows: rows.length > 0 ? rows : DEFAULT_ROWS,
  }
}

/** The other side as the API asks for it. */
export function otherSide(state: ComparisonState) {
  if (state.with === 'PERIOD') return { with: state.with, from: state.from, asOf: state.asOf }
  return { with: state.with, ...(state.with === 'UNIT' ? { organizationId: state.other } : {}) }
}

/** Day and period that the other side shows: by the same tree, as the comparison reads them. */
export function placeThen(state: ComparisonState, place: Place): Place {
  if (state.with === 'UNIT') return place
  const tree = place.perimeter === 'RESTATED' ? { treeAt: place.treeAt ?? place.asOf } : {}
  if (state.with === 'PERIOD')
    return { ...place, ...tree, asOf: state.asOf, period: { kind: 'from', from: state.from } }
  return {
    ...place,
    ...tree,
    asOf: sameDayLastYear(place.asOf),
    period: yearBefore(place.period, place.asOf),
  }
}
