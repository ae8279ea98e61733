import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

/** Three members of K1 go: one to K2 in the same commune, one to L1 in the same district, one to M1 in another. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  await garden.opening(units.k1, 3, 0, '2023-12-31')
  for (const to of [units.k2, units.l1, units.m1]) {
    const person = await garden.person()
    await garden.event('recordOpeningMember', person, units.k1, '2023-12-31', { probationary: false })
    await garden.event('recordTransfer', person, units.k1, '2024-05-01', { toOrganizationId: to.id })
  }
})

const indicators = ['transferredIn', 'transferredOut', 'members', 'reorganized']
const period = { from: '2024-01-01', asOf: '2024-12-31', indicators }

describe.each(['RECORDED', 'RESTATED'])('a transfer, %s', (perimeter) => {
  it('counts for a unit only if its other end lies outside', async () => {
    const flows = async (unit: Unit) =>
      Object.values(await garden.figures(unit, { ...period, perimeter })).slice(0, 3)
    expect(await flows(units.k1)).toEqual([0, 3, 0])
    expect(await flows(units.k2)).toEqual([1, 0, 1])
    expect(await flows(units.k)).toEqual([0, 2, 1])
    expect(await flows(units.l)).toEqual([1, 0, 1])
    expect(await flows(units.a)).toEqual([0, 1, 2])
    expect(await flows(units.b)).toEqual([1, 0, 1])
    expect(await flows(units.root)).toEqual([0, 0, 3])
  })

  it('leaves nothing to reorganization anywhere', async () => {
    for (const unit of [units.k1, units.k, units.a, units.b, units.root])
      expect(await garden.figures(unit, { ...period, perimeter })).toMatchObject({ reorganized: 0 })
  })

  it('is seen in the rows below, while the totals are those of the unit', async () => {
    const { organization } = await garden.client.data<{
      organization: {
        childFigures: {
          edges: Array<{ node: { row: string; figures: Array<{ numerator: number }> } }>
          total: Array<{ numerator: number }>
        }
      }
    }>(
      `query ($id: ID!, $input: FiguresInput!) { organization(id: $id, at: "2024-12-31") {
        childFigures(input: $input) { edges { node { row figures { numerator } } } total { numerator } }
      } }`,
      { id: units.k.id, input: { ...period, perimeter } },
    )
    const rows = organization.childFigures.edges.map(({ node }) => node.figures.map((one) => one.numerator))
    expect(rows).toEqual([
      [0, 3, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ])
    expect(organization.childFigures.total.map(({ numerator }) => numerator)).toEqual([0, 2, 1, 0])
  })
})

it('within one commune becomes one between communes by the tree of another day', async () => {
  const away = await garden.unit('Chi bộ chuyển xã', 'CELL', units.l, { on: '2022-01-01' })
  await garden.act('moveOrganization', { ...away, parentId: units.k.id, effectiveOn: '2024-07-01' })
  const { person } = await garden.admit(away, '2023-03-01')
  await garden.event('recordTransfer', person, away, '2024-03-01', { toOrganizationId: units.k1.id })
  const march = { from: '2024-03-01', asOf: '2024-12-31', indicators: ['transferredIn'] }
  const of = (facts: Record<string, unknown>) => garden.figures(units.k, { ...march, ...facts })
  expect(await of({ perimeter: 'RECORDED' })).toEqual({ transferredIn: 1 })
  expect(await of({ perimeter: 'RESTATED' })).toEqual({ transferredIn: 0 })
  expect(await of({ perimeter: 'RESTATED', treeAt: '2024-06-30' })).toEqual({ transferredIn: 1 })
})
