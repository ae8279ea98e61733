import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let units: Awaited<ReturnType<Garden['province']>>

interface Side {
  organization: { name: string }
  periods: { from: string; figures: { numerator: number | null }[] }[]
}

const COMPARE = `query ($input: SideBySideInput!) { sideBySide(input: $input) {
  organization { name } periods { from to figures { numerator } }
} }`
const year = (one: number) => ({ from: `${one}-01-01`, to: `${one}-12-31` })
const input = (facts: object = {}) => ({
  ...{ units: [units.k.id, units.l.id], periods: [year(2024)], indicators: ['admitted'] },
  ...facts,
})

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  for (const on of ['2023-03-03', '2024-03-03', '2024-04-04']) await garden.admit(units.k1, on)
  await garden.admit(units.l1, '2024-05-05')
  await garden.admit(units.m1, '2024-05-05')
})

describe('side by side', () => {
  it.each([
    ['one unit in one period', () => ({ units: [units.k.id] }), 'SIDE_BY_SIDE'],
    [
      'seven units',
      () => ({ units: [...Object.values(units)].slice(0, 7).map(({ id }) => id) }),
      'SIDE_BY_SIDE',
    ],
    ['a unit twice', () => ({ units: [units.k.id, units.k.id] }), 'SIDE_TWICE'],
    ['no period', () => ({ periods: [] }), 'SIDE_BY_SIDE'],
  ])('refuses %s', async (_name, facts, key) => {
    const { extensions } = await api().refusal(COMPARE, { input: input(facts()) })
    expect(extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key } })
  })

  it('refuses units whose figures may not be read, as if there were none', async () => {
    const account = await accountWith({ database: database(), clock }, [{ role: 'VIEWER', unit: units.k }])
    const { extensions } = await api().as(account.pass).refusal(COMPARE, { input: input() })
    expect(extensions.code).toBe('NOT_FOUND')
  })

  it('sets units beside each other, and a unit beside itself in other years', async () => {
    const ask = async (facts: object = {}) => {
      const { sideBySide } = await api().data<{ sideBySide: Side[] }>(COMPARE, { input: input(facts) })
      return sideBySide.map(({ organization, periods }) => [
        organization.name,
        ...periods.map(({ figures }) => figures[0]?.numerator),
      ])
    }
    expect(await ask()).toEqual([
      ['Xã Điện Phương', 2],
      ['Xã Điện Trung', 1],
    ])
    expect(await ask({ units: [units.k.id], periods: [year(2022), year(2023), year(2024)] })).toEqual([
      ['Xã Điện Phương', 0, 1, 2],
    ])
  })

  it('gives those who tie the same rank, and says on which side of the median each lies', async () => {
    const query = {
      ...{ scope: [units.root.id], tiers: ['GRASSROOTS'], from: '2024-01-01', asOf: '2024-12-31' },
      ...{ indicators: ['admitted'], orderBy: [{ indicator: 'admitted', direction: 'DESC' }] },
    }
    const { findOrganizations } = await api().data<{
      findOrganizations: { edges: { node: { rank: number; medianSide: string } }[] }
    }>(
      `query ($query: OrganizationQueryInput!) { findOrganizations(query: $query) { edges { node { rank medianSide } } } }`,
      { query },
    )
    expect(findOrganizations.edges.map(({ node }) => [node.rank, node.medianSide])).toEqual([
      [1, 'ABOVE'],
      [2, 'AT'],
      [2, 'AT'],
    ])
  })
})
