import { beforeAll, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { SHEET, UNITS } from './ask.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

/** District A hands one commune over in 2023, and eight on different days of 2024. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const hand = async (name: string, effectiveOn: string) => {
    const commune = await garden.unit(name, 'GRASSROOTS', units.a)
    const cell = await garden.unit(`Chi bộ ${name}`, 'CELL', commune)
    await garden.opening(cell, 3)
    await garden.act('moveOrganization', { ...commune, parentId: units.b.id, effectiveOn })
  }
  await hand('Xã 1', '2023-05-01')
  for (let index = 2; index < 10; index += 1) await hand(`Xã ${index}`, `2024-05-0${index}`)
}, 60_000)

const inYear = (year: number) => ({
  from: `${year}-01-01`,
  asOf: `${year}-12-31`,
  perimeter: 'RECORDED',
})

async function statements(query: string, unit: Unit, year: number): Promise<number> {
  const variables = { id: unit.id, at: `${year}-12-31`, input: inYear(year), side: 'HANDED_OVER', first: 200 }
  return (await statementsOf(database(), () => api().data(query, variables))).length
}

it('needs the same number of statements however many units moved', async () => {
  expect(await statements(SHEET, units.a, 2024)).toBe(await statements(SHEET, units.a, 2023))
  expect(await statements(SHEET, units.a, 2024)).toBeLessThanOrEqual(7)
  expect(await statements(UNITS, units.a, 2024)).toBe(await statements(UNITS, units.a, 2023))
})

it('needs no more statements for the sheets of many units than for those of one', async () => {
  const query = `query ($id: ID!, $first: Int, $input: BalanceSheetInput!) { organization(id: $id, at: "2024-12-31") {
    children(first: $first) { edges { node { balanceSheet(input: $input) { opening lines { count } closing unexplained } } } }
  } }`
  const count = async (first: number) =>
    (
      await statementsOf(database(), () =>
        api().data(query, { id: units.root.id, first, input: inYear(2024) }),
      )
    ).length
  expect(await count(2)).toBe(await count(1))
})

interface Page {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: { on: string } }[]
}

async function pageAfter(after: string | null): Promise<Page> {
  const asked = {
    id: units.a.id,
    at: '2024-12-31',
    input: inYear(2024),
    side: 'HANDED_OVER',
    first: 3,
    after,
  }
  const { organization } = await api().data<{ organization: { balanceUnits: Page } }>(UNITS, asked)
  return organization.balanceUnits
}

it('turns the pages of the units that moved without gaps and repeats', async () => {
  const first = await pageAfter(null)
  const second = await pageAfter(first.pageInfo.endCursor)
  const third = await pageAfter(second.pageInfo.endCursor)
  const pages = [first, second, third]
  expect(pages.map(({ totalCount, pageInfo }) => [totalCount, pageInfo.hasNextPage])).toEqual([
    [8, true],
    [8, true],
    [8, false],
  ])
  const days = pages.flatMap(({ edges }) => edges.map(({ node }) => node.on))
  expect(days).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((day) => `2024-05-0${day}`))
})
