import type { PersonCondition, PersonQuery } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import { candidate } from '../sources/grow-sources.js'

const clock = new FixedClock('2024-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
const names = new Map<string, string>()

interface Found {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: { person: { id: string }; on: string; lag: number; certificateExpiresOn: string | null } }[]
}

const FIND = `query ($query: PersonQueryInput!, $first: Int, $after: String) {
  findPersons(query: $query, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { person { id } on lag recordedOn stage certifiedOn certificateExpiresOn organization { name } } } }
}`

const ask = async (query: PersonQuery, client: ApiClient = api(), page = {}): Promise<Found> =>
  (await client.data<{ findPersons: Found }>(FIND, { query, ...page })).findPersons
const whoAre = async (query: PersonQuery, client?: ApiClient) =>
  (await ask(query, client)).edges.map(({ node }) => names.get(node.person.id)).sort()

/**
 * Admitted in K: An (course long past), Bình (course in time), Cúc (no course), all entered on 21/11/2024; Dũng in M,
 * a man. Admitted An on 1/3, Bình on 2/4, Cúc on 20/11, Dũng on 5/5/2024.
 */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const admit = async (
    name: string,
    cell: { id: string; version: number },
    on: string,
    course: string | null,
    facts = {},
  ) => {
    const person = await garden.person(facts)
    names.set(person, name)
    if (course) await garden.event('recordCourseCompletion', person, cell, course, { audience: 'OTHER' })
    await garden.event('recordAdmission', person, cell, on, { youthUnion: true })
  }
  await admit('An', units.k1, '2024-03-01', '2021-01-15')
  await admit('Bình', units.k1, '2024-04-02', '2023-06-30')
  await admit('Cúc', units.k2, '2024-11-20', null)
  await admit('Dũng', units.m1, '2024-05-05', '2023-06-30', { female: false })
})

const admissions = (where?: PersonCondition): PersonQuery => ({
  ...{ subject: 'ADMISSIONS', scope: [units.root.id], from: '2024-01-01', asOf: '2024-11-21' },
  ...(where ? { where } : {}),
})

