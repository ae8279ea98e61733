import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { statementsOf } from '../statements.js'
import { counts, crossTab, people, peopleQuery, tabQuery } from './cross-tab.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let groupSetId: string
let clusterId: string

const year = { from: '2024-01-01', asOf: '2024-12-31' }
const admitted = { ...year, indicator: 'admitted' }
const members = { ...year, indicator: 'members' }

/**
 * K: 10 members nobody named, one of them named later; two women admitted (a teacher with a master's degree of 35, a
 * pupil of 18), one man (a farmer of 29 of a minority) who moves to M in June. M: one admission of 2023, who died.
 */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  await garden.opening(units.k1, 10, 2)
  const old = await garden.person({ fullName: 'Trần Văn Cựu', female: false, birthDate: '1960-03-10' })
  await garden.event('recordOpeningMember', old, units.k1, '2021-01-01', { probationary: false })
  await garden.admit(units.k1, '2024-02-10', {
    person: { fullName: 'Lê Thị Giáo', birthDate: '1988-06-01' },
    occupation: 'TEACHER',
    degree: 'MASTER',
    youthUnion: false,
  })
  await garden.admit(units.k2, '2024-03-10', {
    person: { fullName: 'Lê Thị Trò', birthDate: '2006-01-15' },
    occupation: 'PUPIL',
  })
  const farmer = await garden.admit(units.k2, '2024-03-10', {
    person: { fullName: 'Hồ Văn Ruộng', birthDate: '1994-12-20', female: false, ethnicity: '26' },
    occupation: 'FARMER',
  })
  await garden.event('recordCeremony', farmer.person, units.k2, '2024-04-10')
  await garden.event('recordTransfer', farmer.person, units.k2, '2024-06-10', {
    toOrganizationId: units.m1.id,
  })
  const late = await garden.admit(units.m1, '2023-05-05', { occupation: 'FARMER' })
  await garden.event('recordDeath', late.person, units.m1, '2024-07-07')
  groupSetId = (await garden.act('createGroupSet', { name: garden.code('cụm') }, 'id')).id
  clusterId = (await garden.act('createGroup', { groupSetId, name: 'Cụm Tây' }, 'id')).id
  await garden.act('joinGroup', { groupId: clusterId, organizationId: units.k.id, on: '2024-03-01' }, 'id')
})

const refused = (input: Record<string, unknown>, at = '2024-12-31') =>
  api().refusal(tabQuery, { id: units.a.id, at, input })

const anyText: unknown = expect.any(String)

describe('a crossing refuses', () => {
  it('what is no number of persons at one time', async () => {
    for (const indicator of ['completion', 'target', 'yearsSinceLastAdmission', 'reorganized', 'nothing']) {
      const { extensions } = await refused({ ...year, indicator, rows: 'SEX' })
      expect(extensions, indicator).toMatchObject({ code: 'INVALID_INPUT', fields: { indicator: anyText } })
    }
  })

  it('an attribute twice, groups without their set, and what only members on a day have', async () => {
    const wrong = [
      { ...admitted, rows: 'SEX', columns: 'SEX' },
      { ...admitted, rows: 'GROUP' },
      { ...admitted, rows: 'PROBATION' },
      { ...admitted, rows: 'SEX', columns: 'YEARS_OF_MEMBERSHIP' },
      { ...admitted, asOf: '2023-12-31', rows: 'SEX' },
    ]
    for (const input of wrong) expect((await refused(input)).extensions.code).toBe('INVALID_INPUT')
    const { extensions } = await refused({ ...admitted, rows: 'GROUP', groupSetId: 'none' })
    expect(extensions.code).toBe('NOT_FOUND')
  })

  it('a day before the unit, and a category that an attribute does not have', async () => {
    const before = { ...admitted, from: '2019-01-01', asOf: '2019-06-30', rows: 'SEX' }
    expect((await refused(before)).extensions.code).toBe('DATE_OUT_OF_RANGE')
    const filter = { ...admitted, conditions: [{ dimension: 'SEX', category: 'OTHER' }] }
    const { extensions } = await api().refusal(peopleQuery, { id: units.a.id, at: '2024-12-31', filter })
    expect(extensions.code).toBe('INVALID_INPUT')
  })
})

