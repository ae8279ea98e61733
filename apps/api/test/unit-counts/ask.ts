import type { ApiClient } from '../client.js'
import type { Unit } from '../grow.js'

export interface CountAnswer {
  tier: string | null
  kind: string | null
  sector: string | null
  count: number
}

interface Page<Node> {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: Node }[]
}

export interface MovementAnswer extends CountAnswer {
  act: string
  reason: string | null
  units: Page<{ on: string; organization: { name: string; at: string; tier: string } }>
}

interface Standing {
  organization: { name: string }
  figures: { indicator: string; numerator: number | null; text: string }[]
  before: { indicator: string; numerator: number | null }[]
}

export interface ShareAnswer {
  all: number
  fulfilling: number
  notFulfilling: number
  notCounted: number
  notCountedWhy: string | null
  denominatorName: string
  denominatorNameEn: string
  share: {
    indicator: string
    numerator: number
    denominator: number
    value: number | null
    text: string
    numeratorName: string
    denominatorName: string
  }
  yes: Page<Standing>
  no: Page<Standing>
  apart: Page<Standing>
}

export const COUNTS = `query ($id: ID!, $at: Date, $day: Date, $by: [UnitAttribute!]!) {
  organization(id: $id, at: $at) { unitCounts(at: $day, by: $by) { tier kind sector count } }
}`

export const MOVEMENTS = `query ($id: ID!, $at: Date, $from: Date!, $asOf: Date!, $by: [UnitAttribute!]! = [TIER],
  $first: Int, $after: String) {
  organization(id: $id, at: $at) {
    unitMovements(from: $from, asOf: $asOf, by: $by) {
      act tier kind sector reason count
      units(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { on organization { name at tier } } }
      }
    }
  }
}`

const page = `{ totalCount pageInfo { hasNextPage endCursor } edges { node {
  organization { name } figures { indicator numerator text } before { indicator numerator }
} } }`

export const SHARE = `query ($id: ID!, $at: Date, $input: UnitConditionInput!, $first: Int, $after: String) {
  organization(id: $id, at: $at) {
    unitShare(input: $input) {
      all fulfilling notFulfilling notCounted notCountedWhy denominatorName denominatorNameEn
      share { indicator numerator denominator value text numeratorName denominatorName }
      yes: units(part: FULFILLING, first: $first, after: $after) ${page}
      no: units(part: NOT_FULFILLING, first: $first) ${page}
      apart: units(part: NOT_COUNTED, first: $first) ${page}
    }
  }
}`

/** Puts the questions of this feature to the API about a unit, as it is on the as-of day. */
export class UnitsAsked {
  constructor(private readonly client: ApiClient) {}

  async counts(unit: Unit, at: string, by: readonly string[]): Promise<CountAnswer[]> {
    const data = await this.client.data<{ organization: { unitCounts: CountAnswer[] } }>(COUNTS, {
      id: unit.id,
      at,
      by,
    })
    return data.organization.unitCounts
  }

  /** Count of each code of one attribute. */
  async countBy(unit: Unit, at: string, by: 'TIER' | 'KIND' | 'SECTOR'): Promise<Record<string, number>> {
    const field = by.toLowerCase() as 'tier' | 'kind' | 'sector'
    return Object.fromEntries(
      (await this.counts(unit, at, [by])).map((row) => [row[field] ?? 'none', row.count]),
    )
  }

  async movements(
    unit: Unit,
    from: string,
    asOf: string,
    facts: Record<string, unknown> = {},
  ): Promise<MovementAnswer[]> {
    const data = await this.client.data<{ organization: { unitMovements: MovementAnswer[] } }>(MOVEMENTS, {
      id: unit.id,
      at: asOf,
      from,
      asOf,
      ...facts,
    })
    return data.organization.unitMovements
  }

  /** The lines as text: "FOUNDED CELL 2: a, b". */
  async lines(
    unit: Unit,
    from: string,
    asOf: string,
    facts: Record<string, unknown> = {},
  ): Promise<string[]> {
    return (await this.movements(unit, from, asOf, facts)).map(
      ({ act, tier, kind, sector, count, units }) => {
        const names = units.edges.map(({ node }) => node.organization.name).join(', ')
        const what = [tier, kind, sector].filter((code) => code !== null).join(' ')
        return `${act} ${what} ${count}: ${names}`
      },
    )
  }

  async share(
    unit: Unit,
    input: Record<string, unknown>,
    facts: Record<string, unknown> = {},
  ): Promise<ShareAnswer> {
    const data = await this.client.data<{ organization: { unitShare: ShareAnswer } }>(SHARE, {
      id: unit.id,
      at: input.asOf,
      input,
      ...facts,
    })
    return data.organization.unitShare
  }
}

export const namesOf = (list: Page<Standing>) => list.edges.map(({ node }) => node.organization.name)
