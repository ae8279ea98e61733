import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, person: string, cell: Unit, on: string, facts: object = {}) {
  const before = await stored(database())
  const input = { personId: person, organizationId: cell.id, on, ...facts }
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

/** Entries of a cell that stand, by degree, month of birth and of joining, as "degree members restored …". */
async function standing(cell: Unit): Promise<string[]> {
  const rows = (await database().reader.query(
    `SELECT f.degree, f.youth_union AS youth, e.joined_month AS joined, SUM(e.members) AS members
     FROM ledger_entry e JOIN organization o ON o.id = e.organization LEFT JOIN profile f ON f.id = e.profile
     WHERE o.uid = ? AND e.basis <> 2 GROUP BY f.degree, f.youth_union, e.joined_month
     HAVING SUM(e.members) <> 0`,
    [cell.id],
  )) as Record<string, unknown>[]
  return rows
    .map(({ degree, youth, joined, members }) => [degree, youth, joined, members].map(String).join(' '))
    .sort()
}

const month = (year: number, number: number) => year * 12 + number - 1
const period = { from: '2024-01-01', asOf: '2024-12-31' }

describe('a change of attributes', () => {
  it('is refused when it says nothing, has unknown words, is of the dead, or names another cell', async () => {
    const { person } = await garden.admit(units.k1, '2024-02-01')
    const change = 'recordAttributeChange'
    expect(await refused(change, person, units.k1, '2024-05-01')).toMatchObject({
      code: 'INVALID_INPUT',
      reason: { key: 'NOTHING_CHANGES' },
    })
    expect(await refused(change, person, units.k1, '2024-05-01', { degree: 'PHD' })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { degree: anyText },
    })
    const facts = { degree: 'MASTER' }
    expect(await refused(change, person, units.k2, '2024-05-01', facts)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'OTHER_CELL' },
    })
    await garden.event('recordDeath', person, units.k1, '2024-06-01')
    expect(await refused(change, person, units.k1, '2024-06-02', facts)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'HAS_DIED' },
    })
  })

  it('counts a member otherwise from the day on, and nobody more or less', async () => {
    const cell = await garden.unit('Chi bộ học', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2024-02-01', { degree: 'COLLEGE' })
    const joined = month(2024, 2)
    expect(await standing(cell)).toEqual([`COLLEGE 1 ${joined} 1`])
    const event = await garden.event('recordAttributeChange', person, cell, '2024-05-01', {
      degree: 'UNIVERSITY',
      youthUnion: false,
    })
    expect(await standing(cell)).toEqual([`UNIVERSITY 0 ${joined} 1`])
    const asked = { ...period, indicators: ['members', 'admitted', 'admittedUniversity', 'reorganized'] }
    expect(await garden.figures(cell, asked)).toEqual({
      members: 1,
      admitted: 1,
      admittedUniversity: 0,
      reorganized: 0,
    })
    await garden.act('correctEvent', { ...event, reason: 'ghi nhầm' })
    expect(await standing(cell)).toEqual([`COLLEGE 1 ${joined} 1`])
  })

  it('of somebody who is no member is remembered until an admission says what holds', async () => {
    const cell = await garden.unit('Chi bộ nhớ', 'CELL', units.k)
    const person = await garden.person()
    await garden.event('recordAttributeChange', person, cell, '2024-01-10', { degree: 'COLLEGE' })
    expect(await standing(cell)).toEqual([])
    const facts = { outsideKind: 'OTHER_PROVINCE', probationary: false, joinedOn: '2019-07-31' }
    await garden.event('recordTransferIn', person, cell, '2024-03-01', facts)
    expect(await standing(cell)).toEqual([`COLLEGE null ${month(2019, 7)} 1`])
  })
})

describe('a member who joined before the records', () => {
  it('joined neither unborn nor after being recorded', async () => {
    const person = await garden.person({ birthDate: '1980-05-01' })
    const tried = (joinedOn: string) =>
      refused('recordOpeningMember', person, units.k1, '2021-01-01', { probationary: false, joinedOn })
    expect(await tried('1980-04-30')).toMatchObject({ code: 'INVALID_INPUT', fields: { joinedOn: anyText } })
    expect(await tried('2021-01-02')).toMatchObject({ code: 'INVALID_INPUT', fields: { joinedOn: anyText } })
  })

  it('leaves the nameless of the opening balance', async () => {
    const cell = await garden.unit('Chi bộ cũ', 'CELL', units.k)
    await garden.opening(cell, 3)
    expect(await standing(cell)).toEqual(['null null 0 3'])
    const person = await garden.person({ birthDate: '1960-05-01' })
    const facts = { probationary: false, joinedOn: '1985-05-19', degree: 'VOCATIONAL' }
    await garden.event('recordOpeningMember', person, cell, '2021-01-01', facts)
    expect(await standing(cell)).toEqual([`VOCATIONAL null ${month(1985, 5)} 1`, 'null null 0 2'])
  })
})

describe('a restoration', () => {
  it('is refused for who was never a member, and for who is one', async () => {
    const facts = { probationary: false }
    const nobody = await garden.person()
    expect(await refused('recordRestoration', nobody, units.k1, '2024-05-01', facts)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'NEVER_MEMBER' },
    })
    const { person } = await garden.admit(units.k1, '2024-02-01')
    expect(await refused('recordRestoration', person, units.k1, '2024-05-01', facts)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'MEMBER_ALREADY' },
    })
  })

  it('makes a member without an admission, counted as before, and can be taken back', async () => {
    const cell = await garden.unit('Chi bộ phục hồi', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2023-02-01', { degree: 'COLLEGE' })
    await garden.event('recordCeremony', person, cell, '2023-02-20')
    await garden.event('recordRemoval', person, cell, '2023-09-01', { reason: 'EXPELLED' })
    const event = await garden.event('recordRestoration', person, cell, '2024-04-01', { probationary: true })
    const indicators = ['members', 'probationaryMembers', 'restored', 'admitted', 'reorganized', 'netChange']
    const restored = {
      members: 1,
      probationaryMembers: 1,
      restored: 1,
      admitted: 0,
      reorganized: 0,
      netChange: 1,
    }
    for (const countBasis of ['DECISION', 'CEREMONY'])
      expect(await garden.figures(cell, { ...period, indicators, countBasis })).toEqual(restored)
    expect(await standing(cell)).toEqual([`COLLEGE 1 ${month(2023, 2)} 1`])
    await garden.act('correctEvent', { ...event, reason: 'ghi nhầm' })
    expect(await garden.figures(cell, { ...period, indicators })).toMatchObject({ members: 0, restored: 0 })
  })
})