describe('admissions', () => {
  it('by one attribute add up to the admitted of the unit', async () => {
    const tab = await crossTab(api(), units.a, { ...admitted, rows: 'SEX' })
    expect(counts(tab)).toEqual({ FEMALE: 2, MALE: 1 })
    expect(tab.total.count).toBe(3)
    expect(tab.rows[0]?.total.share).toMatchObject({ numerator: 2, denominator: 3 })
    expect(await garden.figures(units.a, { ...year, indicators: ['admitted'] })).toEqual({ admitted: 3 })
  })

  it('by two attributes, with totals of rows and columns', async () => {
    const tab = await crossTab(api(), units.a, { ...admitted, rows: 'OCCUPATION', columns: 'AGE_BAND' })
    expect(counts(tab)).toEqual({ 'TEACHER/31_40': 1, 'PUPIL/18_30': 1, 'FARMER/18_30': 1 })
    const young = tab.columns.find(({ code }) => code === '18_30')
    expect(young?.total.count).toBe(2)
  })

  it('keep who is not known as a category', async () => {
    const tab = await crossTab(api(), units.root, { ...admitted, rows: 'DEGREE' })
    expect(counts(tab)).toEqual({ MASTER: 1, UNKNOWN: 2 })
    expect([tab.unknown, tab.total.count]).toEqual([2, 3])
  })

  it('count under the day of the ceremony, and in the groups of that day', async () => {
    const ceremony = { ...admitted, countBasis: 'CEREMONY', rows: 'ETHNICITY' }
    expect(counts(await crossTab(api(), units.a, ceremony))).toEqual({ MINORITY: 1 })
    const grouped = { ...admitted, rows: 'GROUP', columns: 'OCCUPATION', groupSetId }
    expect(counts(await crossTab(api(), units.root, grouped))).toEqual({
      [`${clusterId}/PUPIL`]: 1,
      [`${clusterId}/FARMER`]: 1,
      'UNKNOWN/TEACHER': 1,
    })
  })

  it('tell the average age of those admitted', async () => {
    const { average } = await crossTab(api(), units.a, { ...admitted, rows: 'AGE_BAND' })
    expect(average).toMatchObject({ numerator: 35 + 18 + 29, denominator: 3, text: '27,33' })
  })
})

describe('members on a day', () => {
  it('by attribute add up, those without a name as unknown', async () => {
    const tab = await crossTab(api(), units.a, { ...members, rows: 'SEX' })
    expect(counts(tab)).toEqual({ FEMALE: 2, MALE: 1, UNKNOWN: 9 })
    expect(tab.total.count).toBe(12)
    expect(await garden.figures(units.a, { ...year, indicators: ['members'] })).toEqual({ members: 12 })
  })

  it('follow a transfer, a death and the day', async () => {
    const occupations = { ...members, rows: 'OCCUPATION' }
    expect(counts(await crossTab(api(), units.b, occupations))).toEqual({ FARMER: 1 })
    expect(counts(await crossTab(api(), units.b, { ...occupations, asOf: '2024-06-30' }))).toEqual({
      FARMER: 2,
    })
    expect(counts(await crossTab(api(), units.b, { ...occupations, asOf: '2024-05-31' }))).toEqual({
      FARMER: 1,
    })
  })

  it('by age count months of birth, on any day', async () => {
    const ages = (asOf: string) =>
      crossTab(api(), units.a, { ...members, from: '2021-01-01', asOf, rows: 'AGE_BAND' })
    expect(counts(await ages('2024-05-31'))).toMatchObject({ '31_40': 1, '18_30': 2, OVER_60: 1 })
    expect(counts(await ages('2021-02-28'))).toEqual({ '51_60': 1, UNKNOWN: 9 })
    expect(counts(await ages('2021-03-01'))).toEqual({ OVER_60: 1, UNKNOWN: 9 })
  })

  it('at the start are none on the first day of the unit', async () => {
    const first = { from: '2020-01-01', asOf: '2020-01-31', perimeter: 'RECORDED', rows: 'SEX' }
    const tab = await crossTab(api(), units.a, { ...first, indicator: 'membersAtStart' })
    expect(tab.total.count).toBe(0)
  })

  it('split into official and probationary', async () => {
    const tab = await crossTab(api(), units.root, { ...members, rows: 'PROBATION', columns: 'SEX' })
    expect(counts(tab)).toMatchObject({
      'PROBATIONARY/FEMALE': 2,
      'PROBATIONARY/MALE': 1,
      'OFFICIAL/MALE': 1,
      'PROBATIONARY/UNKNOWN': 2,
    })
  })
})

