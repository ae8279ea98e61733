import {
  fullYearsBetween,
  unitCondition,
  withYears,
  type Day,
  type Label,
  type UnitCondition,
  type UnitPart,
} from '@seedbed/shared'
import type { Figure } from '../figures/figure.js'

/** What decides about one unit: its figures, those of the same period a year before, and since when it lives. */
export interface Evidence {
  opened: Day
  figures: readonly Figure[]
  before: readonly Figure[]
  /** The unit states that it has no source. */
  statedNoSource?: boolean
}

/**
 * Where a unit stands. `years` are full years on the as-of day. A unit without target is not counted among those
 * that reach theirs, one with candidates not among those that might state to have none, one younger than the years that never admitted anyone not among those that admit nobody.
 */
export function standingOf(
  condition: UnitCondition,
  years: number,
  { opened, figures, before, statedNoSource = false }: Evidence,
  asOf: Day,
): UnitPart {
  const amount = figures[0]?.numerator ?? null
  const of = (fulfils: boolean): UnitPart => (fulfils ? 'FULFILLING' : 'NOT_FULFILLING')
  switch (condition) {
    case 'ADMITTED_ANYONE':
    case 'INTRODUCED_ANYONE':
    case 'HAS_SOURCES':
      return of((amount ?? 0) > 0)
    case 'ROSE_AGAINST_LAST_YEAR':
      return of((amount ?? 0) > (before[0]?.numerator ?? 0))
    case 'NO_SOURCE_DECLARED':
      return (amount ?? 0) > 0 ? 'NOT_COUNTED' : of(statedNoSource)
    case 'REACHED_TARGET': {
      const target = figures[1]?.numerator ?? null
      return target === null ? 'NOT_COUNTED' : of((amount ?? 0) >= target)
    }
    case 'NOBODY_FOR_YEARS':
      if (amount !== null) return of(amount >= years)
      return fullYearsBetween(opened, asOf) < years ? 'NOT_COUNTED' : 'FULFILLING'
  }
}

const small = (text: string, language: keyof Label) =>
  text.charAt(0).toLocaleLowerCase(language) + text.slice(1)

/** The years asked about and the names of what a condition is put to. */
interface Asked {
  condition: UnitCondition
  years: number | null
  tiers: readonly Label[]
  kind: Label | null
  sector: Label | null
}

/** The units that a share is of, in words: levels, kind, sector, and what is said of those that are counted. */
export function denominatorOf({ condition, years, tiers, kind, sector }: Asked): Label {
  const { counted } = unitCondition(condition)
  const said = counted && withYears(counted, years)
  const text = (language: keyof Label, and: string, ofKind: string, ofSector: string) => {
    const names = tiers.map((label) => small(label[language], language))
    const last = names.pop() ?? ''
    return [
      names.length === 0 ? last : `${names.join(', ')} ${and} ${last}`,
      ...(kind ? [`${ofKind} ${small(kind[language], language)}`] : []),
      ...(sector ? [`${ofSector} ${small(sector[language], language)}`] : []),
      ...(said ? [said[language]] : []),
    ].join(' ')
  }
  return {
    vi: text('vi', 'và', 'loại hình', 'lĩnh vực'),
    en: text('en', 'and', 'of the kind', 'in the sector'),
  }
}

/** What the units fulfil, as a Vietnamese sentence names it. */
export function numeratorNameOf(condition: UnitCondition, years: number | null): string {
  return small(withYears(unitCondition(condition).label, years).vi, 'vi')
}
