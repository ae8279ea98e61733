import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type FigureAnswer, type Unit } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

type Units = Awaited<ReturnType<Garden['province']>>

let garden: Garden
let units: Units & { k3: Unit }

/** Opening balances at the end of 2022, and every month of 2023 an admission in K1, every other one in L1. */
async function foundations() {
  for (const unit of [units.a, units.b])
    await garden.act('setTarget', {
      organizationId: unit.id,
      kind: 'RANGE',
      yearFrom: 2023,
      yearTo: 2024,
      amountMin: 7,
      amountMax: 9,
    })
  await garden.opening(units.k1, 30, 2, '2022-12-31')
  await garden.opening(units.l1, 20, 1, '2022-12-31')
  await garden.opening(units.m1, 10, 0, '2022-12-31')
  for (let month = 1; month <= 12; month += 1) {
    const day = `2023-${String(month).padStart(2, '0')}-15`
    const { person } = await garden.admit(units.k1, day, { person: { female: month % 3 === 0 } })
    if (month <= 6)
      await garden.event(
        'recordCeremony',
        person,
        units.k1,
        `2023-${month + 6 > 9 ? '' : '0'}${month + 6}-01`,
      )
    if (month % 2 === 0) await garden.admit(units.l1, day)
  }
}

/** People who go: within a commune, within a district, to another district, out, by death and by removal. */
async function movements() {
  for (const [to, on] of [
    [units.k2, '2024-01-10'],
    [units.l1, '2024-03-31'],
    [units.m1, '2024-05-01'],
  ] as const) {
    const { person } = await garden.admit(units.k1, '2024-01-05')
    await garden.event('recordTransfer', person, units.k1, on, { toOrganizationId: to.id })
  }
  const out = await garden.admit(units.l1, '2024-02-01')
  await garden.event('recordTransferOut', out.person, units.l1, '2024-09-05', { outsideKind: 'UNIVERSITY' })
  const dead = await garden.admit(units.m1, '2024-02-29')
  await garden.event('recordDeath', dead.person, units.m1, '2024-02-29')
  const removed = await garden.admit(units.m1, '2024-04-30')
  await garden.event('recordRemoval', removed.person, units.m1, '2024-12-31', { reason: 'NAME_REMOVED' })
  await garden.event('recordReadmission', removed.person, units.l1, '2026-01-01', { youthUnion: false })
}

/** K goes from A to B on 1/5/2024, K2 from K to L on 1/7; K3 ends on 1/10 and has two admissions recorded late. */
async function reorganizations() {
  const moved = await garden.act('moveOrganization', {
    ...(await garden.now(units.k)),
    parentId: units.b.id,
    effectiveOn: '2024-05-01',
  })
  await garden.act('renameOrganization', { ...moved, name: 'Phường Điện Phương', effectiveOn: '2023-07-01' })
  await garden.act('moveOrganization', {
    ...(await garden.now(units.k2)),
    parentId: units.l.id,
    effectiveOn: '2024-07-01',
  })
  await garden.act('dissolveOrganization', {
    ...units.k3,
    successorId: units.k1.id,
    effectiveOn: '2024-10-01',
  })
  await garden.admit(units.k3, '2024-04-30')
  await garden.admit(units.k3, '2024-09-30')
  const wrong = await garden.admit(units.k1, '2024-06-06')
  await garden.act('correctEvent', { id: wrong.event, version: 1, reason: 'ghi nhầm' })
}

beforeAll(async () => {
  garden = new Garden(api())
  const province = await garden.province()
  units = { ...province, k3: await garden.unit('Chi bộ thôn 3', 'CELL', province.k) }
  await foundations()
  await movements()
  await reorganizations()
}, 120_000)

const counted = [
  'membersAtStart',
  'broughtForward',
  'admitted',
  'transferredIn',
  'transferredOut',
  'removed',
  'died',
  'reorganized',
  'members',
]

type Rows = Record<string, number[]>

/** Counted by hand: at the start, brought forward, admitted, in, out, removed, died, reorganized, at the end of 2024. */
const byDecision: Record<string, Rows> = {
  RECORDED: {
    root: [78, 0, 8, 0, 1, 1, 1, 0, 83],
    a: [68, 0, 5, 0, 1, 0, 0, -44, 28],
    b: [10, 0, 3, 0, 0, 1, 1, 44, 55],
    k: [42, 0, 5, 0, 2, 0, 0, -1, 44],
    l: [26, 0, 1, 1, 1, 0, 0, 1, 28],
    k1: [42, 0, 3, 0, 3, 0, 0, 2, 44],
  },
  RESTATED: {
    root: [78, 0, 8, 0, 1, 1, 1, 0, 83],
    a: [26, 0, 1, 2, 1, 0, 0, 0, 28],
    b: [52, 0, 7, 0, 2, 1, 1, 0, 55],
    k: [42, 0, 5, 0, 3, 0, 0, 0, 44],
    l: [26, 0, 1, 2, 1, 0, 0, 0, 28],
    k1: [42, 0, 3, 0, 3, 0, 0, 2, 44],
  },
}

