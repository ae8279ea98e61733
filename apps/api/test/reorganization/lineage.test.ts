import { beforeAll, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { of, Plans } from './plans.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let root: Unit
let plans: Plans

const founded = (code: string, name: string) => ({
  newUnit: { code: garden.code(code), name, tier: 'SUPERIOR_COMMUNE', kind: 'WARD', parent: of(root) },
})

/** Phương, Minh and Vĩnh become a ward in 2025, which goes with a fourth into another in 2026. */
beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  plans = new Plans(api(), root)
  const district = await garden.unit('Thị xã', 'DISTRICT', root)
  const commune = (code: string, name: string) => garden.unit(name, 'GRASSROOTS', district, { code })
  const [a, b, c] = [
    await commune('551', 'Phường Vĩnh Điện'),
    await commune('593', 'Phường Điện Minh'),
    await commune('596', 'Phường Điện Phương'),
  ]
  await garden.act(
    'createDocument',
    { organizationId: c.id, number: '12-NQ/ĐU', title: 'Nghị quyết cũ' },
    'id',
  )
  await plans.carryOut(
    '2025-07-01',
    [{ kind: 'MERGE', units: [of(a), of(b), of(c)], successors: [founded('551', 'Phường Điện Bàn')] }],
    { title: 'Sắp xếp năm 2025' },
  )
  const merged = await byCode('551', '2025-07-01')
  const other = await garden.unit('Phường Bên', 'SUPERIOR_COMMUNE', root, { on: '2025-07-01', code: '999' })
  await plans.carryOut('2026-05-01', [
    {
      kind: 'SPLIT',
      units: [of(merged)],
      restToPrincipal: true,
      successors: [founded('777', 'Phường Nam'), { unit: of(other) }],
    },
  ])
})

async function byCode(code: string, at: string): Promise<Unit> {
  const query = 'query ($code: String, $at: Date) { organization(code: $code, at: $at) { id version } }'
  return (await api().data<{ organization: Unit }>(query, { code: garden.code(code), at })).organization
}

it('an ended unit says what became of it, a new one what it was formed from', async () => {
  const query = `query ($code: String, $at: Date) { organization(code: $code, at: $at) {
    becameOf { on kind extent principal organization { name at } reorganization { title } }
    formedFrom { on kind extent principal organization { name at } } } }`
  const ask = (code: string, at: string) => api().data(query, { code: garden.code(code), at })
  expect(await ask('596', '2025-06-30')).toEqual({
    organization: {
      becameOf: [
        {
          ...{ on: '2025-07-01', kind: 'MERGE', extent: 'WHOLE', principal: true },
          organization: { name: 'Phường Điện Bàn', at: '2025-07-01' },
          reorganization: { title: 'Sắp xếp năm 2025' },
        },
      ],
      formedFrom: [],
    },
  })
  expect(await ask('551', '2025-07-01')).toMatchObject({
    organization: {
      becameOf: [
        { extent: 'PART', principal: true, organization: { name: 'Phường Nam' } },
        { extent: 'PART', principal: false, organization: { name: 'Phường Bên' } },
      ],
      formedFrom: [
        { organization: { name: 'Phường Vĩnh Điện', at: '2025-06-30' } },
        { organization: { name: 'Phường Điện Minh' } },
        { organization: { name: 'Phường Điện Phương' } },
      ],
    },
  })
})

it('the lineage of a unit is a graph in both directions', async () => {
  const query = `query ($code: String) { organization(code: $code) { lineage { complete nodes { id name }
    edges { from to on kind extent principal } } } }`
  const { organization } = await api().data<{
    organization: {
      lineage: {
        complete: boolean
        nodes: Array<{ id: string; name: string }>
        edges: Array<{ from: string; to: string; on: string }>
      }
    }
  }>(query, { code: garden.code('777') })
  const { nodes, edges, complete } = organization.lineage
  expect(complete).toBe(true)
  expect(nodes.map(({ name }) => name).sort()).toEqual(
    [
      'Phường Bên',
      'Phường Nam',
      'Phường Vĩnh Điện',
      'Phường Điện Bàn',
      'Phường Điện Minh',
      'Phường Điện Phương',
    ].sort(),
  )
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name
  expect(edges.map(({ from, to, on }) => `${nameOf(from)} → ${nameOf(to)}, ${on}`).sort()).toEqual(
    [
      'Phường Vĩnh Điện → Phường Điện Bàn, 2025-07-01',
      'Phường Điện Minh → Phường Điện Bàn, 2025-07-01',
      'Phường Điện Phương → Phường Điện Bàn, 2025-07-01',
      'Phường Điện Bàn → Phường Nam, 2026-05-01',
      'Phường Điện Bàn → Phường Bên, 2026-05-01',
    ].sort(),
  )
})

it('old names and codes find the unit they lead to on the day asked for', async () => {
  const query = `query ($text: String!, $at: Date) { searchUnitHistory(text: $text, at: $at) {
    name code until organization { name at } now { name } } }`
  type Hits = {
    searchUnitHistory: Array<{ name: string; until: string | null; now: Array<{ name: string }> }>
  }
  const ask = async (text: string, at?: string) =>
    (await api().data<Hits>(query, { text, at })).searchUnitHistory.map(({ name, until, now }) => [
      name,
      until,
      ...now.map((unit) => unit.name),
    ])
  expect((await ask('dien phuong', '2025-06-30'))[0]).toEqual([
    'Phường Điện Phương',
    null,
    'Phường Điện Phương',
  ])
  expect((await ask('dien phuong', '2025-07-01'))[0]).toEqual([
    'Phường Điện Phương',
    '2025-06-30',
    'Phường Điện Bàn',
  ])
  expect((await ask('Điện Phương'))[0]).toEqual([
    'Phường Điện Phương',
    '2025-06-30',
    'Phường Nam',
    'Phường Bên',
  ])
  expect((await ask(garden.code('551'), '2025-12-31')).sort()).toEqual([
    ['Phường Vĩnh Điện', '2025-06-30', 'Phường Điện Bàn'],
    ['Phường Điện Bàn', null, 'Phường Điện Bàn'],
  ])
  expect(await ask('không có đơn vị này')).toEqual([])
})

it('documents of predecessors are found at the successor', async () => {
  const query = 'query ($code: String) { organization(code: $code) { documents { number } } }'
  expect(await api().data(query, { code: garden.code('777') })).toEqual({
    organization: { documents: [{ number: '12-NQ/ĐU' }] },
  })
})
