import { expect } from 'vitest'
import type { Garden, Unit } from '../grow.js'

export interface Sheet {
  openingOn: string
  opening: number
  lines: { id: string; sign: number; count: number; indicator: string | null; side: string | null }[]
  closing: number
  declaredClosing: number | null
  unexplained: number | null
}

export const SHEET = `query ($id: ID!, $at: Date, $input: BalanceSheetInput!) { organization(id: $id, at: $at) {
  balanceSheet(input: $input) { openingOn opening closing declaredClosing unexplained
    lines { id label labelEn note noteEn sign count indicator side } }
} }`

export const UNITS = `query ($id: ID!, $at: Date, $input: BalanceSheetInput!, $side: UnitSide!, $first: Int, $after: String) {
  organization(id: $id, at: $at) { balanceUnits(input: $input, side: $side, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { on members organization { id name } superior { name } } }
  } } }`

type Input = Record<string, unknown>

/** The sheet of a unit; it must add up, whatever it says. */
export async function sheetOf(garden: Garden, unit: Unit, input: Input): Promise<Sheet> {
  const variables = { id: unit.id, at: input.treeAt ?? input.asOf, input }
  const data = await garden.client.data<{ organization: { balanceSheet: Sheet } }>(SHEET, variables)
  const sheet = data.organization.balanceSheet
  const sum = sheet.lines.reduce((all, { sign, count }) => all + sign * count, sheet.opening)
  expect(sum).toBe(sheet.closing)
  return sheet
}

/** Opening, the lines that are not 0, and closing. */
export async function balanceOf(garden: Garden, unit: Unit, input: Input): Promise<Record<string, number>> {
  const { opening, lines, closing } = await sheetOf(garden, unit, input)
  const moved = lines.filter(({ count }) => count !== 0).map(({ id, sign, count }) => [id, sign * count])
  return { opening, ...(Object.fromEntries(moved) as Record<string, number>), closing }
}

/** The units behind a line: day, members, name, and the unit above on the other side. */
export async function unitsOf(garden: Garden, unit: Unit, input: Input, side: string): Promise<unknown[][]> {
  const variables = { id: unit.id, at: input.treeAt ?? input.asOf, input, side }
  const data = await garden.client.data<{
    organization: {
      balanceUnits: {
        totalCount: number
        edges: {
          node: {
            on: string
            members: number
            organization: { name: string }
            superior: { name: string } | null
          }
        }[]
      }
    }
  }>(UNITS, variables)
  const { edges, totalCount } = data.organization.balanceUnits
  expect(totalCount).toBe(edges.length)
  return edges.map(({ node }) => [node.on, node.members, node.organization.name, node.superior?.name])
}
