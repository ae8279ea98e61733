import type { ApiClient } from '../client.js'
import type { Unit } from '../grow.js'

export interface Cell {
  row: string | null
  column: string | null
  count: number | null
  text: string
  share: { numerator: number | null; denominator: number | null; text: string }
}

export interface Tab {
  rows: Array<{ code: string; label: string; total: Cell }>
  columns: Array<{ code: string; total: Cell }>
  cells: Cell[]
  total: Cell
  unknown: number | null
  average: { numerator: number; denominator: number; text: string } | null
}

const cell = '{ row column count text share { numerator denominator text } }'

export const tabQuery = `query ($id: ID!, $at: Date!, $input: CrossTabInput!) { organization(id: $id, at: $at) {
  crossTab(input: $input) { rows { code label total ${cell} } columns { code total ${cell} }
    cells ${cell} total ${cell} unknown average { numerator denominator text } } } }`

export const peopleQuery = `query ($id: ID!, $at: Date!, $filter: PeopleFilterInput!, $first: Int, $after: String) {
  organization(id: $id, at: $at) { people(filter: $filter, first: $first, after: $after) {
    totalCount withoutName pageInfo { hasNextPage endCursor }
    edges { node { on person { id fullName } organization { name } } } } } }`

/** The crossing of a unit as of its last day. */
export async function crossTab(client: ApiClient, unit: Unit, input: Record<string, unknown>): Promise<Tab> {
  const { organization } = await client.data<{ organization: { crossTab: Tab } }>(tabQuery, {
    id: unit.id,
    at: input.treeAt ?? input.asOf,
    input,
  })
  return organization.crossTab
}

/** Counts that are not 0, by "row" or "row/column". */
export function counts({ cells }: Tab): Record<string, number | null> {
  const shown = cells.filter(({ count }) => count !== 0)
  return Object.fromEntries(
    shown.map(({ row, column, count }): [string, number | null] => [
      [row, column].filter((code) => code !== null).join('/'),
      count,
    ]),
  )
}

export interface People {
  totalCount: number
  withoutName: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: Array<{
    node: { on: string | null; person: { id: string; fullName: string }; organization: { name: string } }
  }>
}

/** The people behind a number of a crossing. */
export async function people(
  client: ApiClient,
  unit: Unit,
  filter: Record<string, unknown>,
  page: { first?: number; after?: string | null } = {},
): Promise<People> {
  const { organization } = await client.data<{ organization: { people: People } }>(peopleQuery, {
    id: unit.id,
    at: filter.treeAt ?? filter.asOf,
    filter,
    ...page,
  })
  return organization.people
}
