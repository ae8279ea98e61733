import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const ROOTS = 'query ($at: Date) { rootOrganizations(at: $at) { id } }'

const as = async (...grants: TestGrant[]): Promise<ApiClient> =>
  api().as((await accountWith({ database: database(), clock }, grants)).pass)

async function highest(client: ApiClient, at?: string): Promise<string[]> {
  const data = await client.data<{ rootOrganizations: Array<{ id: string }> }>(ROOTS, { at })
  return data.rootOrganizations.map(({ id }) => id)
}

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

describe('the highest units that somebody sees', () => {
  it('are none without a grant, and the roots for who sees everything', async () => {
    expect(await highest(await as())).toEqual([])
    const all = await highest(await as({ role: 'VIEWER', unit: null }))
    expect(all).toContain(units.root.id)
    expect(all).not.toContain(units.a.id)
  })

  it('are the units of the grants, and not what stands below one of them', async () => {
    expect(await highest(await as({ role: 'CELL_SECRETARY', unit: units.k1 }))).toEqual([units.k1.id])
    const both = await as(
      { role: 'VIEWER', unit: units.k },
      { role: 'CELL_SECRETARY', unit: units.k1 },
      { role: 'VIEWER', unit: units.m },
    )
    expect((await highest(both)).sort()).toEqual([units.k.id, units.m.id].sort())
  })

  it('are on an earlier day the units that stand below the grant today, wherever they stood then', async () => {
    const cell = await garden.unit('Chi bộ chuyển', 'CELL', units.m)
    await garden.act('moveOrganization', {
      ...cell,
      parentId: units.l.id,
      effectiveOn: '2024-07-01',
    })
    const client = await as({ role: 'COMMITTEE_OFFICER', unit: units.l })
    expect(await highest(client)).toEqual([units.l.id])
    expect((await highest(client, '2024-06-30')).sort()).toEqual([units.l.id, cell.id].sort())
  })
})
