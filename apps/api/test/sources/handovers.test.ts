import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'
import { candidate, candidatesOf } from './grow-sources.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const waiting = async (unit: Unit) => {
  const question = `query ($id: ID!) { organization(id: $id) {
    candidatesOffered { id to { id } } candidatesInTransit { id from { id } } } }`
  return (
    await api().data<{
      organization: { candidatesOffered: Array<{ id: string }>; candidatesInTransit: Array<{ id: string }> }
    }>(question, { id: unit.id })
  ).organization
}

const figures = (unit: Unit, asOf = '2024-12-31') =>
  garden.figures(unit, {
    from: '2024-01-01',
    asOf,
    indicators: ['candidates', 'candidatesMovedIn', 'candidatesMovedOut', 'candidatesCertified'],
  })

describe('a hand-over', () => {
  it('waits for the other unit, which takes the candidate with his certificate into a cell of its own', async () => {
    const cell = await garden.unit('Chi bộ bàn giao', 'CELL', units.k)
    const there = await garden.unit('Chi bộ tiếp nhận', 'CELL', units.m)
    const person = await candidate(garden, cell, '2024-02-01', { listed: true })
    await garden.event('recordCourseCompletion', person, cell, '2024-03-10', { audience: 'OTHER' })
    const offer = { personId: person, toOrganizationId: units.m.id, on: '2024-04-01', note: 'Chuyển về quê' }
    expect(await refused('offerHandover', { ...offer, on: '2024-01-01' })).toMatchObject({ code: 'CONFLICT' })
    expect(await refused('offerHandover', { ...offer, toOrganizationId: cell.id })).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await refused('offerHandover', { ...offer, toOrganizationId: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const { id } = await garden.act('offerHandover', offer)
    expect(await refused('offerHandover', offer)).toMatchObject({ reason: { key: 'OFFERED_ALREADY' } })
    expect((await waiting(units.b)).candidatesOffered.map((one) => one.id)).toEqual([id])
    expect((await waiting(units.a)).candidatesInTransit.map((one) => one.id)).toEqual([id])
    expect(await figures(cell)).toMatchObject({ candidates: 1, candidatesMovedOut: 0 })
    expect((await candidatesOf(garden, cell, '2024-04-01', { need: 'HANDOVER' })).totalCount).toBe(1)

    const answer = { id, version: 1, on: '2024-04-15', organizationId: there.id }
    expect(await refused('acceptHandover', { ...answer, organizationId: units.l1.id })).toMatchObject({
      reason: { key: 'NOT_OFFERED_THERE' },
    })
    expect(await refused('acceptHandover', { ...answer, on: '2024-03-31' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('acceptHandover', { ...answer, version: 2 })).toMatchObject({ actualVersion: 1 })
    await garden.act('acceptHandover', answer)
    expect(await refused('acceptHandover', { ...answer, version: 2 })).toMatchObject({
      reason: { key: 'HANDOVER_SETTLED' },
    })
    expect(await figures(cell)).toMatchObject({ candidates: 0, candidatesMovedOut: 1 })
    expect(await figures(there)).toMatchObject({
      candidates: 1,
      candidatesMovedIn: 1,
      candidatesCertified: 1,
    })
    expect(await figures(cell, '2024-04-14')).toMatchObject({ candidates: 1, candidatesMovedOut: 0 })
    const root = await figures(units.root)
    expect([root.candidatesMovedIn, root.candidatesMovedOut]).toEqual([0, 0])
    expect((await candidatesOf(garden, there, '2024-04-15')).nodes[0]).toMatchObject({
      stage: 'CERTIFIED',
      enteredOn: '2024-02-01',
      certifiedOn: '2024-03-10',
      certificateExpiresOn: '2029-03-10',
    })
  })

  it('can be declined with a reason, or taken back', async () => {
    const person = await candidate(garden, units.k1, '2024-02-01')
    const offer = { personId: person, toOrganizationId: units.m1.id, on: '2024-04-01' }
    const first = await garden.act('offerHandover', offer)
    const answer = { ...first, on: '2024-04-02' }
    expect(await refused('declineHandover', answer)).toMatchObject({ code: 'INVALID_INPUT' })
    await garden.act('declineHandover', { ...answer, note: 'Không cư trú tại địa bàn' })
    const second = await garden.act('offerHandover', { ...offer, on: '2024-05-01' })
    await garden.act('withdrawHandover', { ...second, on: '2024-05-02' })
    expect((await waiting(units.m1)).candidatesOffered).toEqual([])
    const of = `query ($id: ID!) { person(id: $id) { candidateHandovers { outcome answer settledOn } } }`
    expect(await api().data(of, { id: person })).toEqual({
      person: {
        candidateHandovers: [
          { outcome: 'DECLINED', answer: 'Không cư trú tại địa bàn', settledOn: '2024-04-02' },
          { outcome: 'WITHDRAWN', answer: null, settledOn: '2024-05-02' },
        ],
      },
    })
  })

  it('of twenty who accept at once, is done once', async () => {
    const person = await candidate(garden, units.k1, '2024-02-01')
    const offer = await garden.act('offerHandover', {
      personId: person,
      toOrganizationId: units.m1.id,
      on: '2024-04-01',
    })
    const question = `mutation ($input: AcceptHandoverInput!) { acceptHandover(input: $input) { id } }`
    const input = { ...offer, on: '2024-04-02', organizationId: units.m1.id }
    const answers = await Promise.all(Array.from({ length: 20 }, () => api().ask(question, { input })))
    expect(answers.filter(({ body }) => !body.errors)).toHaveLength(1)
  })
})

describe('a unit without source', () => {
  const statement = { cause: 'YOUNG_AWAY', on: '2024-03-01' }

  it('says so once, for as long as the rule says, and not while it has somebody', async () => {
    const cell = await garden.unit('Chi bộ không nguồn', 'CELL', units.k)
    const base = { ...statement, organizationId: cell.id }
    expect(await refused('declareNoSource', { ...base, on: '2026-11-22' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('declareNoSource', { ...base, on: '2019-01-01' })).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
    })
    expect(await refused('declareNoSource', { ...base, organizationId: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const made = await garden.act('declareNoSource', base)
    expect(await refused('declareNoSource', { ...base, on: '2024-06-01' })).toMatchObject({
      reason: { key: 'NO_SOURCE_STATED' },
    })
    const holds = async (at: string) => {
      const question = `query ($id: ID!, $at: Date!) { organization(id: $id, at: $at) { noSource { cause from to } } }`
      return (await api().data<{ organization: { noSource: unknown } }>(question, { id: cell.id, at }))
        .organization.noSource
    }
    expect(await holds('2024-03-01')).toEqual({ cause: 'YOUNG_AWAY', from: '2024-03-01', to: '2025-02-28' })
    expect(await holds('2025-03-01')).toBeNull()
    await garden.act('endNoSource', { ...made, on: '2024-09-01' })
    expect(await holds('2024-09-01')).toBeNull()
    expect(await refused('endNoSource', { ...made, version: 2, on: '2024-09-01' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await candidate(garden, cell, '2024-10-01')
    expect(await refused('declareNoSource', { ...base, on: '2024-10-01' })).toMatchObject({
      reason: { key: 'HAS_CANDIDATES', params: { candidates: 1 } },
    })
  })

  it('is told from one that keeps silent, and both from one that has sources', async () => {
    const commune = await garden.unit('Xã nguồn', 'GRASSROOTS', units.b)
    const [rich, stating, silent] = [
      await garden.unit('Chi bộ có nguồn', 'CELL', commune),
      await garden.unit('Chi bộ báo không nguồn', 'CELL', commune),
      await garden.unit('Chi bộ im lặng', 'CELL', commune),
    ]
    await candidate(garden, rich, '2024-02-01')
    await garden.act('declareNoSource', { ...statement, organizationId: stating.id })
    const share = async (condition: string, asOf = '2024-06-30') => {
      const question = `query ($id: ID!, $input: UnitConditionInput!) { organization(id: $id) { unitShare(input: $input) {
        fulfilling notFulfilling notCounted } } }`
      const input = { from: '2024-01-01', asOf, tiers: ['CELL'], condition }
      return (
        await api().data<{ organization: { unitShare: Record<string, number> } }>(question, {
          id: commune.id,
          input,
        })
      ).organization.unitShare
    }
    expect(await share('HAS_SOURCES')).toEqual({ fulfilling: 1, notFulfilling: 2, notCounted: 0 })
    expect(await share('NO_SOURCE_DECLARED')).toEqual({ fulfilling: 1, notFulfilling: 1, notCounted: 1 })
    expect(await share('NO_SOURCE_DECLARED', '2024-02-15')).toEqual({
      fulfilling: 0,
      notFulfilling: 2,
      notCounted: 1,
    })
    expect(silent.version).toBe(1)
  })
})
