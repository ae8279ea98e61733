import { isDay, type CountBasis, type Day, type Perimeter } from '@seedbed/shared'
import { boundsOf, formatPeriodKey, holdsDay, parsePeriod, periodAround, type PeriodSpec } from './period.js'

/** What stands above every figure of a page. */
export interface Place {
  asOf: Day
  period: PeriodSpec
  basis: CountBasis
  perimeter: Perimeter
  /** RESTATED by the tree of this day; the as-of day if absent. */
  treeAt?: Day
}

export const TABS = [
  'overview',
  'due',
  'units',
  'sources',
  'dossiers',
  'admissions',
  'targets',
  'composition',
  'comparison',
  'balance',
  'inspection',
  'query',
  'history',
] as const
export type Tab = (typeof TABS)[number]

/** The parameters that go along from page to page; all others belong to one tab. */
export const PLACE_KEYS = ['asOf', 'period', 'basis', 'perimeter', 'treeAt'] as const

function day(text: string | null): Day | undefined {
  return text !== null && isDay(text) ? text : undefined
}

/** Reads the place from the address; what is missing or impossible falls back to the default day and its year. */
export function readPlace(params: URLSearchParams, defaultAsOf: Day): Place {
  const asOf = day(params.get('asOf')) ?? defaultAsOf
  const period = parsePeriod(params.get('period')) ?? periodAround('year', asOf)
  const treeAt = day(params.get('treeAt'))
  return {
    asOf,
    period: holdsDay(period, asOf) ? period : periodAround(period.kind, asOf),
    basis: params.get('basis') === 'CEREMONY' ? 'CEREMONY' : 'DECISION',
    perimeter: params.get('perimeter') === 'RECORDED' ? 'RECORDED' : 'RESTATED',
    ...(treeAt ? { treeAt } : {}),
  }
}

/** Writes the place into a copy of the parameters; defaults of basis and perimeter stay out of the address. */
export function writePlace(params: URLSearchParams, place: Place): URLSearchParams {
  const next = new URLSearchParams(params)
  next.set('asOf', place.asOf)
  next.set('period', formatPeriodKey(place.period))
  setOrDrop(next, 'basis', place.basis === 'DECISION' ? undefined : place.basis)
  setOrDrop(next, 'perimeter', place.perimeter === 'RESTATED' ? undefined : place.perimeter)
  setOrDrop(next, 'treeAt', place.perimeter === 'RESTATED' ? place.treeAt : undefined)
  return next
}

/** Sets a parameter, or removes it when there is no value. */
export function setOrDrop(params: URLSearchParams, key: string, value: string | null | undefined): void {
  if (value === null || value === undefined || value === '') params.delete(key)
  else params.set(key, value)
}

/** The place after another as-of day: the period moves along when the day leaves it. */
export function withAsOf(place: Place, asOf: Day): Place {
  const period = holdsDay(place.period, asOf) ? place.period : periodAround(place.period.kind, asOf)
  return { ...place, asOf, period }
}

/** The place after another period: the as-of day stays inside it, preferring the day asked for by the installation. */
export function withPeriod(place: Place, period: PeriodSpec, preferred: Day): Place {
  if (holdsDay(period, place.asOf)) return { ...place, period }
  if (holdsDay(period, preferred)) return { ...place, period, asOf: preferred }
  const { from, to } = boundsOf(period, place.asOf)
  return { ...place, period, asOf: period.kind === 'from' || to < from ? from : to }
}

/** The address of a tab of a unit; keeps the place, drops what belongs to the tab that is left. */
export function unitHref(
  params: URLSearchParams,
  unitId: string,
  tab: Tab = 'overview',
  extra: Record<string, string | undefined> = {},
): string {
  const next = new URLSearchParams()
  for (const key of PLACE_KEYS) setOrDrop(next, key, params.get(key))
  for (const [key, value] of Object.entries(extra)) setOrDrop(next, key, value)
  const path = tab === 'overview' ? `/units/${unitId}` : `/units/${unitId}/${tab}`
  const query = next.toString()
  return query ? `${path}?${query}` : path
}

/** The address of one dossier, seen from a unit; whose it is goes along for who may have to open the person first. */
export function dossierHref(params: URLSearchParams, unitId: string, id: string, who?: string): string {
  return unitHref(params, unitId, 'dossiers', { who }).replace('/dossiers', `/dossiers/${id}`)
}

/** The address of the form for a meeting of a cell. */
export function meetingHref(params: URLSearchParams, unitId: string): string {
  return dossierHref(params, unitId, 'meeting')
}

/** The address of the reorganizations of one unit or of all, or of one of them; the place goes along. */
export function reorganizationsHref(params: URLSearchParams, unitId?: string, id?: string): string {
  const path = id ? `/reorganizations/${id}` : '/reorganizations'
  return unitHref(params, '', 'overview', { unit: unitId }).replace('/units/', path)
}

/** The address of the audit log, narrowed to a unit or a person. */
export function auditHref(of: { unit?: string; person?: string }): string {
  return `/audit?${new URLSearchParams(of).toString()}`
}

/** The tab that an address shows. */
export function tabOf(pathname: string): Tab {
  const last = pathname.split('/')[3]
  return TABS.find((tab) => tab === last) ?? 'overview'
}

/** The question that every figure of the page answers. */
export interface FiguresQuestion {
  from: Day
  asOf: Day
  countBasis: CountBasis
  perimeter: Perimeter
  treeAt?: Day
}

/** The place as the API asks for it. */
export function questionOf(place: Place): FiguresQuestion {
  return {
    from: boundsOf(place.period, place.asOf).from,
    asOf: place.asOf,
    countBasis: place.basis,
    perimeter: place.perimeter,
    ...(place.perimeter === 'RESTATED' && place.treeAt ? { treeAt: place.treeAt } : {}),
  }
}
