import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal('setTarget', input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

const target = (unit: Unit, facts: Record<string, unknown> = {}) => ({
  organizationId: unit.id,
  kind: 'ASSIGNED',
  yearFrom: 2024,
  yearTo: 2024,
  amountMin: 10,
  ...facts,
})

const asked = ['target', 'completion', 'overBy']

async function numbers(unit: Unit, from: string, asOf: string, facts: Record<string, unknown> = {}) {
  const answers = await garden.answers(unit, { from, asOf, indicators: asked, ...facts })
  return answers.map(({ value }) => value)
}

describe('setting a target', () => {
  it('is refused with amounts, years and ids that cannot be', async () => {
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ amountMin: -1 }, 'INVALID_INPUT'],
      [{ amountMin: 1_000_001 }, 'INVALID_INPUT'],
      [{ amountMin: 2 ** 31 }, 'INVALID_INPUT'],
      [{ yearTo: 2023 }, 'INVALID_INPUT'],
      [{ yearTo: 2025 }, 'INVALID_INPUT'],
      [{ yearFrom: 1929, yearTo: 1929 }, 'INVALID_INPUT'],
      [{ yearFrom: 2201, yearTo: 2201 }, 'INVALID_INPUT'],
      [{ amountMax: 12 }, 'INVALID_INPUT'],
      [{ kind: 'RANGE' }, 'INVALID_INPUT'],
      [{ kind: 'RANGE', amountMax: 9 }, 'INVALID_INPUT'],
      [{ kind: 'WISH' }, 'INVALID_INPUT'],
      [{ note: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
      [{ organizationId: 'x' }, 'NOT_FOUND'],
      [{ documentId: 'x' }, 'NOT_FOUND'],
      [{ id: 'x', version: 1 }, 'NOT_FOUND'],
      [{ id: 'x' }, 'INVALID_INPUT'],
    ]
    for (const [facts, code] of cases)
      expect(await refused(target(units.k, facts)), JSON.stringify(facts)).toMatchObject({ code })
  })

  it('is one of a kind for a year, and changes with the version that was read', async () => {
    const first = await garden.act('setTarget', target(units.k))
    expect(await refused(target(units.k))).toMatchObject({ code: 'CONFLICT' })
    for (const version of [0, 2])
      expect(await refused(target(units.k, { ...first, version }))).toMatchObject({
        code: 'CONFLICT',
        expectedVersion: version,
        actualVersion: 1,
      })
    expect(await refused(target(units.l, { ...first }))).toMatchObject({ code: 'NOT_FOUND' })
    const changed = await garden.act('setTarget', target(units.k, { ...first, amountMin: 12 }))
    expect(changed.version).toBe(2)
    await garden.act('setTarget', target(units.k, { yearFrom: 2025, yearTo: 2025 }))
    expect(await refused(target(units.k, { ...changed, yearFrom: 2025, yearTo: 2025 }))).toMatchObject({
      code: 'CONFLICT',
    })
    const query = `query ($id: ID!, $from: Date!, $asOf: Date!) { organization(id: $id) {
      targets(from: $from, asOf: $asOf) { kind indicator yearFrom amountMin amountMax document { number } } } }`
    const read = async (from: string, asOf: string) =>
      (await api().data<{ organization: { targets: object[] } }>(query, { id: units.k.id, from, asOf }))
        .organization.targets
    expect(await read('2024-06-01', '2024-06-30')).toEqual([
      {
        kind: 'ASSIGNED',
        indicator: 'admitted',
        yearFrom: 2024,
        amountMin: 12,
        amountMax: null,
        document: null,
      },
    ])
    expect(await read('2024-12-31', '2025-01-01')).toHaveLength(2)
    expect(await read('2026-01-01', '2026-01-01')).toEqual([])
    const backwards = { id: units.k.id, from: '2024-01-02', asOf: '2024-01-01' }
    expect((await api().refusal(query, backwards)).extensions.code).toBe('INVALID_INPUT')
  })

  it('of two set at once, one stands', async () => {
    const query = 'mutation ($input: SetTargetInput!) { setTarget(input: $input) { id } }'
    const ask = () => api().ask(query, { input: target(units.l) })
    const answers = await Promise.all([ask(), ask(), ask()])
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})

describe('the target of a period', () => {
  it('is the sum of the full years touched, never prorated, by the first kind that each has', async () => {
    const unit = await garden.unit('Xã chỉ tiêu', 'GRASSROOTS', units.a)
    const cell = await garden.unit('Chi bộ chỉ tiêu', 'CELL', unit)
    for (const day of ['2022-03-01', '2023-03-01', '2023-12-31', '2024-01-01']) await garden.admit(cell, day)
    expect(await numbers(unit, '2022-01-01', '2024-12-31')).toEqual([null, null, null])
    await garden.act('setTarget', target(unit, { yearFrom: 2023, yearTo: 2023, amountMin: 2 }))
    const range = { kind: 'RANGE', yearFrom: 2022, yearTo: 2024, amountMin: 3, amountMax: 5 }
    await garden.act('setTarget', target(unit, range))
    const average = { kind: 'RESOLUTION_AVERAGE', yearFrom: 2021, yearTo: 2025, amountMin: 4 }
    await garden.act('setTarget', target(unit, average))
    expect(await numbers(unit, '2023-01-01', '2023-12-31')).toEqual([2, 100, 0])
    expect(await numbers(unit, '2023-06-01', '2023-06-30')).toEqual([2, 0, -2])
    expect(await numbers(unit, '2022-01-01', '2024-12-31')).toEqual([8, 50, -4])
    expect(await numbers(unit, '2023-12-31', '2024-01-01')).toEqual([5, 40, -3])
    expect(await numbers(unit, '2020-01-01', '2025-12-31')).toEqual([16, 25, -12])
    const kind = (targetKind: string) => numbers(unit, '2022-01-01', '2024-12-31', { targetKind })
    expect(await kind('ASSIGNED')).toEqual([2, 200, 2])
    expect(await kind('RANGE')).toEqual([9, 44.44, -5])
    expect(await kind('RESOLUTION_AVERAGE')).toEqual([12, 33.33, -8])
    await garden.act('setTarget', target(unit, { yearFrom: 2026, yearTo: 2026, amountMin: 0 }))
    expect(await numbers(unit, '2026-01-01', '2026-11-21')).toEqual([0, null, 0])
  })

  it('of the rows below adds up in the totals', async () => {
    const district = await garden.unit('Huyện cộng', 'DISTRICT', units.root)
    for (const amountMin of [3, 4]) {
      const unit = await garden.unit(`Xã cộng ${amountMin}`, 'GRASSROOTS', district)
      await garden.act('setTarget', target(unit, { amountMin }))
    }
    await garden.unit('Xã không chỉ tiêu', 'GRASSROOTS', district)
    const { organization } = await api().data<{
      organization: {
        childFigures: {
          total: Array<{ value: number | null }>
          edges: Array<{ node: { figures: Array<{ value: number | null }> } }>
        }
      }
    }>(
      `query ($id: ID!, $input: FiguresInput!) { organization(id: $id, at: "2024-12-31") {
        childFigures(input: $input) { total { value } edges { node { figures { value } } } } } }`,
      { id: district.id, input: { from: '2024-01-01', asOf: '2024-12-31', indicators: ['target'] } },
    )
    expect(organization.childFigures.total).toEqual([{ value: 7 }])
    expect(organization.childFigures.edges.map(({ node }) => node.figures[0]?.value)).toEqual([
      3,
      4,
      null,
      null,
    ])
  })
})
