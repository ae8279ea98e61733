import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type FigureAnswer, type Unit } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let commune: Unit

/** Women and men admitted in each of eight cells; the last two admit nobody, so their share of women is missing. */
const admitted = [
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 1],
  [1, 1],
  [0, 1],
  [0, 0],
  [0, 0],
] as const

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  commune = await garden.unit('Xã xếp hạng', 'GRASSROOTS', units.b)
  for (const [index, [women, men]] of admitted.entries()) {
    const cell = await garden.unit(`Chi bộ ${index + 1}`, 'CELL', commune)
    for (let turn = 0; turn < women; turn += 1) await garden.admit(cell, '2024-03-01')
    for (let turn = 0; turn < men; turn += 1)
      await garden.admit(cell, '2024-03-01', { person: { female: false } })
  }
}, 60_000)

const query = `query ($id: ID!, $input: FiguresInput!, $first: Int, $after: String, $orderBy: FigureOrderInput) {
  organization(id: $id, at: "2024-12-31") { childFigures(input: $input, first: $first, after: $after, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } total { indicator numerator denominator value text }
    edges { cursor node { row until organization { name } figures { indicator numerator denominator value text } } }
  } }
}`

interface Rows {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  total: FigureAnswer[]
  edges: Array<{
    cursor: string
    node: {
      row: string
      until: string | null
      organization: { name: string } | null
      figures: FigureAnswer[]
    }
  }>
}

const input = { from: '2024-01-01', asOf: '2024-12-31', indicators: ['femaleShare', 'admitted'] }

async function rows(unit: Unit, variables: Record<string, unknown> = {}): Promise<Rows> {
  const all = { id: unit.id, input, ...variables }
  return (await api().data<{ organization: { childFigures: Rows } }>(query, all)).organization.childFigures
}

/** Every row, page by page. */
async function paged(unit: Unit, variables: Record<string, unknown>, first: number) {
  const seen: Rows['edges'] = []
  let after: string | null = null
  for (let turn = 0; turn < 20; turn += 1) {
    const page: Rows = await rows(unit, { ...variables, first, after })
    seen.push(...page.edges)
    after = page.pageInfo.endCursor
    if (!page.pageInfo.hasNextPage) break
  }
  return seen.map(({ node }) => `${node.organization?.name ?? node.row} ${node.figures[0]?.value ?? '–'}`)
}