describe('the people behind a number', () => {
  const behind = (filter: Record<string, unknown>, page = {}) => people(api(), units.root, filter, page)

  it('are as many as the cell says, the latest first, page by page', async () => {
    const filter = { ...admitted, conditions: [{ dimension: 'AGE_BAND', category: '18_30' }] }
    const first = await behind(filter, { first: 1 })
    expect([first.totalCount, first.withoutName, first.pageInfo.hasNextPage]).toEqual([2, 0, true])
    const rest = await behind(filter, { first: 1, after: first.pageInfo.endCursor })
    const names = [...first.edges, ...rest.edges].map(({ node }) => node.person.fullName)
    expect(names.sort()).toEqual(['Hồ Văn Ruộng', 'Lê Thị Trò'])
  })

  it('are members of the day by name, in the cell of that day, and those whom nobody named apart', async () => {
    const all = await behind(members)
    expect([all.totalCount, all.withoutName]).toEqual([4, 9])
    const farmers = await behind({
      ...members,
      conditions: [{ dimension: 'OCCUPATION', category: 'FARMER' }],
    })
    expect(farmers.edges.map(({ node }) => [node.person.fullName, node.organization.name])).toEqual([
      ['Hồ Văn Ruộng', 'Chi bộ M'],
    ])
    const probation = await behind({
      ...members,
      conditions: [
        { dimension: 'SEX', category: 'FEMALE' },
        { dimension: 'PROBATION', category: 'OFFICIAL' },
      ],
    })
    expect(probation.totalCount).toBe(0)
  })

  it('of a group of units are those of the cell', async () => {
    const inGroup = { dimension: 'GROUP', category: clusterId }
    const behindGroup = (filter: Record<string, unknown>) =>
      behind({ ...filter, groupSetId, conditions: [inGroup] })
    expect((await behindGroup(admitted)).totalCount).toBe(2)
    const { totalCount, withoutName } = await behindGroup(members)
    expect([totalCount, withoutName]).toEqual([3, 9])
  })

  it('leave out who was recorded wrongly', async () => {
    const { event } = await garden.admit(units.m1, '2024-09-09', { occupation: 'SOLDIER' })
    const soldiers = { ...admitted, conditions: [{ dimension: 'OCCUPATION', category: 'SOLDIER' }] }
    expect((await behind(soldiers)).totalCount).toBe(1)
    await garden.act('correctEvent', { id: event, version: 1, reason: 'nhầm' })
    expect((await behind(soldiers)).totalCount).toBe(0)
    const tab = await crossTab(api(), units.root, { ...admitted, rows: 'OCCUPATION' })
    expect(counts(tab)).toEqual({ TEACHER: 1, PUPIL: 1, FARMER: 1 })
  })
})

describe('the number of SQL statements', () => {
  it('does not grow with the people', async () => {
    const ask = (first: number) =>
      statementsOf(database(), () => people(api(), units.root, admitted, { first })).then(
        ({ length }) => length,
      )
    expect(await ask(3)).toBe(await ask(1))
  })
})
