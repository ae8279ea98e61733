import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

const people = [
  { person: { female: true, ethnicity: '26' }, occupation: 'PUPIL', degree: 'NONE' },
  {
    person: { female: false, religion: '02' },
    occupation: 'TEACHER',
    degree: 'MASTER',
    sourceKind: 'TEACHER',
  },
  { person: { female: true, birthDate: '1980-01-01' }, occupation: 'FARMER', youthUnion: false },
  { person: { female: false }, occupation: 'BUSINESS_OWNER', degree: 'UNIVERSITY' },
]
const days = ['2024-02-10', '2024-04-30', '2024-05-01', '2024-08-15']

/** Commune K leaves district A for B on 1 May 2024; in each of its cells and in L1 somebody is admitted every season. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  const firm = await garden.unit('Chi bộ công ty', 'CELL', units.k, { sector: 'FOREIGN_ENTERPRISE' })
  for (const cell of [units.k1, firm, units.l1]) {
    for (const [index, facts] of people.entries()) {
      const { person, ...attributes } = facts
      const id = await garden.person(person)
      if (index % 2 === 0)
        await garden.event('recordIntroduction', id, cell, '2024-01-05', {
          introducer: index === 0 ? 'YOUTH_UNION' : 'FARMERS_UNION',
        })
      if (index === 1)
        await garden.event('recordCourseCompletion', id, cell, '2024-01-05', { audience: 'TEACHER' })
      const day = days[index] as string
      await garden.event('recordAdmission', id, cell, day, { youthUnion: true, ...attributes })
      if (index !== 3) await garden.event('recordCeremony', id, cell, `2024-09-0${index + 1}`)
    }
  }
  const back = await garden.admit(units.l1, '2020-05-01')
  await garden.event('recordRemoval', back.person, units.l1, '2021-05-01', { reason: 'NAME_REMOVED' })
  await garden.event('recordReadmission', back.person, units.k1, '2024-03-03', { youthUnion: false })
  const wrong = await garden.admit(units.l1, '2024-03-04')
  await garden.act('correctEvent', { id: wrong.event, version: 1, reason: 'ghi nhầm' })
  await garden.act('moveOrganization', { ...units.k, parentId: units.b.id, effectiveOn: '2024-05-01' })
}, 60_000)

const list = `query ($id: ID!, $at: Date, $filter: AdmissionFilterInput, $first: Int, $after: String) {
  organization(id: $id, at: $at) { admissions(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id on decidedOn ceremonyOn recognizedOn officialFrom backfilled readmission introducer courseCompletedOn
      person { id } organization { id } attributes { occupation } } }
  } }
}`

interface Page {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: Array<{ node: { id: string; on: string; decidedOn: string; ceremonyOn: string | null } }>
}

async function admissions(id: string, filter: Record<string, unknown>, page: Record<string, unknown> = {}) {
  const at = '2024-12-31'
  return (await api().data<{ organization: { admissions: Page } }>(list, { id, at, filter, ...page }))
    .organization.admissions
}

const filters: Array<[string, Record<string, unknown>]> = [
  ['admitted', {}],
  ['admittedFemale', { female: true }],
  ['admittedEthnicMinority', { ethnicMinority: true }],
  ['admittedReligious', { religious: true }],
  ['admittedYouthUnion', { youthUnion: true }],
  ['admittedEnterprise', { enterprise: true }],
  ['admittedAge18to30', { age18to30: true }],
  ['admittedUniversity', { university: true }],
  ['readmitted', { readmission: true }],
  ['newlyAdmitted', { readmission: false }],
  ['introducedAdmitted', { introduced: true }],
  ['introducedByYouthUnionAdmitted', { introducer: 'YOUTH_UNION' }],
  ['courseAdmitted', { courseCompleted: true }],
  ['admittedPupil', { occupation: 'PUPIL' }],
  ['admittedFarmer', { occupation: 'FARMER' }],
]

describe('the admissions behind a number', () => {
  it('refuse page sizes, cursors, days and codes that cannot be', async () => {
    const id = units.a.id
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ first: 0 }, 'first'],
      [{ first: 201 }, 'first'],
      [{ after: 'x' }, 'after'],
      [{ after: Buffer.from('["2024-02-30",1]').toString('base64url') }, 'after'],
      [{ filter: { occupation: 'KING' } }, 'occupation'],
      [{ filter: { sourceKind: '' } }, 'sourceKind'],
      [{ filter: { introducer: 'x' } }, 'introducer'],
      [{ filter: { from: '2024-02-01', to: '2024-01-31' } }, 'to'],
    ]
    for (const [variables, field] of cases)
      expect((await api().refusal(list, { id, ...variables })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
    const early = { id, filter: { to: '2019-12-31' } }
    expect((await api().refusal(list, early)).extensions.code).toBe('DATE_OUT_OF_RANGE')
  })

  it('are as many as the figure says, under every basis, perimeter and filter', async () => {
    const seen = new Map<string, number>()
    for (const unit of [units.a, units.b])
      for (const countBasis of ['DECISION', 'CEREMONY'])
        for (const how of [{ perimeter: 'RECORDED' }, { perimeter: 'RESTATED' }, { treeAt: '2024-04-30' }]) {
          const question = { from: '2024-01-01', countBasis, ...how }
          const indicators = filters.map(([indicator]) => indicator)
          const figures = await garden.figures(unit, { ...question, asOf: '2024-12-31', indicators })
          for (const [indicator, filter] of filters) {
            const { totalCount } = await admissions(unit.id, { ...question, to: '2024-12-31', ...filter })
            expect(totalCount, `${indicator} ${JSON.stringify(question)}`).toBe(figures[indicator])
            seen.set(indicator, Math.max(seen.get(indicator) ?? 0, totalCount))
          }
        }
    for (const [indicator] of filters) expect(seen.get(indicator), indicator).toBeGreaterThan(0)
  }, 60_000)

  it('come each once, the latest first, page by page', async () => {
    const ids: string[] = []
    const dates: string[] = []
    let after: string | null = null
    for (let turn = 0; turn < 10; turn += 1) {
      const page: Page = await admissions(units.root.id, { from: '2024-01-01' }, { first: 5, after })
      expect(page.totalCount).toBe(13)
      ids.push(...page.edges.map(({ node }) => node.id))
      dates.push(...page.edges.map(({ node }) => node.on))
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect(new Set(ids).size).toBe(13)
    expect(ids).toHaveLength(13)
    expect(dates).toEqual([...dates].sort().reverse())
  })

  it('know when they were decided, sworn, recognized and since when official, under either basis', async () => {
    const cell = await garden.unit('Chi bộ ngày', 'CELL', units.l)
    const { person } = await garden.admit(cell, '2023-03-01')
    await garden.event('recordCeremony', person, cell, '2023-04-01')
    await garden.event('recordRecognition', person, cell, '2024-03-01')
    const dates = {
      ...{ decidedOn: '2023-03-01', ceremonyOn: '2023-04-01', recognizedOn: '2024-03-01' },
      ...{ officialFrom: '2024-04-01', backfilled: false },
    }
    const decided = await admissions(cell.id, { countBasis: 'DECISION' })
    expect(decided.edges).toMatchObject([{ node: { on: '2023-03-01', ...dates, person: { id: person } } }])
    const sworn = await admissions(cell.id, { countBasis: 'CEREMONY' })
    expect(sworn.edges).toMatchObject([
      { node: { on: '2023-04-01', ...dates, organization: { id: cell.id } } },
    ])
  })
})
