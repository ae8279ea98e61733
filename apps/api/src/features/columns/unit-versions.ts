import type { Day } from '@seedbed/shared'
import { dayNumber } from './day-number.js'

/** What a unit was from when on, as it is read. */
export interface VersionRow {
  organization: number
  valid_from: Day
  tier: string
  kind: string
  sector: string | null
}

/** What of a unit numbers can be crossed by. */
export type UnitAttribute = 'tier' | 'kind' | 'sector'

interface Version extends Pick<VersionRow, UnitAttribute> {
  from: number
}

/** Tier, kind and sector of every unit that ever stood below one, from day to day. */
export class UnitVersions {
  private readonly versions = new Map<number, Version[]>()
  private readonly rows: number
  private readonly values = new Map<UnitAttribute, Array<string | null>>()

  /** Rows come in the order of their days. */
  constructor(rows: readonly VersionRow[]) {
    for (const { organization, valid_from, tier, kind, sector } of rows) {
      const version = { tier, kind, sector, from: dayNumber(valid_from) }
      const known = this.versions.get(organization)
      if (known) known.push(version)
      else this.versions.set(organization, [version])
    }
    this.rows = rows.length
    for (const attribute of ['tier', 'kind', 'sector'] as const)
      this.values.set(attribute, [...new Set([null, ...rows.map((row) => row[attribute])])])
  }

  /** What the unit was on a day; null: not known, or the unit did not exist. */
  on(organization: number, day: number, attribute: UnitAttribute): string | null {
    const versions = this.versions.get(organization) ?? []
    for (let index = versions.length - 1; index >= 0; index -= 1) {
      const version = versions[index] as Version
      if (version.from <= day) return version[attribute]
    }
    return null
  }

  /** Every value that an attribute has on some day; the first is null, not known. */
  valuesOf(attribute: UnitAttribute): ReadonlyArray<string | null> {
    return this.values.get(attribute) ?? [null]
  }

  get bytes(): number {
    return 160 * this.rows
  }
}
