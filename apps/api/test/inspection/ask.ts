import type { OrganizationQuery } from '@seedbed/shared'
import type { ApiClient, ApiError } from '../client.js'
import type { FigureAnswer } from '../grow.js'

export interface QueryAnswer {
  totalCount: number
  asked: number
  total: { indicator: string; withheld: string | null; figure: FigureAnswer | null }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { cursor: string; node: { organization: { id: string; name: string }; figures: FigureAnswer[] } }[]
}

const figure = '{ indicator numerator denominator value text }'

export const FIND = `query ($query: OrganizationQueryInput!, $first: Int, $after: String) {
  findOrganizations(query: $query, first: $first, after: $after) {
    totalCount asked total { indicator withheld figure ${figure} } pageInfo { hasNextPage endCursor }
    edges { cursor node { organization { id name } figures ${figure} } }
  }
}`

/** Puts questions about units to the API. */
export class Inspector {
  constructor(readonly client: ApiClient) {}

  async find(
    query: OrganizationQuery,
    page: { first?: number; after?: string | null } = {},
  ): Promise<QueryAnswer> {
    const data = await this.client.data<{ findOrganizations: QueryAnswer }>(FIND, { query, ...page })
    return data.findOrganizations
  }

  /** Names of the units found, in order. */
  async names(query: OrganizationQuery): Promise<string[]> {
    return (await this.find(query)).edges.map(({ node }) => node.organization.name)
  }

  refusal(query: unknown, page: { first?: number; after?: string } = {}): Promise<ApiError> {
    return this.client.refusal(FIND, { query, ...page })
  }

  /** All pages of so many rows, one after the other. */
  async pages(query: OrganizationQuery, first: number): Promise<QueryAnswer['edges']> {
    const rows: QueryAnswer['edges'] = []
    let after: string | null = null
    do {
      const page: QueryAnswer = await this.find(query, { first, after })
      rows.push(...page.edges)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    return rows
  }
}
