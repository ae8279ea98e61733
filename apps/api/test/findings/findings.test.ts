import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import {
  act,
  findingFor,
  growInspection,
  refused,
  step,
  why,
  type FindingAnswer,
  type Inspection,
} from './grow-findings.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let world: Inspection
const words = 'Chưa lập kế hoạch tạo nguồn năm 2026'
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version, words })

const make = (facts: object = {}): Promise<FindingAnswer> =>
  step(world.inspector, 'recordFinding', {
    kind: 'SHORTCOMING',
    organizationId: world.units.k1.id,
    words,
    dueOn: '2026-12-10',
    ...facts,
  })

const answered = async () => step(world.secretary, 'answerFinding', seen(await make()))
const rechecked = async (mended = true) =>
  step(world.inspector, 'recheckFinding', { ...seen(await answered()), mended })

beforeAll(async () => {
  world = await growInspection(api(), database(), clock)
})
beforeEach(() => clock.set('2026-11-27'))

describe('a finding', () => {
  const input = () => ({
    kind: 'SHORTCOMING',
    organizationId: world.units.k1.id,
    words,
    dueOn: '2026-12-10',
  })

  it('is made by nobody who does not inspect there', async () => {
    for (const who of ['officer', 'secretary', 'commission', 'administrator'] as const)
      expect([who, why(await refused(world[who], 'recordFinding', input()))[0]]).toEqual([who, 'FORBIDDEN'])
    expect(why(await refused(world.elsewhere, 'recordFinding', input()))).toEqual(['NOT_FOUND'])
  })

  it('is on one thing, has words, and is due after it is made', async () => {
    const target = { organizationId: undefined }
    const made = (facts: object) => refused(world.inspector, 'recordFinding', { ...input(), ...facts })
    expect(why(await made(target))).toEqual(['INVALID_INPUT', 'FINDING_ABOUT_ONE'])
    const { person } = await world.garden.admit(world.units.k1, '2024-05-01')
    expect(why(await made({ personId: person }))).toEqual(['INVALID_INPUT', 'FINDING_ABOUT_ONE'])
    expect(why(await made({ words: '  ' }))).toEqual(['INVALID_INPUT', 'BAD_LENGTH'])
    expect(why(await made({ dueOn: '2026-11-26' }))).toEqual(['INVALID_INPUT', 'DUE_BEFORE_MADE'])
    expect(why(await made({ dueOn: undefined }))).toEqual(['INVALID_INPUT', 'DUE_NEEDED'])
    expect(why(await made({ kind: 'PRAISE' }))).toEqual(['INVALID_INPUT', 'PRAISE_NEEDS_NO_ANSWER'])
  })

  it('is answered by a unit that stands below the inspecting one', async () => {
    const made = (facts: object) => refused(world.inspector, 'recordFinding', { ...input(), ...facts })
    const below = { inspectingId: world.units.k.id, responsibleId: world.units.l.id }
    expect(why(await made(below))).toEqual(['INVALID_INPUT', 'RESPONSIBLE_NOT_BELOW'])
    const beside = { inspectingId: world.units.l.id }
    expect(why(await made(beside))).toEqual(['CONFLICT', 'NOT_BELOW_INSPECTING'])
    expect(why(await made({ responsibleId: world.units.m1.id }))).toEqual(['NOT_FOUND'])
  })

  it('leaves nothing behind when it is refused', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { findings { totalCount } } }`
    expect(await world.inspector.data(query, { id: world.units.k1.id })).toEqual({
      organization: { findings: { totalCount: 0 } },
    })
  })

  it('can be on a person, a target or a document, and names the unit it concerns', async () => {
    const { person } = await world.garden.admit(world.units.k2, '2024-05-02')
    const target = await world.garden.act('setTarget', {
      organizationId: world.units.k.id,
      kind: 'ASSIGNED',
      yearFrom: 2026,
      yearTo: 2026,
      amountMin: 3,
    })
    const file = { organizationId: world.units.l.id, number: '12-NQ/ĐU', title: 'Nghị quyết' }
    const document = await world.garden.act('createDocument', file, 'id')
    const selection =
      'about organization { id } responsible { id } inspecting { id } person { id } target { id } document { id }'
    const nothing = { person: null, target: null, document: null }
    const on = async (facts: object) =>
      act<object>(
        world.inspector,
        'recordFinding',
        { ...input(), organizationId: undefined, ...facts },
        selection,
      )
    const { a, k, k2, l } = world.units
    const at = (unit: { id: string }) => ({ id: unit.id })
    expect(await on({ personId: person })).toEqual({
      ...nothing,
      about: 'PERSON',
      person: { id: person },
      ...{ organization: at(k2), responsible: at(k2), inspecting: at(a) },
    })
    expect(await on({ targetId: target.id, responsibleId: a.id })).toEqual({
      ...nothing,
      about: 'TARGET',
      target: { id: target.id },
      ...{ organization: at(k), responsible: at(a), inspecting: at(a) },
    })
    expect(await on({ documentId: document.id })).toEqual({
      ...nothing,
      about: 'DOCUMENT',
      document: { id: document.id },
      ...{ organization: at(l), responsible: at(l), inspecting: at(a) },
    })
  })

  it('that praises is closed as soon as it is made', async () => {
    const praise = await make({ kind: 'PRAISE', dueOn: undefined })
    expect(praise).toMatchObject({ state: 'CLOSED', closedOn: '2026-11-27', viewerCanReopen: false })
    const again = { ...seen(praise), dueOn: '2026-12-30' }
    expect(why(await refused(world.inspector, 'reopenFinding', again))).toEqual([
      'CONFLICT',
      'PRAISE_NEEDS_NO_ANSWER',
    ])
    expect((await step(world.inspector, 'withdrawFinding', seen(praise))).state).toBe('WITHDRAWN')
  })
})

describe('who sees a finding', () => {
  it('are its inspectors and whoever answers for the responsible unit, and nobody else', async () => {
    const { id } = await make()
    const query = 'query ($id: ID!) { finding(id: $id) { words } }'
    for (const who of ['inspector', 'officer', 'secretary'] as const)
      expect(await world[who].data(query, { id })).toEqual({ finding: { words } })
    for (const who of ['elsewhere', 'neighbour', 'commission', 'administrator'] as const)
      expect([who, why(await world[who].refusal(query, { id }))[0]]).toEqual([who, 'NOT_FOUND'])
  })

  it('is the same in lists and counts', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { findings { totalCount } findingCounts { shortcomings } } }`
    const counted = async (client: Inspection['inspector']) => {
      const { organization } = await client.data<{
        organization: { findings: { totalCount: number }; findingCounts: { shortcomings: number } }
      }>(query, { id: world.units.a.id })
      return organization
    }
    const { findings, findingCounts } = await counted(world.inspector)
    expect(findings.totalCount).toBeGreaterThan(3)
    expect(findingCounts.shortcomings).toBeGreaterThan(3)
    for (const client of [world.commission, world.administrator])
      expect(await counted(client)).toEqual({
        findings: { totalCount: 0 },
        findingCounts: { shortcomings: 0 },
      })
  })
})