describe('a question about persons that is refused', () => {
  it.each([
    ['an unknown code', { attribute: { attribute: 'SEX', codes: ['X'] } }, 'UNKNOWN_CODE'],
    ['a stage of members', { attribute: { attribute: 'STAGE', codes: ['CERTIFIED'] } }, 'QUERY_NOT_OF_THESE'],
    ['no number where one is needed', { fact: { fact: 'RECORDED_LATER_THAN' } }, 'QUERY_NEEDS_NUMBER'],
    ['an empty group', { any: [] }, 'QUERY_EMPTY_GROUP'],
    ['no day at all', { day: { day: 'DECIDED' } }, 'NOT_A_DAY'],
  ])('%s', async (_name, where, key) => {
    const query = { ...admissions(), where }
    expect((await api().refusal(FIND, { query })).extensions).toMatchObject({
      code: 'INVALID_INPUT',
      reason: { key },
    })
  })

  it('admissions without the first day', async () => {
    const query = { subject: 'ADMISSIONS', asOf: '2024-11-21' }
    expect((await api().refusal(FIND, { query })).extensions).toMatchObject({
      fields: { from: expect.any(String) as string },
    })
  })

  it('by somebody who may read figures only, and about units out of scope', async () => {
    const as = async (role: 'VIEWER' | 'INSPECTOR') =>
      api().as((await accountWith({ database: database(), clock }, [{ role, unit: units.a }])).pass)
    expect((await (await as('VIEWER')).refusal(FIND, { query: admissions() })).extensions.code).toBe(
      'FORBIDDEN',
    )
    expect((await (await as('INSPECTOR')).refusal(FIND, { query: admissions() })).extensions.code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('a question about persons', () => {
  it.each<[string, PersonCondition, string[]]>([
    ['by attribute', { attribute: { attribute: 'SEX', codes: ['MALE'] } }, ['Dũng']],
    [
      'by another attribute, turned around',
      { attribute: { attribute: 'SEX', codes: ['MALE'], not: true } },
      ['An', 'Bình', 'Cúc'],
    ],
    ['by day', { day: { day: 'DECIDED', from: '2024-04-01', to: '2024-05-31' } }, ['Bình', 'Dũng']],
    ['by the day of the course', { day: { day: 'CERTIFIED', to: '2022-12-31' } }, ['An']],
    ['without certificate', { fact: { fact: 'NO_CERTIFICATE' } }, ['Cúc']],
    ['entered late', { fact: { fact: 'RECORDED_LATER_THAN', number: 1 } }, ['An', 'Bình', 'Dũng']],
    [
      'entered later than they were',
      { fact: { fact: 'RECORDED_LATER_THAN', number: 1, not: true } },
      ['Cúc'],
    ],
    [
      'by when it was entered',
      { day: { day: 'RECORDED', from: '2024-11-21', to: '2024-11-21' } },
      ['An', 'Bình', 'Cúc', 'Dũng'],
    ],
    [
      'any of two',
      { any: [{ fact: { fact: 'NO_CERTIFICATE' } }, { attribute: { attribute: 'SEX', codes: ['MALE'] } }] },
      ['Cúc', 'Dũng'],
    ],
    ['without mentor', { fact: { fact: 'NO_MENTOR' } }, ['An', 'Bình', 'Cúc', 'Dũng']],
    [
      'whose certificate runs out within years',
      { fact: { fact: 'CERTIFICATE_EXPIRES_WITHIN', number: 700 } },
      ['An'],
    ],
  ])('%s', async (_name, where, found) => {
    expect(await whoAre(admissions(where))).toEqual(found)
    expect((await ask(admissions(where), api(), { first: 1 })).totalCount).toBe(found.length)
  })

  it('by the dossier: whose certificate had expired at the vote, and who has the same recommender', async () => {
    const { writer } = database()
    const [an, cuc, dung] = ['An', 'Cúc', 'Dũng'].map(
      (name) => [...names].find(([, one]) => one === name)?.[0],
    )
    const keyOf = async (uid: string | undefined) =>
      Number(((await writer.query('SELECT id FROM person WHERE uid = ?', [uid])) as { id: number }[])[0]?.id)
    const recommender = await keyOf(await garden.person())
    const dossierOf = async (uid: string | undefined, votedOn: string) => {
      const person = await keyOf(uid)
      await writer.query(
        `INSERT INTO dossier (uid, person, opening_event, opened_on, foreign_marriage, left_for_hardship, backfilled) VALUES (?, ?, ?, '2024-01-02', 0, 0, 0)`,
        [`dossier-${person}`, person, -person],
      )
      const [row] = (await writer.query('SELECT id FROM dossier WHERE person = ?', [person])) as {
        id: number
      }[]
      await writer.query(
        `INSERT INTO dossier_step (uid, dossier, kind, date, recorded_on, recorded_at) VALUES (?, ?, 'CELL_VOTE', ?, '2024-11-21', '2024-11-21T03:00:00.000Z')`,
        [`step-${person}`, row?.id, votedOn],
      )
      await writer.query(
        `INSERT INTO dossier_recommender (dossier, person, together_since, substitute) VALUES (?, ?, '2020-01-01', 0)`,
        [row?.id, recommender],
      )
    }
    for (const person of [an, cuc, dung]) await dossierOf(person, '2024-02-20')
    const same = (number: number) =>
      whoAre(admissions({ fact: { fact: 'SAME_RECOMMENDER_MORE_THAN', number } }))
    expect(await same(2)).toEqual(['An', 'Cúc', 'Dũng'])
    expect(await same(3)).toEqual([])
    const expired = () => whoAre(admissions({ fact: { fact: 'CERTIFICATE_EXPIRED_AT_VOTE' } }))
    expect(await expired()).toEqual([])
    await writer.query(
      `UPDATE person_event SET course_completed_on = '2019-02-20' WHERE kind = 'ADMISSION' AND person = ?`,
      [await keyOf(an)],
    )
    expect(await expired()).toEqual(['An'])
    await writer.query(
      `UPDATE person_event SET course_completed_on = '2021-01-15' WHERE kind = 'ADMISSION' AND person = ?`,
      [await keyOf(an)],
    )
  })

  it('keeps to the units whose persons one may read', async () => {
    const account = await accountWith({ database: database(), clock }, [{ role: 'INSPECTOR', unit: units.a }])
    const query = { ...admissions(), scope: null }
    expect(await whoAre(query, api().as(account.pass))).toEqual(['An', 'Bình', 'Cúc'])
  })

  it('comes in pages, the latest first, with the lag of its entry', async () => {
    const first = await ask(admissions(), api(), { first: 3 })
    expect(first.edges.map(({ node }) => [node.on, node.lag])).toEqual([
      ['2024-11-20', 1],
      ['2024-05-05', 200],
      ['2024-04-02', 233],
    ])
    const rest = await ask(admissions(), api(), { first: 3, after: first.pageInfo.endCursor })
    expect(rest.edges.map(({ node }) => node.on)).toEqual(['2024-03-01'])
  })

  it('knows candidates by stage and by when their certificate expires', async () => {
    const person = await candidate(garden, units.l1, '2020-01-10', { listed: true })
    names.set(person, 'Em')
    await garden.event('recordCourseCompletion', person, units.l1, '2020-01-31', { audience: 'OTHER' })
    const query: PersonQuery = { subject: 'CANDIDATES', scope: [units.a.id], asOf: '2024-11-21' }
    const certified = { attribute: { attribute: 'STAGE' as const, codes: ['CERTIFIED'] } }
    const found = await ask({ ...query, where: certified })
    expect(found.edges.map(({ node }) => node.certificateExpiresOn)).toEqual(['2025-01-31'])
    const expired = (asOf: string) =>
      ask({ ...query, asOf, where: { fact: { fact: 'CERTIFICATE_EXPIRED' } } })
    expect((await expired('2025-01-30')).totalCount).toBe(0)
    expect((await expired('2025-01-31')).totalCount).toBe(1)
  })
})
