import { beforeEach, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeEach(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const year = { from: '2024-01-01', asOf: '2024-12-31' }

function figures(unit: Unit, indicators: string[], facts: Record<string, unknown> = {}) {
  return garden.figures(unit, { ...year, indicators, ...facts })
}

async function byBasis(unit: Unit, indicators: string[]) {
  const decided = await figures(unit, indicators, { countBasis: 'DECISION' })
  const sworn = await figures(unit, indicators, { countBasis: 'CEREMONY' })
  return [Object.values(decided), Object.values(sworn)]
}

describe('what happens to a person', () => {
  it('counts from the decision or from the ceremony', async () => {
    const { person } = await garden.admit(units.k1, '2024-03-01')
    const counted = ['admitted', 'members', 'probationaryMembers', 'admittedFemale', 'admittedYouthUnion']
    expect(await byBasis(units.a, counted)).toEqual([
      [1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
    ])
    await garden.event('recordCeremony', person, units.k1, '2024-05-01')
    expect(await byBasis(units.a, counted)).toEqual([
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ])
    const until = async (asOf: string, countBasis: string) =>
      Object.values(await figures(units.a, ['admitted', 'members'], { asOf, countBasis }))
    expect(await until('2024-04-30', 'CEREMONY')).toEqual([0, 0])
    expect(await until('2024-05-01', 'CEREMONY')).toEqual([1, 1])
    expect(await until('2024-02-29', 'DECISION')).toEqual([0, 0])
    expect(await until('2024-03-01', 'DECISION')).toEqual([1, 1])
    await garden.event('recordRecognition', person, units.k1, '2025-03-01')
    expect(
      await figures(units.a, ['recognized', 'members', 'probationaryMembers'], { asOf: '2025-03-01' }),
    ).toEqual({ recognized: 1, members: 1, probationaryMembers: 0 })
  })

  it('counts a person decided here and sworn there in both places, each under its basis', async () => {
    const { person } = await garden.admit(units.k1, '2024-03-01')
    await garden.event('recordTransfer', person, units.k1, '2024-04-01', { toOrganizationId: units.m1.id })
    await garden.event('recordCeremony', person, units.m1, '2024-05-01')
    const counted = ['admitted', 'members', 'transferredIn', 'transferredOut']
    expect(await byBasis(units.k1, counted)).toEqual([
      [1, 0, 0, 1],
      [0, 0, 0, 0],
    ])
    expect(await byBasis(units.m1, counted)).toEqual([
      [0, 1, 1, 0],
      [1, 1, 0, 0],
    ])
    expect(await byBasis(units.root, counted)).toEqual([
      [1, 1, 0, 0],
      [1, 1, 0, 0],
    ])
  })

  it('counts a decision that was cancelled before the ceremony only by decision', async () => {
    const { person } = await garden.admit(units.k1, '2024-03-01')
    await garden.event('recordRemoval', person, units.k1, '2024-04-01', { reason: 'DECISION_CANCELLED' })
    const counted = ['admitted', 'decisionCancelled', 'removed', 'members', 'reorganized']
    expect(await byBasis(units.root, counted)).toEqual([
      [1, 1, 1, 0, 0],
      [0, 0, 0, 0, 0],
    ])
  })

  it('counts each way out by its name', async () => {
    await garden.opening(units.k1, 10, 3, '2023-12-31')
    const reasons = [
      ['NAME_REMOVED', 'nameRemoved'],
      ['EXPELLED', 'expelled'],
      ['RESIGNED', 'resigned'],
      ['PROBATION_REMOVED', 'probationRemoved'],
    ] as const
    for (const [reason] of reasons) {
      const person = await garden.person()
      const probationary = reason === 'PROBATION_REMOVED'
      await garden.event('recordOpeningMember', person, units.k1, '2023-12-31', { probationary })
      await garden.event('recordRemoval', person, units.k1, '2024-05-01', { reason })
    }
    for (const outsideKind of ['UNIVERSITY', 'COLLEGE', 'OTHER_PROVINCE']) {
      const person = await garden.person()
      await garden.event('recordOpeningMember', person, units.k1, '2023-12-31', { probationary: false })
      await garden.event('recordTransferOut', person, units.k1, '2024-09-01', { outsideKind })
    }
    const dead = await garden.person()
    await garden.event('recordOpeningMember', dead, units.k1, '2023-12-31', { probationary: true })
    await garden.event('recordDeath', dead, units.k1, '2024-12-31')
    const expected = {
      membersAtStart: 10,
      members: 2,
      probationaryMembers: 1,
      removed: 4,
      died: 1,
      transferredOut: 3,
      transferredOutUniversity: 1,
      transferredOutCollege: 1,
      netChange: -8,
      reorganized: 0,
      ...Object.fromEntries(reasons.map(([, indicator]) => [indicator, 1])),
    }
    expect(await figures(units.root, Object.keys(expected))).toEqual(expected)
  })

  it('counts a readmission as admission and by itself', async () => {
    const { person } = await garden.admit(units.k1, '2022-03-01')
    await garden.event('recordRemoval', person, units.k1, '2023-03-01', { reason: 'RESIGNED' })
    await garden.event('recordReadmission', person, units.l1, '2024-03-01', { youthUnion: false })
    await garden.event('recordCeremony', person, units.l1, '2024-04-01')
    const counted = ['admitted', 'newlyAdmitted', 'readmitted', 'members', 'admittedYouthUnion']
    expect(await byBasis(units.a, counted)).toEqual([
      [1, 0, 1, 1, 0],
      [1, 0, 1, 1, 0],
    ])
  })

  it('takes in someone from outside, who can be recognized here', async () => {
    const person = await garden.person()
    await garden.event('recordTransferIn', person, units.k1, '2024-03-01', {
      outsideKind: 'OTHER_PROVINCE',
      probationary: true,
    })
    await garden.event('recordRecognition', person, units.k1, '2024-06-01')
    const counted = [
      'transferredIn',
      'recognized',
      'members',
      'probationaryMembers',
      'admitted',
      'reorganized',
    ]
    expect(await byBasis(units.root, counted)).toEqual([
      [1, 1, 1, 0, 0, 0],
      [1, 1, 1, 0, 0, 0],
    ])
  })

  it('moves the figures by one and back when an admission is recorded and corrected', async () => {
    await garden.admit(units.k1, '2022-02-01')
    const counted = ['admitted', 'members', 'yearsSinceLastAdmission', 'admittedFemale']
    const before = await byBasis(units.root, counted)
    expect(before[0]).toEqual([0, 1, 2, 0])
    const { person, event } = await garden.admit(units.k2, '2024-11-01')
    const ceremony = await garden.event('recordCeremony', person, units.k2, '2024-11-20')
    expect(await byBasis(units.root, counted)).toEqual([
      [1, 2, 0, 1],
      [1, 1, 0, 1],
    ])
    await garden.act('correctEvent', { id: ceremony.id, version: 1, reason: 'ghi nhầm' })
    await garden.act('correctEvent', { id: event, version: 1, reason: 'ghi nhầm' })
    expect(await byBasis(units.root, counted)).toEqual(before)
    const { person: read } = await garden.client.data<{ person: { events: object[] } }>(
      `query ($id: ID!) { person(id: $id) { events { kind version correctedOn correctionReason } } }`,
      { id: person },
    )
    expect(read.events).toMatchObject([
      { kind: 'ADMISSION', version: 2, correctedOn: '2026-11-21', correctionReason: 'ghi nhầm' },
      { kind: 'CEREMONY', version: 2, correctedOn: '2026-11-21' },
    ])
  })

  it('hands what is recorded late for an ended cell to its heir, or to the superior', async () => {
    const ended = await garden.unit('Chi bộ tan', 'CELL', units.k)
    const orphan = await garden.unit('Chi bộ không kế thừa', 'CELL', units.k)
    const end = { effectiveOn: '2024-07-01' }
    await garden.act('dissolveOrganization', { ...ended, ...end, successorId: units.k1.id })
    await garden.act('dissolveOrganization', { ...orphan, ...end })
    const { person } = await garden.admit(ended, '2024-03-01')
    await garden.admit(orphan, '2024-04-01')
    const counted = ['admitted', 'members', 'reorganized']
    expect(await figures(ended, counted, { asOf: '2024-06-30' })).toEqual({
      admitted: 1,
      members: 1,
      reorganized: 0,
    })
    expect(await figures(units.k1, counted)).toEqual({ admitted: 0, members: 1, reorganized: 1 })
    for (const perimeter of ['RECORDED', 'RESTATED'])
      expect(await figures(units.k, counted, { perimeter })).toEqual({
        admitted: 2,
        members: 2,
        reorganized: 0,
      })
    await garden.event('recordCeremony', person, units.k1, '2024-08-01')
    expect(await figures(units.k1, ['members'], { countBasis: 'CEREMONY' })).toEqual({ members: 1 })
  })
})