/** Nobody was sworn in 2024, and whoever is not sworn moves nothing: only K moves, with its 36 sworn members. */
const byCeremony: Record<string, Rows> = {
  RECORDED: {
    root: [66, 0, 0, 0, 0, 0, 0, 0, 66],
    a: [56, 0, 0, 0, 0, 0, 0, -36, 20],
    b: [10, 0, 0, 0, 0, 0, 0, 36, 46],
    k: [36, 0, 0, 0, 0, 0, 0, 0, 36],
    l: [20, 0, 0, 0, 0, 0, 0, 0, 20],
    k1: [36, 0, 0, 0, 0, 0, 0, 0, 36],
  },
  RESTATED: {
    root: [66, 0, 0, 0, 0, 0, 0, 0, 66],
    a: [20, 0, 0, 0, 0, 0, 0, 0, 20],
    b: [46, 0, 0, 0, 0, 0, 0, 0, 46],
    k: [36, 0, 0, 0, 0, 0, 0, 0, 36],
    l: [20, 0, 0, 0, 0, 0, 0, 0, 20],
    k1: [36, 0, 0, 0, 0, 0, 0, 0, 36],
  },
}

const names = ['root', 'a', 'b', 'k', 'l', 'k1'] as const
const perimeters = ['RECORDED', 'RESTATED']

async function balances(input: Record<string, unknown>): Promise<Rows> {
  const rows: Rows = {}
  for (const name of names) {
    const figures = await garden.figures(units[name], { ...input, indicators: counted })
    rows[name] = Object.values(figures).map(Number)
  }
  return rows
}

const year = { from: '2024-01-01', asOf: '2024-12-31' }

describe('a history told once', () => {
  it('is answered alike on both engines, as counted by hand', async () => {
    for (const perimeter of perimeters) {
      const decided = await balances({ ...year, perimeter, countBasis: 'DECISION' })
      expect(decided, perimeter).toEqual(byDecision[perimeter])
      const sworn = await balances({ ...year, perimeter, countBasis: 'CEREMONY' })
      expect(sworn, perimeter).toEqual(byCeremony[perimeter])
    }
  })

  it('closes the balance sheet of every unit over every period', async () => {
    const periods = [
      ['2022-12-31', '2022-12-31'],
      ['2022-12-31', '2026-11-21'],
      ['2023-01-01', '2024-04-30'],
      ['2024-04-30', '2024-05-01'],
      ['2024-05-01', '2024-05-01'],
      ['2024-10-01', '2026-01-01'],
    ] as const
    for (const [from, asOf] of periods)
      for (const perimeter of perimeters)
        for (const [name, row] of Object.entries(await balances({ from, asOf, perimeter }))) {
          const [
            start = 0,
            forward = 0,
            admitted = 0,
            arrived = 0,
            left = 0,
            removed = 0,
            died = 0,
            ...rest
          ] = row
          const [reorganized, end] = rest
          const said = `${name} ${perimeter} ${from} ${asOf}`
          expect(
            start + forward + admitted + arrived - left - removed - died + (reorganized ?? 0),
            said,
          ).toBe(end)
          if (name === 'root') expect(reorganized, said).toBe(0)
        }
  })

  it('adds up from its rows, in both perimeters', async () => {
    const query = `query ($id: ID!, $at: Date, $input: FiguresInput!) { organization(id: $id, at: $at) {
      childFigures(input: $input) { edges { node { figures { numerator } } } } } }`
    const indicators = ['membersAtStart', 'admitted', 'removed', 'died', 'members']
    for (const name of ['root', 'a', 'b', 'k', 'l', 'k1'] as const)
      for (const perimeter of perimeters) {
        const input = { ...year, indicators, perimeter }
        const { organization } = await api().data<{
          organization: { childFigures: { edges: Array<{ node: { figures: FigureAnswer[] } }> } }
        }>(query, { id: units[name].id, at: year.asOf, input })
        const sums = indicators.map((_, index) =>
          organization.childFigures.edges.reduce(
            (sum, { node }) => sum + (node.figures[index]?.numerator ?? 0),
            0,
          ),
        )
        const own = Object.values(await garden.figures(units[name], input))
        expect(sums, `${name} ${perimeter}`).toEqual(own)
      }
  })
})

describe('a trend', () => {
  const indicators = [...counted, 'rateOfMembers', 'femaleShare', 'yearsSinceLastAdmission', 'completion']
  const query = `query ($id: ID!, $at: Date, $input: FiguresInput!, $grain: Grain!) { organization(id: $id, at: $at) {
    trend(input: $input, grain: $grain) { from to figures { indicator numerator denominator value text } } } }`

  it.each([
    ['YEAR', '2023-01-01', '2024-12-31', 2],
    ['QUARTER', '2023-11-10', '2024-12-31', 5],
    ['MONTH', '2024-01-15', '2024-10-02', 10],
    ['DAY', '2024-04-28', '2024-05-02', 5],
  ])('by %s is what the figures of each part are', async (grain, from, asOf, length) => {
    for (const perimeter of perimeters)
      for (const unit of [units.a, units.b]) {
        const input = { from, asOf, indicators, perimeter }
        const { organization } = await api().data<{
          organization: { trend: Array<{ from: string; to: string; figures: FigureAnswer[] }> }
        }>(query, { id: unit.id, at: asOf, input, grain })
        expect(organization.trend).toHaveLength(length)
        expect(organization.trend[0]?.from).toBe(from)
        expect(organization.trend.at(-1)?.to).toBe(asOf)
        for (const point of organization.trend) {
          const part = { ...input, from: point.from, asOf: point.to }
          const facts = perimeter === 'RESTATED' ? { treeAt: asOf } : {}
          expect(point.figures, `${perimeter} ${point.from}`).toEqual(
            await garden.answers(unit, { ...part, ...facts }, asOf),
          )
        }
      }
  })
})
