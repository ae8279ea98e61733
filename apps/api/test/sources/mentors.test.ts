import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { stored } from '../stored.js'
import { candidate, candidatesOf, official } from './grow-sources.js'

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

describe('mentors', () => {
  it('are official members, two at most, and known by name', async () => {
    const cell = await garden.unit('Chi bộ giúp đỡ', 'CELL', units.k)
    const person = await candidate(garden, cell, '2024-02-01', { listed: true })
    const mentors = [await official(garden, cell), await official(garden, cell), await official(garden, cell)]
    const probationary = (await garden.admit(cell, '2024-01-10')).person
    const base = { personIds: [person], on: '2024-02-10' }
    const cases: Array<[Record<string, unknown>, string, string?]> = [
      [{ mentorIds: [] }, 'INVALID_INPUT'],
      [{ mentorIds: ['x'] }, 'NOT_FOUND'],
      [{ mentorIds: [probationary] }, 'RULE_REFUSED', 'MENTOR_OFFICIAL'],
      [{ mentorIds: [await garden.person()] }, 'RULE_REFUSED', 'MENTOR_OFFICIAL'],
      [{ mentorIds: mentors }, 'RULE_REFUSED', 'MENTORS_MOST'],
      [{ mentorIds: [mentors[0]], on: '2024-01-31' }, 'CONFLICT'],
      [{ mentorIds: [mentors[0]], on: '2026-11-22' }, 'INVALID_INPUT'],
      [{ mentorIds: [mentors[0]], personIds: [mentors[1]] }, 'CONFLICT'],
    ]
    for (const [facts, code, rule] of cases) {
      const answer = await refused('assignMentors', { ...base, ...facts })
      expect(answer, JSON.stringify(facts)).toMatchObject({ code, ...(rule ? { rule } : {}) })
    }
    await garden.act('assignMentors', { ...base, mentorIds: mentors.slice(0, 2) }, 'id')
    expect(await refused('assignMentors', { ...base, mentorIds: [mentors[0]] })).toMatchObject({
      reason: { key: 'REFUSED_FOR' },
    })
    expect(await refused('assignMentors', { ...base, mentorIds: [mentors[2]] })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'MENTORS_MOST',
      regulation: 'Nền nếp công tác',
    })
    await garden.act(
      'assignMentors',
      { ...base, on: '2024-05-01', mentorIds: [mentors[2]], instead: true },
      'id',
    )
    const on = async (at: string) =>
      ((await candidatesOf(garden, cell, at)).nodes[0]?.mentors as Array<{ mentor: { id: string } }>).map(
        ({ mentor }) => mentor.id,
      )
    expect(await on('2024-04-30')).toEqual(mentors.slice(0, 2))
    expect(await on('2024-05-01')).toEqual([mentors[2]])
  })

  it('review at regular intervals, and what is due says so', async () => {
    const cell = await garden.unit('Chi bộ nhận xét', 'CELL', units.k)
    const person = await candidate(garden, cell, '2024-02-01', { listed: true })
    const mentor = await official(garden, cell)
    const steps = async (at: string) =>
      (await candidatesOf(garden, cell, at)).nodes[0]?.nextSteps as Array<Record<string, unknown>>
    expect(await steps('2024-02-09')).toEqual([
      { step: 'ASSIGN_MENTOR', due: null, overdue: false },
      { step: 'ENROL', due: null, overdue: false },
    ])
    await garden.act('assignMentors', { personIds: [person], mentorIds: [mentor], on: '2024-02-10' }, 'id')
    expect(await steps('2024-06-01')).toEqual([
      { step: 'REVIEW', due: '2024-05-10', overdue: true },
      { step: 'ENROL', due: null, overdue: false },
    ])
    expect((await candidatesOf(garden, cell, '2024-06-01', { need: 'REVIEW' })).totalCount).toBe(1)
    const review = { personId: person, mentorId: mentor, on: '2024-06-01', result: 'PROGRESS' }
    expect(await refused('recordReview', { ...review, on: '2024-02-09' })).toMatchObject({ code: 'CONFLICT' })
    expect(await refused('recordReview', { ...review, on: '2026-12-01' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('recordReview', { ...review, mentorId: person })).toMatchObject({ code: 'CONFLICT' })
    expect(await refused('recordReview', { ...review, note: 'x'.repeat(2_001) })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await garden.act('recordReview', review, 'id')
    expect(await steps('2024-06-02')).toContainEqual({ step: 'REVIEW', due: '2024-09-01', overdue: false })
    expect((await candidatesOf(garden, cell, '2024-06-02', { need: 'REVIEW' })).totalCount).toBe(0)
    expect((await candidatesOf(garden, cell, '2024-06-02', { need: 'MENTOR' })).totalCount).toBe(0)
    const [mentorship] = (await candidatesOf(garden, cell, '2024-06-02')).nodes[0]?.mentors as Array<{
      id: string
      version: number
    }>
    const end = { ...mentorship, on: '2024-07-01' }
    const { mentor: _, ...input } = end as typeof end & { mentor: unknown }
    expect(await refused('endMentorship', { ...input, version: 9 })).toMatchObject({ actualVersion: 1 })
    expect(await refused('endMentorship', { ...input, on: '2024-02-10' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    await garden.act('endMentorship', input)
    expect((await candidatesOf(garden, cell, '2024-07-01', { need: 'MENTOR' })).totalCount).toBe(1)
    expect(await refused('endMentorship', { ...input, version: 2 })).toMatchObject({ code: 'CONFLICT' })
  })

  it('change with the rule only in number: a preview tells for how many a day would move', async () => {
    const preview = `query ($input: RuleInput!) { previewRule(input: $input) { candidatesAffected } }`
    const ask = async (code: string, value: number, validFrom = '2011-01-19') => {
      const input = { code, value, regulation: 'thử', validFrom }
      return (await api().data<{ previewRule: { candidatesAffected: number | null } }>(preview, { input }))
        .previewRule.candidatesAffected
    }
    expect(await ask('MENTOR_REVIEW_MONTHS', 6)).toBeGreaterThan(0)
    expect(await ask('MENTOR_REVIEW_MONTHS', 3)).toBe(0)
    expect(await ask('DECISION_DAYS', 90)).toBeNull()
    expect(await ask('CERTIFICATE_MONTHS', 36)).toBe(0)
  })
})

describe('requirements of a unit', () => {
  it('hold somebody up until they are met', async () => {
    const cell = await garden.unit('Chi bộ trường', 'CELL', units.l)
    const person = await candidate(garden, cell, '2024-02-01', { sourceKind: 'PUPIL' })
    const other = await candidate(garden, cell, '2024-02-01', { sourceKind: 'TEACHER' })
    const requirement = await garden.act('setRequirement', {
      organizationId: units.l.id,
      title: 'Học lực khá',
      stage: 'SYMPATHISER',
      sourceKind: 'PUPIL',
      validFrom: '2024-01-01',
    })
    expect(await refused('listSympathisers', { personIds: [person], on: '2024-03-01' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'REQUIREMENT',
      reason: { params: { why: { key: 'REQUIREMENT_UNMET', params: { title: 'Học lực khá' } } } },
    })
    await garden.act('listSympathisers', { personIds: [other], on: '2024-03-01' }, 'id')
    const mark = { personId: person, requirementId: requirement.id, metOn: '2024-02-20' }
    expect(await refused('markRequirement', { ...mark, requirementId: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await refused('markRequirement', { ...mark, metOn: '2027-01-01' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('markRequirement', { ...mark, personId: other })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await garden.act('markRequirement', mark, 'id')
    await garden.act('listSympathisers', { personIds: [person], on: '2024-03-01' }, 'id')
    expect((await candidatesOf(garden, cell, '2024-03-01')).byStage.SYMPATHISER).toBe(2)
  })
})
