import {
  findIndicator,
  isDay,
  QUERY_LIMITS,
  type Day,
  type OrganizationQuery,
  type PersonQuery,
  type QueryComparison,
  type QueryCondition,
  type QueryOrder,
} from '@seedbed/shared'
import { formatPeriodKey } from '../../lib/period.js'
import { parametersOfPersons } from './person-draft.js'
import { questionOf, setOrDrop, type Place } from '../../lib/place.js'

/**
 * A question as it is being made and as it stands in the address. What it leaves open is the page's: the unit on
 * screen, the period, the way of counting.
 */
export type Draft = Omit<OrganizationQuery, 'from' | 'asOf' | 'perimeter' | 'countBasis' | 'treeAt'> & {
  from?: Day
  asOf?: Day
}

/** Columns of a question for which none were chosen. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'members',
  'target',
  'admitted',
  'completion',
  'candidates',
]

/** A question about everything below the unit. */
export const emptyDraft = (): Draft => ({ indicators: [...DEFAULT_COLUMNS] })

type Raw = Record<string, unknown>

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Without what is undefined or an empty list. */
function compact<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(
    ([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0),
  )
  return Object.fromEntries(kept) as T
}

function comparisonFrom(raw: Raw): QueryComparison {
  return compact({
    indicator: text(raw.indicator) ?? '',
    operator: (text(raw.operator) ?? 'MORE') as QueryComparison['operator'],
    to: text(raw.to) as QueryComparison['to'],
    number: number(raw.number),
    upTo: number(raw.upTo),
    other: text(raw.other),
    factor: number(raw.factor),
    years: number(raw.years),
    from: day(raw.from),
    asOf: day(raw.asOf),
  })
}

function conditionFrom(raw: unknown, depth = 0): QueryCondition | null {
  if (!isRaw(raw) || depth > QUERY_LIMITS.depth) return null
  const list = (value: unknown[]) => value.flatMap((one) => conditionFrom(one, depth + 1) ?? [])
  if (Array.isArray(raw.all)) return { all: list(raw.all) }
  if (Array.isArray(raw.any)) return { any: list(raw.any) }
  if (isRaw(raw.compare)) return { compare: comparisonFrom(raw.compare) }
  if (isRaw(raw.fact) && text(raw.fact.fact))
    return { fact: compact({ fact: raw.fact.fact as 'DECLARED_DIFFERS', after: day(raw.fact.after) }) }
  return typeof raw.name === 'string' ? { name: raw.name } : null
}

function orderFrom(raw: unknown): QueryOrder[] {
  if (!isRaw(raw)) return []
  const indicator = text(raw.indicator)
  if (indicator && !findIndicator(indicator)) return []
  return [compact({ indicator, direction: raw.direction === 'DESC' ? 'DESC' : 'ASC' })]
}

function draftFrom(raw: Raw): Draft {
  const columns = texts(raw.indicators).filter((id) => findIndicator(id))
  return compact({
    scope: texts(raw.scope),
    tiers: texts(raw.tiers),
    kinds: texts(raw.kinds),
    sectors: texts(raw.sectors),
    groups: texts(raw.groups),
    lineageOf: text(raw.lineageOf),
    ended: raw.ended === true ? true : undefined,
    from: day(raw.from),
    asOf: day(raw.asOf),
    knownOn: day(raw.knownOn),
    targetKind: text(raw.targetKind) as Draft['targetKind'],
    memberBase: text(raw.memberBase) as Draft['memberBase'],
    where: conditionFrom(raw.where) ?? undefined,
    indicators: columns.length > 0 ? columns : [...DEFAULT_COLUMNS],
    orderBy: Array.isArray(raw.orderBy) ? raw.orderBy.flatMap(orderFrom) : [],
  })
}

/** Reads the question from the address; what is no question is an empty one, what is no part of one is left out. */
export function readDraft(written: string | null): Draft {
  if (!written) return emptyDraft()
  try {
    const raw: unknown = JSON.parse(written)
    return isRaw(raw) ? draftFrom(raw) : emptyDraft()
  } catch {
    return emptyDraft()
  }
}

/** The text that readDraft reads back. */
export const writeDraft = (draft: Draft): string => JSON.stringify(compact(draft))

/** A group that holds nothing asks nothing. */
function withoutEmpty(where: QueryCondition | null | undefined): QueryCondition | undefined {
  return (where?.all ?? where?.any)?.length === 0 ? undefined : (where ?? undefined)
}

/** The whole question, with what the page says of unit, period and counting. */
export function queryOf(draft: Draft, place: Place, unitId: string): OrganizationQuery {
  const page = questionOf(place)
  const { from, asOf, where, ...rest } = draft
  const own = from && asOf
  return compact({
    ...rest,
    scope: draft.scope?.length ? draft.scope : [unitId],
    from: own ? from : page.from,
    asOf: own ? asOf : page.asOf,
    perimeter: page.perimeter,
    countBasis: page.countBasis,
    treeAt: page.treeAt,
    where: withoutEmpty(where),
  })
}

/** The parameters of the page that shows a whole question, kept or saved somewhere, as it was asked. */
export function parametersOf(query: OrganizationQuery): Record<string, string> {
  const { from, asOf, perimeter, countBasis, treeAt, ...draft } = query
  const year = from === `${asOf.slice(0, 4)}-01-01`
  const params = new URLSearchParams({
    asOf,
    period: formatPeriodKey(year ? { kind: 'year', year: Number(asOf.slice(0, 4)) } : { kind: 'from', from }),
  })
  setOrDrop(params, 'basis', countBasis === 'CEREMONY' ? countBasis : null)
  setOrDrop(params, 'perimeter', perimeter === 'RECORDED' ? perimeter : null)
  setOrDrop(params, 'treeAt', treeAt && treeAt !== asOf ? treeAt : null)
  const kept = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null)) as Draft
  return { ...Object.fromEntries(params), q: writeDraft(kept) }
}

/** A question about units or about persons. */
export type AnyQuery = { about: 'UNITS'; query: OrganizationQuery } | { about: 'PERSONS'; query: PersonQuery }

/** Reads a question that was kept as JSON; null where it cannot be shown. */
export function questionIn(kept: { about: 'UNITS' | 'PERSONS'; body: string | null }): AnyQuery | null {
  if (kept.body === null) return null
  try {
    return { about: kept.about, query: JSON.parse(kept.body) as never }
  } catch {
    return null
  }
}

/** The address of the page that shows a question, filled into the builder. */
export function addressOf(unitId: string, asked: AnyQuery, more: Record<string, string> = {}): string {
  const own =
    asked.about === 'UNITS'
      ? parametersOf(asked.query)
      : { about: 'persons', ...parametersOfPersons(asked.query) }
  return `/units/${unitId}/query?${new URLSearchParams({ ...own, ...more }).toString()}`
}
