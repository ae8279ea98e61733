import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'
import { candidate, candidatesOf, course, official } from '../sources/grow-sources.js'
import { stored } from '../stored.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const inputs: Record<string, string> = {
    recordCourseResults: 'RecordResultsInput',
    takeCourseResultBack: 'TakeResultBackInput',
  }
  const type = inputs[mutation]
  const { message, extensions } = type
    ? await api().refusal(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input })
    : await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const results = (courseId: string, rows: unknown[], on = '2024-05-10') =>
  api().data(`mutation ($input: RecordResultsInput!) { recordCourseResults(input: $input) { id } }`, {
    input: { courseId, on, results: rows },
  })

async function sympathisers(cell: Unit, count: number): Promise<string[]> {
  const persons: string[] = []
  for (let index = 0; index < count; index += 1)
    persons.push(await candidate(garden, cell, '2024-02-01', { listed: true }))
  return persons
}

const figures = (unit: Unit) =>
  garden.figures(unit, {
    from: '2024-01-01',
    asOf: '2024-12-31',
    indicators: [
      ...['candidatesInClass', 'candidatesCertified', 'candidatesSympathiser', 'enrolled', 'certified'],
      ...['courseCompleted', 'newMemberCourseCompleted'],
    ],
  })

describe('a course', () => {
  it('is planned with days, sessions and places that can be, and seen by the units above and below', async () => {
    const base = {
      ...{ organizationId: units.a.id, kind: 'AWARENESS', name: 'Lớp', audience: 'OTHER' },
      ...{ startsOn: '2024-05-06', endsOn: '2024-05-10', sessions: 10, places: 2 },
    }
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ name: ' ' }, 'name'],
      [{ endsOn: '2024-05-05' }, 'endsOn'],
      [{ sessions: 0 }, 'sessions'],
      [{ sessions: 201 }, 'sessions'],
      [{ places: 501 }, 'places'],
      [{ place: 'x'.repeat(201) }, 'place'],
    ]
    for (const [facts, field] of cases)
      expect(await refused('setCourse', { ...base, ...facts }), field).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
    expect(
      await refused('setCourse', { ...base, startsOn: '2019-01-01', endsOn: '2019-01-02' }),
    ).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
    })
    const { id } = await garden.act('setCourse', base)
    const changed = { ...base, id, version: 1, places: 3 }
    await garden.act('setCourse', changed)
    expect(await refused('setCourse', changed)).toMatchObject({ code: 'CONFLICT', actualVersion: 2 })
    const seen = async (unit: Unit, from = '2024-01-01') => {
      const question = `query ($id: ID!, $from: Date!) { organization(id: $id, at: "2024-06-30") {
        courses(from: $from, to: "2024-12-31") { id places } } }`
      const data = await api().data<{ organization: { courses: Array<{ id: string; places: number }> } }>(
        question,
        {
          id: unit.id,
          from,
        },
      )
      return data.organization.courses.filter((one) => one.id === id).map(({ places }) => places)
    }
    expect(await seen(units.k1)).toEqual([3])
    expect(await seen(units.root)).toEqual([3])
    expect(await seen(units.m1)).toEqual([])
    expect(await seen(units.k1, '2024-05-11')).toEqual([])
  })

  it('registers sympathisers in bulk, as many as there are places, each once', async () => {
    const cell = await garden.unit('Chi bộ cử học', 'CELL', units.k)
    const { id: courseId } = await course(garden, units.a, { places: 2 })
    const persons = await sympathisers(cell, 3)
    const identified = await candidate(garden, cell, '2024-02-01')
    const base = { courseId, personIds: persons.slice(0, 2), on: '2024-04-20' }
    expect(await refused('registerInCourse', { ...base, personIds: persons })).toMatchObject({
      reason: { key: 'NO_PLACES', params: { free: 2 } },
    })
    expect(await refused('registerInCourse', { ...base, personIds: [persons[0], identified] })).toMatchObject(
      {
        reason: { key: 'REFUSED_FOR', params: { why: { key: 'NOT_LISTED' } } },
      },
    )
    expect(await refused('registerInCourse', { ...base, on: '2024-05-11' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('registerInCourse', { ...base, courseId: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
    await garden.act('registerInCourse', base, 'id')
    expect(await refused('registerInCourse', { ...base, personIds: [persons[0]] })).toMatchObject({
      reason: { key: 'REFUSED_FOR', params: { why: { key: 'REGISTERED_ALREADY' } } },
    })
    expect(await figures(cell)).toMatchObject({ candidatesInClass: 2, candidatesSympathiser: 1, enrolled: 2 })
    expect((await candidatesOf(garden, cell, '2024-05-20', { stages: ['IN_CLASS'] })).nodes[0]).toMatchObject(
      {
        course: { id: courseId },
      },
    )
    expect(
      await refused('setCourse', {
        ...{
          id: courseId,
          version: 1,
          organizationId: units.a.id,
          kind: 'AWARENESS',
          name: 'Lớp',
          audience: 'OTHER',
        },
        ...{ startsOn: '2024-05-06', endsOn: '2024-05-10', sessions: 10, places: 1 },
      }),
    ).toMatchObject({ reason: { key: 'PLACES_TAKEN', params: { taken: 2 } } })
  })

  it('ends for each with a result: attendance by rule, certificates with numbers given once', async () => {
    const cell = await garden.unit('Chi bộ kết quả', 'CELL', units.k)
    const { id: courseId } = await course(garden, units.a)
    const [one = '', two = '', three = ''] = await sympathisers(cell, 3)
    await garden.act('registerInCourse', { courseId, personIds: [one, two, three], on: '2024-04-20' }, 'id')
    const pass = { personId: one, attended: 9, result: 'PASSED', certificateNumber: `${garden.prefix}-1` }
    const tried = (row: unknown, on = '2024-05-10') =>
      refused('recordCourseResults', { courseId, on, results: [row] })
    expect(await tried(pass, '2024-05-05')).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await tried({ ...pass, attended: 11 })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await tried({ ...pass, attended: 7 })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'COURSE_ATTENDANCE_PERCENT',
    })
    expect(await tried({ ...pass, certificateNumber: ' ' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await tried({ ...pass, personId: await garden.person() })).toMatchObject({
      reason: { params: { why: { key: 'NOT_REGISTERED' } } },
    })
    const twice = [pass, { ...pass, personId: two }]
    expect(
      await refused('recordCourseResults', { courseId, on: '2024-05-10', results: twice }),
    ).toMatchObject({ reason: { key: 'CERTIFICATE_NUMBER_TAKEN' } })
    await results(courseId, [pass, { personId: two, attended: 3, result: 'ABSENT' }])
    expect(await tried(pass)).toMatchObject({ reason: { params: { why: { key: 'RESULT_ALREADY' } } } })
    expect(await tried({ ...pass, personId: three })).toMatchObject({
      reason: { key: 'CERTIFICATE_NUMBER_TAKEN' },
    })
    expect(await figures(cell)).toMatchObject({
      ...{ candidatesInClass: 1, candidatesCertified: 1, candidatesSympathiser: 1 },
      ...{ enrolled: 3, certified: 1, courseCompleted: 1 },
    })
    const { nodes } = await candidatesOf(garden, cell, '2024-06-01', { stages: ['CERTIFIED'] })
    expect(nodes[0]).toMatchObject({
      certifiedOn: '2024-05-10',
      certificateExpiresOn: '2029-05-10',
      certificateNumber: `${garden.prefix}-1`,
    })
    const places = await participants(courseId)
    const back = places.find(({ person }) => person.id === one)
    const take = { id: back?.id, version: back?.version, reason: 'ghi nhầm' }
    expect(await refused('takeCourseResultBack', { ...take, version: 9 })).toMatchObject({ code: 'CONFLICT' })
    expect(await refused('takeCourseResultBack', { ...take, reason: '' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await api().data(
      `mutation ($input: TakeResultBackInput!) { takeCourseResultBack(input: $input) { id } }`,
      {
        input: take,
      },
    )
    expect(await figures(cell)).toMatchObject({ candidatesInClass: 2, candidatesCertified: 0, certified: 0 })
    await results(courseId, [{ ...pass, personId: three }])
  })

  it('must be repeated once the certificate has expired, and the list says who', async () => {
    const cell = await garden.unit('Chi bộ học lại', 'CELL', units.l)
    const person = await candidate(garden, cell, '2020-01-05', { listed: true })
    await garden.event('recordCourseCompletion', person, cell, '2020-01-15', { audience: 'OTHER' })
    const need = async (which: string, at: string) =>
      (await candidatesOf(garden, cell, at, { need: which })).totalCount
    expect(await need('EXPIRING', '2024-07-14')).toBe(0)
    expect(await need('EXPIRING', '2024-07-15')).toBe(1)
    expect(await need('EXPIRING', '2025-01-14')).toBe(1)
    expect(await need('REPEAT', '2025-01-14')).toBe(0)
    expect(await need('REPEAT', '2025-01-15')).toBe(1)
    expect(await need('EXPIRING', '2025-01-15')).toBe(0)
    const [node] = (await candidatesOf(garden, cell, '2025-02-03')).nodes
    expect(node).toMatchObject({
      certificateExpiresOn: '2025-01-15',
      nextSteps: [
        { step: 'REPEAT_COURSE', due: '2025-01-15', overdue: true },
        { step: 'ASSIGN_MENTOR', due: null, overdue: false },
      ],
    })
    const { id: courseId } = await course(garden, units.a, { startsOn: '2025-03-03', endsOn: '2025-03-07' })
    await garden.act('registerInCourse', { courseId, personIds: [person], on: '2025-02-20' }, 'id')
    const pass = { personId: person, attended: 10, result: 'PASSED', certificateNumber: `${garden.prefix}-L` }
    await results(courseId, [pass], '2025-03-07')
    expect((await candidatesOf(garden, cell, '2025-03-07')).nodes[0]).toMatchObject({
      stage: 'CERTIFIED',
      certificateExpiresOn: '2030-03-07',
    })
  })
})

describe('the course for new members', () => {
  it('is for those on probation, who wait for it on a list', async () => {
    const cell = await garden.unit('Chi bộ đảng viên mới', 'CELL', units.k)
    const { person } = await garden.admit(cell, '2024-03-01')
    await garden.event('recordCeremony', person, cell, '2024-03-19')
    const elder = await official(garden, cell)
    const waiting = async () => {
      const question = `query ($id: ID!) { organization(id: $id, at: "2024-12-31") {
        membersWithoutCourse { admittedOn person { id } } } }`
      return (
        await api().data<{ organization: { membersWithoutCourse: unknown[] } }>(question, { id: cell.id })
      ).organization.membersWithoutCourse
    }
    expect(await waiting()).toEqual([{ admittedOn: '2024-03-01', person: { id: person } }])
    const { id: courseId } = await course(garden, units.a, { kind: 'NEW_MEMBERS' })
    const base = { courseId, on: '2024-04-20' }
    expect(await refused('registerInCourse', { ...base, personIds: [elder] })).toMatchObject({
      reason: { params: { why: { key: 'NOT_ON_PROBATION' } } },
    })
    await garden.act('registerInCourse', { ...base, personIds: [person] }, 'id')
    const pass = { personId: person, attended: 10, result: 'PASSED', certificateNumber: `${garden.prefix}-M` }
    await results(courseId, [pass])
    expect(await figures(cell)).toMatchObject({ newMemberCourseCompleted: 1, courseCompleted: 0 })
    expect(await waiting()).toEqual([])
  })
})

interface Place {
  id: string
  version: number
  person: { id: string }
}

async function participants(id: string): Promise<Place[]> {
  const question = `query ($id: ID!) { course(id: $id) { participants { id version person { id } } } }`
  return (await api().data<{ course: { participants: Place[] } }>(question, { id })).course.participants
}
