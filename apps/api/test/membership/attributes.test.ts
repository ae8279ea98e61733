import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

let serial = 0

/** Admits into a new cell and answers the figures of that cell alone. */
async function counted(
  indicators: string[],
  facts: Record<string, unknown>,
  on = '2024-05-20',
): Promise<Array<number | null>> {
  serial += 1
  const cell = await garden.unit(`Chi bộ thử ${serial}`, 'CELL', units.k)
  await garden.admit(cell, on, facts)
  const input = { from: '2024-01-01', asOf: '2024-12-31', indicators }
  return Object.values(await garden.figures(cell, input))
}

const born = (birthDate: string) => ({ person: { birthDate } })

describe('attributes of an admission', () => {
  it('count ages 18 to 30 from birthday to birthday', async () => {
    const age = ['admittedAge18to30']
    expect(await counted(age, born('2006-05-21'))).toEqual([0])
    expect(await counted(age, born('2006-05-20'))).toEqual([1])
    expect(await counted(age, born('1993-05-21'))).toEqual([1])
    expect(await counted(age, born('1993-05-20'))).toEqual([0])
    expect(await counted(age, born('2006-02-28'), '2024-02-28')).toEqual([1])
    expect(await counted(age, born('2004-02-29'), '2024-02-29')).toEqual([1])
  })

  it('count ethnic groups other than Kinh, religions, women and members of the Youth Union', async () => {
    const all = ['admittedEthnicMinority', 'admittedReligious', 'admittedFemale', 'admittedYouthUnion']
    const plain = { female: false, ethnicity: '01' }
    expect(await counted(all, { person: plain, youthUnion: false })).toEqual([0, 0, 0, 0])
    const other = { female: true, ethnicity: '26', religion: '08' }
    expect(await counted(all, { person: other, youthUnion: true })).toEqual([1, 1, 1, 1])
  })

  it('count degrees from university up', async () => {
    const amounts = []
    for (const degree of [null, 'NONE', 'VOCATIONAL', 'COLLEGE', 'UNIVERSITY', 'MASTER', 'DOCTOR'])
      amounts.push(...(await counted(['admittedUniversity'], { degree })))
    expect(amounts).toEqual([0, 0, 0, 0, 1, 1, 1])
  })

  it('count the occupation', async () => {
    const occupations = [
      'PUPIL',
      'STUDENT',
      'TEACHER',
      'WORKER',
      'FARMER',
      'SOLDIER',
      'BUSINESS_OWNER',
      'OTHER',
    ]
    const indicators = ['Pupil', 'Student', 'Teacher', 'Worker', 'Farmer', 'Soldier', 'BusinessOwner']
    for (const [index, occupation] of occupations.entries())
      expect(
        await counted(
          indicators.map((name) => `admitted${name}`),
          { occupation },
        ),
        occupation,
      ).toEqual(indicators.map((_, place) => (place === index ? 1 : 0)))
  })

  it('count enterprises by the sector of the cell on that day', async () => {
    const cell = await garden.unit('Chi bộ công ty', 'CELL', units.k, { sector: 'PRIVATE_ENTERPRISE' })
    await garden.act('reclassifyOrganization', { ...cell, effectiveOn: '2024-07-01', sector: 'EDUCATION' })
    await garden.admit(cell, '2024-06-30')
    await garden.admit(cell, '2024-07-01')
    const at = (from: string, asOf: string) =>
      garden.figures(cell, { from, asOf, indicators: ['admitted', 'admittedEnterprise'] })
    expect(await at('2024-06-30', '2024-06-30')).toEqual({ admitted: 1, admittedEnterprise: 1 })
    expect(await at('2024-07-01', '2024-07-01')).toEqual({ admitted: 1, admittedEnterprise: 0 })
  })

  it('stay as they were when the person is corrected later, also at the ceremony', async () => {
    const cell = await garden.unit('Chi bộ đông cứng', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2024-05-20', { degree: 'MASTER' })
    await garden.act('updatePerson', {
      id: person,
      version: 1,
      fullName: 'Trần Văn Khác',
      birthDate: '1950-01-01',
      female: false,
      ethnicity: '26',
      religion: '02',
    })
    await garden.event('recordCeremony', person, cell, '2024-06-20')
    const indicators = ['admittedFemale', 'admittedAge18to30', 'admittedEthnicMinority', 'admittedReligious']
    for (const countBasis of ['DECISION', 'CEREMONY']) {
      const input = { from: '2024-01-01', asOf: '2024-12-31', indicators, countBasis }
      expect(Object.values(await garden.figures(cell, input)), countBasis).toEqual([1, 1, 0, 0])
    }
    const { person: read } = await garden.client.data<{ person: { events: object[] } }>(
      `query ($id: ID!) { person(id: $id) { fullName events { attributes { age female degree ethnicity } } } }`,
      { id: person },
    )
    const frozen = { age: 25, female: true, degree: 'MASTER', ethnicity: '01' }
    expect(read.events).toEqual([{ attributes: frozen }, { attributes: frozen }])
  })
})

describe('introductions and courses', () => {
  const counts = [
    'introduced',
    'introducedAdmitted',
    'introducedByYouthUnion',
    'introducedByYouthUnionAdmitted',
    'introducedByTradeUnion',
    'introducedByTradeUnionAdmitted',
  ]
  const courses = ['courseCompleted', 'courseCompletedPupil', 'courseCompletedTeacher', 'courseAdmitted']

  it('carry the introducer to the admission, also when recorded late, and drop it when corrected', async () => {
    const cell = await garden.unit('Chi bộ giới thiệu', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2024-05-20')
    await garden.event('recordCeremony', person, cell, '2024-06-20')
    const read = async (countBasis: string) =>
      Object.values(
        await garden.figures(cell, {
          from: '2024-01-01',
          asOf: '2024-12-31',
          indicators: counts,
          countBasis,
        }),
      )
    expect(await read('DECISION')).toEqual([0, 0, 0, 0, 0, 0])
    const late = await garden.event('recordIntroduction', person, cell, '2024-01-15', {
      introducer: 'YOUTH_UNION',
    })
    expect(await read('DECISION')).toEqual([1, 1, 1, 1, 0, 0])
    expect(await read('CEREMONY')).toEqual([1, 1, 1, 1, 0, 0])
    await garden.act('correctEvent', { id: late.id, version: 1, reason: 'không phải Đoàn' })
    expect(await read('CEREMONY')).toEqual([0, 0, 0, 0, 0, 0])
    await garden.event('recordIntroduction', person, cell, '2024-01-15', { introducer: 'TRADE_UNION' })
    expect(await read('CEREMONY')).toEqual([1, 1, 0, 0, 1, 1])
  })

  it('count courses by audience, and whoever is admitted after one', async () => {
    const cell = await garden.unit('Chi bộ trường', 'CELL', units.k)
    for (const audience of ['PUPIL', 'TEACHER', 'OTHER']) {
      const person = await garden.person()
      await garden.event('recordCourseCompletion', person, cell, '2024-03-01', { audience })
      if (audience === 'OTHER') continue
      await garden.event('recordAdmission', person, cell, '2024-05-01', { youthUnion: true })
    }
    const input = { from: '2024-01-01', asOf: '2024-12-31', indicators: [...courses, 'courseConversion'] }
    const answers = await garden.answers(cell, input)
    expect(answers.map(({ numerator }) => numerator)).toEqual([3, 1, 1, 2, 2])
    expect(answers.at(-1)).toMatchObject({ denominator: 3, value: 66.67, text: '66,67\u00a0%' })
  })
})
