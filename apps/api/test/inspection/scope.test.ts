import type { OrganizationQuery } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import { statementsOf } from '../statements.js'
import { FIND, Inspector } from './ask.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let inspector: Inspector

/** K and L under A admit 2 and 1; M under B admits 9. The inspector has a grant at A. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const admissions = [
    [units.k1, 2],
    [units.l1, 1],
    [units.m1, 9],
  ] as const
  for (const [cell, count] of admissions)
    for (let index = 0; index < count; index += 1) await garden.admit(cell, '2024-03-03')
  const account = await accountWith({ database: database(), clock }, [{ role: 'INSPECTOR', unit: units.a }])
  inspector = new Inspector(api().as(account.pass))
})

const query = (facts: Partial<OrganizationQuery> = {}): OrganizationQuery => ({
  ...{ from: '2024-01-01', asOf: '2024-12-31', tiers: ['GRASSROOTS'], indicators: ['admitted'] },
  ...facts,
})
const against = (to: 'PARENT' | 'PEERS_MEDIAN', factor: number): Partial<OrganizationQuery> => ({
  where: { compare: { indicator: 'admitted', operator: 'AT_LEAST', to, factor } },
})
const descending: Partial<OrganizationQuery> = { orderBy: [{ indicator: 'admitted', direction: 'DESC' }] }

describe('an account', () => {
  it.each([
    ['a unit beside its own', () => units.b.id],
    ['the unit above its own', () => units.root.id],
    ['a unit that does not exist', () => `${units.b.id.slice(0, -4)}ffff`],
  ])('is answered about %s as if there were none', async (_name, id) => {
    const { extensions, message } = await inspector.refusal(query({ scope: [id()] }))
    expect([extensions.code, message]).toEqual(['NOT_FOUND', 'Organization not found'])
  })

  it('finds, counts, sorts and adds up only what it may read', async () => {
    const found = await inspector.find(query(descending))
    expect(found.edges.map(({ node }) => node.organization.name)).toEqual(['Xã Điện Phương', 'Xã Điện Trung'])
    expect(found).toMatchObject({ totalCount: 2, asked: 2, total: [{ figure: { numerator: 3 } }] })
    const everybody = await new Inspector(api()).find(query(descending))
    expect(everybody).toMatchObject({ totalCount: 3, total: [{ figure: { numerator: 12 } }] })
  })

  it('is compared with the median of the units that it may read, whatever the others are', async () => {
    expect(await inspector.names(query(against('PEERS_MEDIAN', 1)))).toEqual(['Xã Điện Phương'])
    expect(await new Inspector(api()).names(query(against('PEERS_MEDIAN', 1)))).toEqual([
      'Xã Điện Phương',
      'Xã M',
    ])
  })

  it('is compared with the unit above only where it may read that one', async () => {
    const districts = query({ tiers: ['DISTRICT'], ...against('PARENT', 0) })
    expect(await inspector.names(districts)).toEqual([])
    expect(await new Inspector(api()).names(districts)).toEqual(['Huyện A', 'Huyện B'])
    expect(await inspector.names(query(against('PARENT', 0.5)))).toEqual(['Xã Điện Phương'])
  })

  it('gets the same answer whatever happens beyond its units', async () => {
    const ask = async () => [
      await inspector.find(query(descending)),
      await inspector.find(query(against('PEERS_MEDIAN', 1))),
      await inspector.find(query({ ended: true, where: { name: 'xã' } })),
    ]
    const before = await ask()
    await garden.admit(units.m1, '2024-04-04')
    await garden.unit('Xã mới', 'GRASSROOTS', units.b)
    expect(await ask()).toEqual(before)
  })
})

describe('the number of SQL statements', () => {
  it('grows neither with the units that are asked nor with the page', async () => {
    const where = { all: [against('PARENT', 0).where ?? {}, against('PEERS_MEDIAN', 0).where ?? {}] }
    const asked = query({ scope: [units.root.id], tiers: ['CELL'], where, ...descending })
    const count = async (first: number) =>
      (await statementsOf(database(), () => api().data(FIND, { query: asked, first }))).length
    const few = await count(1)
    for (let index = 0; index < 25; index += 1) {
      const cell = await garden.unit(`Chi bộ ${index}`, 'CELL', units.k, { on: '2021-01-10' })
      await garden.admit(cell, '2024-05-05')
    }
    expect(await count(100)).toBe(few)
    expect(few).toBeLessThan(14)
  }, 60_000)
})
