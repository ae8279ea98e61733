import { expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

/** The example of ledger.md: commune K leaves district A for B on 1 May 2024. */
async function movedCommune() {
  const garden = new Garden(api())
  const units = await garden.province()
  await garden.opening(units.k1, 100, 0, '2023-12-31')
  await garden.opening(units.l1, 500, 0, '2023-12-31')
  await garden.opening(units.m1, 300, 0, '2023-12-31')
  const admit = async (cell: { id: string; version: number }, days: string[]) => {
    for (const day of days) await garden.admit(cell, day)
  }
  await admit(units.k1, ['2024-01-01', '2024-02-10', '2024-03-03', '2024-04-30'])
  await admit(units.k1, ['2024-05-01', '2024-06-01', '2024-06-30'])
  await admit(units.l1, ['2024-01-05', '2024-02-05', '2024-03-05', '2024-04-05', '2024-04-30'])
  await admit(units.l1, ['2024-05-05', '2024-06-05'])
  await admit(units.m1, ['2024-01-06', '2024-02-06', '2024-03-06'])
  await garden.client.data(
    `mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { id } }`,
    { input: { id: units.k.id, version: units.k.version, parentId: units.b.id, effectiveOn: '2024-05-01' } },
  )
  return { garden, units }
}

it('answers as each part was led then, and by the tree of one day', async () => {
  const { garden, units } = await movedCommune()
  const period = {
    from: '2024-01-01',
    asOf: '2024-06-30',
    indicators: ['admitted', 'members', 'reorganized', 'netChange'],
  }
  const recorded = { ...period, perimeter: 'RECORDED' }
  expect(await garden.figures(units.a, recorded)).toEqual({
    admitted: 11,
    members: 507,
    reorganized: -104,
    netChange: -93,
  })
  expect(await garden.figures(units.b, recorded)).toEqual({
    admitted: 6,
    members: 410,
    reorganized: 104,
    netChange: 110,
  })
  expect(await garden.figures(units.a, period)).toEqual({
    admitted: 7,
    members: 507,
    reorganized: 0,
    netChange: 7,
  })
  expect(await garden.figures(units.b, period)).toEqual({
    admitted: 10,
    members: 410,
    reorganized: 0,
    netChange: 10,
  })
  const early = { ...period, treeAt: '2024-04-30' }
  expect(await garden.figures(units.a, early)).toMatchObject({ admitted: 14, members: 614 })
})

it('adds its rows up to the unit, with the unit that left and its last day', async () => {
  const { garden, units } = await movedCommune()
  const { organization } = await garden.client.data<{
    organization: {
      childFigures: {
        edges: Array<{
          node: {
            row: string
            until: string | null
            organization: { name: string } | null
            figures: Array<{ numerator: number }>
          }
        }>
        total: Array<{ numerator: number }>
        totalCount: number
      }
    }
  }>(
    `query ($id: ID!, $input: FiguresInput!) { organization(id: $id, at: "2024-06-30") { childFigures(input: $input) {
       totalCount total { numerator } edges { cursor node { row until organization { name } figures { indicator numerator } } } } } }`,
    {
      id: units.a.id,
      input: {
        from: '2024-01-01',
        asOf: '2024-06-30',
        indicators: ['admitted', 'members'],
        perimeter: 'RECORDED',
      },
    },
  )
  const rows = organization.childFigures.edges.map(({ node }) => [
    node.row,
    node.organization?.name ?? null,
    node.until,
    ...node.figures.map(({ numerator }) => numerator),
  ])
  expect(rows).toEqual([
    ['UNIT', 'Xã Điện Phương', '2024-04-30', 4, 0],
    ['UNIT', 'Xã Điện Trung', null, 7, 507],
    ['DIRECT', null, null, 0, 0],
  ])
  expect(organization.childFigures.total.map(({ numerator }) => numerator)).toEqual([11, 507])
})