describe('the way of a finding', () => {
  it('begins with an answer of the responsible unit, and of no other', async () => {
    const finding = await make()
    expect(why(await refused(world.neighbour, 'answerFinding', seen(finding)))).toEqual(['NOT_FOUND'])
    const byInspector = await refused(world.inspector, 'answerFinding', seen(finding))
    expect(why(byInspector)[0]).toBe('FORBIDDEN')
    const mute = await refused(world.secretary, 'answerFinding', { ...seen(finding), words: ' ' })
    expect(why(mute)).toEqual(['INVALID_INPUT', 'BAD_LENGTH'])
    const stale = await refused(world.secretary, 'answerFinding', { ...seen(finding), version: 9 })
    expect(why(stale)).toEqual(['CONFLICT', 'CHANGED_MEANWHILE'])
    expect(await findingFor(world.secretary, finding.id)).toMatchObject({
      version: 1,
      viewerCanAnswer: true,
      viewerCanRecheck: false,
      viewerCanWithdraw: false,
    })
    const after = await step(world.secretary, 'answerFinding', seen(finding))
    expect(after).toMatchObject({ state: 'ANSWERED', viewerCanAnswer: false })
    expect(why(await refused(world.secretary, 'answerFinding', seen(after)))).toEqual([
      'CONFLICT',
      'FINDING_NOT_OPEN',
    ])
  })

  it('goes on with a re-check, which follows an answer and is the inspector’s', async () => {
    const finding = await make()
    const early = await refused(world.inspector, 'recheckFinding', { ...seen(finding), mended: true })
    expect(why(early)).toEqual(['CONFLICT', 'RECHECK_NEEDS_ANSWER'])
    const answer = await step(world.officer, 'answerFinding', seen(finding))
    const bySecretary = await refused(world.secretary, 'recheckFinding', { ...seen(answer), mended: true })
    expect(why(bySecretary)[0]).toBe('FORBIDDEN')
    const done = await step(world.inspector, 'recheckFinding', { ...seen(answer), mended: true })
    expect(done).toMatchObject({ state: 'RECHECKED', mended: true, viewerCanClose: true })
  })

  it('ends when it was re-checked and found mended, not before', async () => {
    for (const early of [await make(), await answered(), await rechecked(false)])
      expect([early.state, why(await refused(world.inspector, 'closeFinding', seen(early)))]).toEqual([
        early.state,
        ['CONFLICT', 'CLOSE_NEEDS_RECHECK'],
      ])
    const finding = await rechecked()
    expect(why(await refused(world.secretary, 'closeFinding', seen(finding)))[0]).toBe('FORBIDDEN')
    const closed = await step(world.inspector, 'closeFinding', seen(finding))
    expect(closed).toMatchObject({ state: 'CLOSED', closedOn: '2026-11-27' })
    expect(why(await refused(world.inspector, 'closeFinding', seen(closed)))).toEqual([
      'CONFLICT',
      'FINDING_ENDED',
    ])
    expect(why(await refused(world.inspector, 'withdrawFinding', seen(closed)))).toEqual([
      'CONFLICT',
      'FINDING_ENDED',
    ])
  })

  it('is gone anew after a reopening, with another due date', async () => {
    const open = { ...seen(await make()), dueOn: '2026-12-20' }
    expect(why(await refused(world.inspector, 'reopenFinding', open))).toEqual([
      'CONFLICT',
      'REOPEN_NOT_ENDED',
    ])
    const finding = await rechecked(false)
    const past = { ...seen(finding), dueOn: '2026-11-26' }
    expect(why(await refused(world.inspector, 'reopenFinding', past))).toEqual([
      'INVALID_INPUT',
      'DUE_BEFORE_MADE',
    ])
    const again = await step(world.inspector, 'reopenFinding', { ...seen(finding), dueOn: '2026-12-20' })
    expect(again).toMatchObject({ state: 'REOPENED', dueOn: '2026-12-20', mended: null })
    expect((await step(world.secretary, 'answerFinding', seen(again))).state).toBe('ANSWERED')
  })

  it('is kept step by step, dated and signed', async () => {
    const finding = await make()
    clock.set('2026-12-12')
    expect((await findingFor(world.officer, finding.id)).overdue).toBe(true)
    const answer = await step(world.officer, 'answerFinding', seen(finding))
    expect(answer.overdue).toBe(false)
    const check = await step(world.inspector, 'recheckFinding', { ...seen(answer), mended: true })
    clock.set('2026-12-15')
    const { steps } = await step(world.inspector, 'closeFinding', seen(check))
    expect(steps.map(({ kind, onDay, state }) => [kind, onDay, state])).toEqual([
      ['MADE', '2026-11-27', 'OPEN'],
      ['ANSWERED', '2026-12-12', 'ANSWERED'],
      ['RECHECKED', '2026-12-12', 'RECHECKED'],
      ['CLOSED', '2026-12-15', 'CLOSED'],
    ])
    expect(new Set(steps.map(({ actorName }) => actorName))).toEqual(new Set(['Người Thử']))
  })

  it('is closed once, by whoever comes first', async () => {
    const finding = await rechecked()
    const other = await world.as({ role: 'INSPECTOR', unit: world.units.a })
    const query = `mutation ($input: FindingStepInput!) { closeFinding(input: $input) { state } }`
    const both = await Promise.all(
      [world.inspector, other].map((client) => client.ask(query, { input: seen(finding) })),
    )
    const outcomes = both.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'CLOSED')
    expect(outcomes.sort()).toEqual(['CLOSED', 'CONFLICT'])
    const { steps } = await findingFor(world.inspector, finding.id)
    expect(steps.filter(({ kind }) => kind === 'CLOSED')).toHaveLength(1)
  })
})

describe('the audit log of findings', () => {
  it('tells what was done and not what was found', async () => {
    const secretWords = 'Nội dung chỉ người kiểm tra được đọc'
    await make({ words: secretWords, kind: 'SUSPECTED_VIOLATION' })
    const query = `query ($first: Int) { audit(first: $first) { edges { node { operation changes { field before after } } } } }`
    const { audit } = await world.administrator.data<{
      audit: { edges: Array<{ node: { operation: string; changes: unknown[] } }> }
    }>(query, { first: 5 })
    const [latest] = audit.edges.filter(({ node }) => node.operation === 'recordFinding')
    expect(latest?.node.changes).not.toEqual([])
    const told = JSON.stringify(audit)
    expect(told).not.toContain(secretWords)
    expect(JSON.stringify(latest)).not.toContain('SUSPECTED_VIOLATION')
  })
})
