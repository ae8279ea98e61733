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
}

/**
 * Where a unit stands. `years` are full years on the as-of day. A unit without target is not counted among those
 * that reach theirs, one younger than the years that never admitted anyone not among those that admit nobody.
 */
export function standingOf(
  condition: UnitCondition,
  years: number,
  { opened, figures, before }: Evidence,
  asOf: Day,
): UnitPart {
  const amount = figures[0]?.numerator ?? null
  const of = (fulfils: boolean): UnitPart => (fulfils ? 'FULFILLING' : 'NOT_FULFILLING')
  switch (condition) {
    case 'ADMITTED_ANYONE':
    case 'INTRODUCED_ANYONE':
      return of((amount ?? 0) > 0)
    case 'ROSE_AGAINST_LAST_YEAR':
      return of((amount ?? 0) > (before[0]?.numerator ?? 0))
    case 'REACHED_TARGET': {
      const target = figures[1]?.numerator ?? null
      return target === null ? 'NOT_COUNTED' : of((amount ?? 0) >= target)
    }
    case 'NOBODY_FOR_YEARS':
      if (amount !== null) return of(amount >= years)
      return fullYearsBetween(opened, asOf) < years ? 'NOT_COUNTED' : 'FULFILLING'
  }
}

/** The units that a share is of, in words: levels, kind, sector, and what is said of those that are counted. */
export function denominatorOf(
  condition: UnitCondition,
  years: number | null,
  names: { tiers: readonly Label[]; kind: Label | null; sector: Label | null },
): Label {
  const { counted } = unitCondition(condition)
  const said = counted && withYears(counted, years)
  const text = (language: keyof Label, kind: string, sector: string) =>
    [
      names.tiers.map((label) => label[language]).join(', '),
      ...(names.kind ? [`${kind} ${names.kind[language].toLowerCase()}`] : []),
      ...(names.sector ? [`${sector} ${names.sector[language].toLowerCase()}`] : []),
      ...(said ? [said[language]] : []),
    ].join(' ')
  return { vi: text('vi', 'loại hình', 'lĩnh vực'), en: text('en', 'of kind', 'in') }
}
