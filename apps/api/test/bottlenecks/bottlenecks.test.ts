import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { cellWithMembers, certified, ready, votes } from '../dossiers/grow-dossiers.js'
import { Garden, type Unit } from '../grow.js'
import { candidate, official } from '../sources/grow-sources.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const ask = `query ($id: ID!, $at: Date!, $input: BottleneckInput) { organization(id: $id, at: $at) {
  bottlenecks(input: $input) { asOf causes { cause count of cells figure { text denominatorName } }
    units { organization { id } counts { cause count } } } } }`

interface Cause {
  cause: string
  count: number
  of: number
  cells: number
}

async function map(unit: Unit, at: string, input = {}) {
  const { organization } = await api().data<{
    organization: {
      bottlenecks: {
        causes: Cause[]
        units: Array<{ organization: { id: string }; counts: Cause[] }>
      }
    }
  }>(ask, { id: unit.id, at, input })
  const { causes, units: below } = organization.bottlenecks
  return { causes: Object.fromEntries(causes.map((one) => [one.cause, one])), below }
}

async function cellsWith(unit: Unit, at: string, cause: string): Promise<Record<string, number>> {
  const { organization } = await api().data<{
    organization: {
      bottleneckUnits: {
        totalCount: number
        edges: Array<{ node: { organization: { id: string }; count: number } }>
      }
    }
  }>(
    `query ($id: ID!, $at: Date!, $cause: Bottleneck!) { organization(id: $id, at: $at) {
      bottleneckUnits(cause: $cause) { totalCount edges { node { organization { id } count } } } } }`,
    { id: unit.id, at, cause },
  )
  const { edges, totalCount } = organization.bottleneckUnits
  expect(edges).toHaveLength(totalCount)
  return Object.fromEntries(edges.map(({ node }) => [node.organization.id, node.count]))
}

describe('what holds admissions up', () => {
  it('is not told with a patience out of bounds', async () => {
    for (const input of [{ waitingDays: -1 }, { waitingDays: 4_000 }, { years: 0 }, { years: 51 }]) {
      const { body } = await api().ask(ask, { id: units.k.id, at: '2024-06-01', input })
      expect(body.errors?.[0]?.extensions.code, JSON.stringify(input)).toBe('INVALID_INPUT')
    }
  })

  it('tells an empty list from a statement that there is no source, and cells too small or too long without', async () => {
    const empty = await map(units.root, '2024-06-01')
    expect(empty.causes).toMatchObject({
      EMPTY_LIST: { count: 4, of: 4, cells: 4 },
      NO_SOURCE_DECLARED: { count: 0, of: 4 },
      CELL_TOO_SMALL: { count: 4 },
      NO_ADMISSION: { count: 4, of: 4 },
    })
    await garden.opening(units.k1, 5)
    await garden.admit(units.k1, '2023-05-01')
    await garden.act(
      'declareNoSource',
      { organizationId: units.k2.id, on: '2024-05-01', cause: 'YOUNG_AWAY' },
      'id',
    )
    expect((await map(units.root, '2024-06-01')).causes).toMatchObject({
      EMPTY_LIST: { count: 3 },
      NO_SOURCE_DECLARED: { count: 1, of: 4 },
      CELL_TOO_SMALL: { count: 3 },
      NO_ADMISSION: { count: 3, of: 4 },
    })
    expect((await map(units.k1, '2024-06-01')).causes).toMatchObject({
      EMPTY_LIST: { count: 1, of: 1 },
      CELL_TOO_SMALL: { count: 0, of: 1 },
    })
    expect(await cellsWith(units.root, '2024-06-01', 'NO_SOURCE_DECLARED')).toEqual({ [units.k2.id]: 1 })
  })

  it('counts candidates without mentor, before the course, with an expired certificate, and those moved away', async () => {
    const mentor = await official(garden, units.l1)
    const helped = await candidate(garden, units.l1, '2024-01-05', { listed: true })
    await garden.act('assignMentors', { personIds: [helped], mentorIds: [mentor], on: '2024-01-10' }, 'id')
    await certified(garden, units.l1, {}, { identified: '2020-01-05', certified: '2020-02-01' })
    const gone = await candidate(garden, units.l1, '2024-01-05')
    await garden.act('strikeCandidates', { personIds: [gone], on: '2024-04-01', reason: 'MOVED_AWAY' }, 'id')
    const soon = await map(units.l, '2024-10-01')
    expect(soon.causes).toMatchObject({
      NO_MENTOR: { count: 1, of: 2, cells: 1 },
      WAITING_FOR_COURSE: { count: 1, of: 2 },
      CERTIFICATE_EXPIRING: { count: 1, of: 2 },
      CERTIFICATE_EXPIRED: { count: 0 },
      MOVED_AWAY: { count: 1, of: 1 },
      EMPTY_LIST: { count: 0 },
    })
    const later = await map(units.l, '2025-04-02')
    expect(later.causes).toMatchObject({
      CERTIFICATE_EXPIRING: { count: 0 },
      CERTIFICATE_EXPIRED: { count: 1, of: 2 },
      MOVED_AWAY: { count: 0 },
    })
  })

  it('says with whom a dossier waits, once it has waited long enough, and adds up over the units below', async () => {
    const { cell, members } = await cellWithMembers(garden, units.m)
    const following = await ready(garden, await certified(garden, cell), members)
    expect((await map(units.b, '2024-06-25')).causes.WAITING_AT_CELL).toMatchObject({ count: 0, of: 1 })
    expect((await map(units.b, '2024-06-25', { waitingDays: 5 })).causes.WAITING_AT_CELL?.count).toBe(1)
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    expect((await map(units.b, '2024-08-01')).causes.WAITING_AT_GRASSROOTS).toMatchObject({ count: 1, of: 1 })
    await following.step('PROPOSAL', '2024-08-05')
    const { causes, below } = await map(units.root, '2024-09-10')
    expect(causes.WAITING_AT_GRASSROOTS?.count).toBe(0)
    expect(causes.WAITING_FOR_DECISION).toMatchObject({ count: 1, of: 1, cells: 1 })
    for (const [cause, { count }] of Object.entries(causes)) {
      const sum = below
        .flatMap(({ counts }) => counts)
        .reduce((all, one) => all + (one.cause === cause ? one.count : 0), 0)
      expect(sum, cause).toBe(count)
    }
    expect(await cellsWith(units.root, '2024-09-10', 'WAITING_FOR_DECISION')).toEqual({ [cell.id]: 1 })
  })

  it('shows the median time in a stage beside that of the unit above', async () => {
    const { organization } = await api().data<{ organization: { stageTimes: unknown[] } }>(
      `query ($id: ID!) { organization(id: $id, at: "2024-09-10") { stageTimes {
        stage median cases parentMedian parentCases } } }`,
      { id: units.m.id },
    )
    expect(organization.stageTimes).toContainEqual(
      expect.objectContaining({
        stage: 'DOSSIER_OPEN',
        median: 21,
        cases: 1,
        parentMedian: 21,
        parentCases: 1,
      }),
    )
  })
})