describe('rows below a unit', () => {
  it('stand by name, or by a figure with missing values last either way, each once', async () => {
    const byName = await paged(commune, {}, 4)
    expect(byName).toEqual([
      'Chi bộ 1 100',
      'Chi bộ 2 50',
      'Chi bộ 3 0',
      'Chi bộ 4 66.67',
      'Chi bộ 5 50',
      'Chi bộ 6 0',
      'Chi bộ 7 –',
      'Chi bộ 8 –',
      'DIRECT –',
    ])
    const missing = ['Chi bộ 7 –', 'Chi bộ 8 –', 'DIRECT –']
    const rising = [
      'Chi bộ 3 0',
      'Chi bộ 6 0',
      'Chi bộ 2 50',
      'Chi bộ 5 50',
      'Chi bộ 4 66.67',
      'Chi bộ 1 100',
    ]
    const falling = [
      'Chi bộ 1 100',
      'Chi bộ 4 66.67',
      'Chi bộ 2 50',
      'Chi bộ 5 50',
      'Chi bộ 3 0',
      'Chi bộ 6 0',
    ]
    for (const first of [1, 2, 3, 200]) {
      const order = (direction: string) => ({ orderBy: { indicator: 'femaleShare', direction } })
      expect(await paged(commune, order('ASC'), first)).toEqual([...rising, ...missing])
      expect(await paged(commune, order('DESC'), first)).toEqual([...falling, ...missing])
    }
  })

  it('carry totals of all rows on every page, shares from their own sums', async () => {
    for (const first of [1, 200]) {
      const { total, totalCount } = await rows(commune, { first })
      expect(totalCount).toBe(9)
      expect(total).toMatchObject([
        { indicator: 'femaleShare', numerator: 5, denominator: 11, value: 45.45 },
        { indicator: 'admitted', numerator: 11 },
      ])
    }
    expect((await rows(commune)).total).toEqual(
      await garden.answers(commune, { ...input, indicators: ['femaleShare', 'admitted'] }),
    )
  })

  it('gather ended units in one row, only where a figure is not 0', async () => {
    const parent = await garden.unit('Xã có chi bộ tan', 'GRASSROOTS', units.b)
    const heir = await garden.unit('Chi bộ còn', 'CELL', parent)
    const gone = await garden.unit('Chi bộ tan', 'CELL', parent)
    await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2024-07-01', successorId: heir.id })
    const kinds = async (perimeter: string, indicators: string[]) =>
      (await rows(parent, { input: { ...input, perimeter, indicators } })).edges.map(({ node }) => [
        node.row,
        ...node.figures.map(({ numerator }) => numerator),
      ])
    const counted = ['admitted', 'members']
    for (const perimeter of ['RECORDED', 'RESTATED'])
      expect(await kinds(perimeter, counted)).toEqual([
        ['UNIT', 0, 0],
        ['DIRECT', 0, 0],
      ])
    await garden.admit(gone, '2024-02-01')
    for (const perimeter of ['RECORDED', 'RESTATED']) {
      expect(await kinds(perimeter, counted)).toEqual([
        ['UNIT', 0, 1],
        ['ENDED_UNITS', 1, 0],
        ['DIRECT', 0, 0],
      ])
      expect(await kinds(perimeter, ['members'])).toEqual([
        ['UNIT', 1],
        ['DIRECT', 0],
      ])
    }
  })

  it('show what lies directly at the unit, such as the members of a grassroots cell', async () => {
    const cell = await garden.unit('Chi bộ cơ sở', 'GRASSROOTS_CELL', units.b)
    await garden.admit(cell, '2024-02-01')
    const { edges, total } = await rows(cell)
    expect(edges.map(({ node }) => [node.row, node.figures[1]?.numerator])).toEqual([['DIRECT', 1]])
    expect(total[1]?.numerator).toBe(1)
  })

  it('keep a unit that left on the first day where it took members along, so that they add up', async () => {
    const district = await garden.unit('Huyện đi hết', 'DISTRICT', units.root)
    const wanderer = await garden.unit('Xã mang theo', 'GRASSROOTS', district)
    const cell = await garden.unit('Chi bộ mang theo', 'CELL', wanderer)
    await garden.opening(cell, 7, 0, '2022-12-31')
    await garden.act('moveOrganization', { ...wanderer, parentId: units.a.id, effectiveOn: '2024-01-01' })
    const asked = { ...input, perimeter: 'RECORDED' }
    const balance = { ...asked, indicators: ['membersAtStart', 'reorganized', 'members'] }
    const { edges, total } = await rows(district, { input: balance })
    expect(edges.map(({ node }) => [node.row, node.until, ...node.figures.map((one) => one.value)])).toEqual([
      ['UNIT', '2023-12-31', 7, -7, 0],
      ['DIRECT', null, 0, 0, 0],
    ])
    expect(total).toEqual(await garden.answers(district, balance))
    expect((await rows(district, { input: asked })).edges).toHaveLength(1)
    const target = {
      organizationId: wanderer.id,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 5,
    }
    await garden.act('setTarget', target)
    const aimed = await rows(district, { input: { ...asked, indicators: ['membersAtStart', 'target'] } })
    expect(aimed.total.map(({ value }) => value)).toEqual([7, null])
  })

  it('keep a unit that left within the period, with its last day, and one that came', async () => {
    const wanderer = await garden.unit('Xã đi', 'GRASSROOTS', units.a)
    await garden.act('moveOrganization', { ...wanderer, parentId: units.b.id, effectiveOn: '2024-05-01' })
    const find = async (unit: Unit, perimeter: string) =>
      (await rows(unit, { input: { ...input, perimeter } })).edges
        .filter(({ node }) => node.organization?.name === 'Xã đi')
        .map(({ node }) => node.until)
    expect(await find(units.a, 'RECORDED')).toEqual(['2024-04-30'])
    expect(await find(units.b, 'RECORDED')).toEqual([null])
    expect(await find(units.a, 'RESTATED')).toEqual([])
    expect(await find(units.b, 'RESTATED')).toEqual([null])
  })
})
