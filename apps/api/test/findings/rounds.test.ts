import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import type { Unit } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import { ABOUT_ROUND, act, growInspection, refused, why, type Inspection } from './grow-findings.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let world: Inspection

interface Subject extends Unit {
  isPerson: boolean
  state: string
  result: string | null
}
const ROUND = `query ($id: ID!) { inspectionRound(id: $id) { id version theme closedOn viewerCanChange
  workers { userName } subjects { id version isPerson state result organization { id } person { id } } } }`

interface Round extends Unit {
  theme: string
  closedOn: string | null
  viewerCanChange: boolean
  subjects: Subject[]
}
const roundFor = async (client: ApiClient, { id }: Unit): Promise<Round> =>
  (await client.data<{ inspectionRound: Round }>(ROUND, { id })).inspectionRound

const open = (facts: object = {}): Promise<Unit> =>
  act(world.inspector, 'createInspectionRound', {
    ...ABOUT_ROUND,
    organizationId: world.units.a.id,
    ...facts,
  })
const take = (round: Unit, facts: object) =>
  act(world.inspector, 'addInspectionSubjects', { roundId: round.id, ...facts })
const subjectOf = async (round: Unit, index = 0): Promise<Subject> =>
  (await roundFor(world.inspector, round)).subjects[index] as Subject
const seen = ({ id, version }: Unit) => ({ id, version })

beforeAll(async () => {
  world = await growInspection(api(), database(), clock)
})
beforeEach(() => clock.set('2026-11-27'))

describe('a round', () => {
  it('is opened by nobody who does not run inspections there', async () => {
    const input = { ...ABOUT_ROUND, organizationId: world.units.a.id }
    for (const who of ['commission', 'administrator', 'officer'] as const)
      expect([who, why(await refused(world[who], 'createInspectionRound', input))[0]]).toEqual([
        who,
        'FORBIDDEN',
      ])
    expect(why(await refused(world.elsewhere, 'createInspectionRound', input))).toEqual(['NOT_FOUND'])
  })

  it('has a theme, days in order, and a body that the unit has', async () => {
    const opened = (facts: object) =>
      refused(world.inspector, 'createInspectionRound', {
        ...ABOUT_ROUND,
        organizationId: world.units.a.id,
        ...facts,
      })
    expect(why(await opened({ theme: ' ' }))).toEqual(['INVALID_INPUT', 'BAD_LENGTH'])
    expect(why(await opened({ toDay: '2026-10-31' }))).toEqual(['INVALID_INPUT', 'DAYS_REVERSED'])
    expect(why(await opened({ looksFrom: '2026-10-31' }))).toEqual(['INVALID_INPUT', 'LOOKS_BEFORE_ROUND'])
    expect(why(await opened({ organizationId: world.units.k1.id }))).toEqual([
      'INVALID_INPUT',
      'ROUND_BODY_NOT_HERE',
    ])
    expect(why(await opened({ documentId: world.units.a.id }))).toEqual(['NOT_FOUND'])
  })

  it('shows its papers to who runs inspections at its unit, and to nobody else', async () => {
    const round = await open()
    expect(await roundFor(world.inspector, round)).toMatchObject({
      theme: ABOUT_ROUND.theme,
      viewerCanChange: true,
    })
    for (const who of ['commission', 'administrator', 'officer', 'secretary'] as const)
      expect([who, why(await world[who].refusal(ROUND, { id: round.id }))[0]]).toEqual([who, 'FORBIDDEN'])
    expect(why(await world.elsewhere.refusal(ROUND, { id: round.id }))).toEqual(['NOT_FOUND'])
    const list = `query ($id: ID!) { organization(id: $id) { inspectionRounds { totalCount } inspectionCounts(from: "2026-01-01", to: "2026-12-31") { tier } } }`
    for (const who of ['commission', 'administrator'] as const)
      expect(why(await world[who].refusal(list, { id: world.units.a.id }))[0]).toBe('FORBIDDEN')
  })

  it('is worked on by accounts that inspect; they see it and change its subjects, not the round', async () => {
    const round = await open()
    const helper = await accountWith({ database: database(), clock }, [
      { role: 'INSPECTOR', unit: world.units.b },
    ])
    const officer = await accountWith({ database: database(), clock }, [
      { role: 'COMMITTEE_OFFICER', unit: world.units.k },
    ])
    const client = api().as(helper.pass)
    expect(why(await client.refusal(ROUND, { id: round.id }))).toEqual(['NOT_FOUND'])
    for (const name of [officer.userName, 'khong-co-ai'])
      expect(
        why(await refused(world.inspector, 'setInspectionWorkers', { ...seen(round), userNames: [name] })),
      ).toEqual(['INVALID_INPUT', 'NO_INSPECTOR'])
    const input = { ...seen(round), userNames: [helper.userName] }
    const after = await act(world.inspector, 'setInspectionWorkers', input)
    expect(await roundFor(client, round)).toMatchObject({
      viewerCanChange: false,
      workers: [{ userName: helper.userName }],
    })
    const own = await client.data('{ ownInspectionRounds { id } }')
    expect(own).toEqual({ ownInspectionRounds: [{ id: round.id }] })
    expect(why(await refused(client, 'closeInspectionRound', seen(after)))[0]).toBe('NOT_FOUND')
  })

  it('is changed with the version that was read', async () => {
    const round = await open()
    const input = { ...ABOUT_ROUND, id: round.id, theme: 'Chủ đề khác' }
    const after = await act(world.inspector, 'updateInspectionRound', { ...input, version: round.version })
    expect(after.version).toBe(round.version + 1)
    const stale = await refused(world.inspector, 'updateInspectionRound', {
      ...input,
      version: round.version,
    })
    expect(why(stale)).toEqual(['CONFLICT', 'CHANGED_MEANWHILE'])
  })
})

describe('subjects of a round', () => {
  it('are units and persons at or below its unit, each once', async () => {
    const round = await open({ organizationId: world.units.k.id })
    const taken = (facts: object) =>
      refused(world.inspector, 'addInspectionSubjects', { roundId: round.id, ...facts })
    expect(why(await taken({}))).toEqual(['INVALID_INPUT', 'SUBJECTS_NONE'])
    expect(why(await taken({ organizationIds: [world.units.m1.id] }))).toEqual(['NOT_FOUND'])
    expect(why(await taken({ organizationIds: [world.units.l1.id] }))).toEqual([
      'CONFLICT',
      'NOT_BELOW_INSPECTING',
    ])
    const { person } = await world.garden.admit(world.units.k2, '2024-05-01')
    await take(round, { organizationIds: [world.units.k1.id], personIds: [person] })
    expect(why(await taken({ organizationIds: [world.units.k1.id] }))).toEqual(['CONFLICT', 'SUBJECT_TWICE'])
    expect(why(await taken({ personIds: [person] }))).toEqual(['CONFLICT', 'SUBJECT_TWICE'])
    const { subjects } = await roundFor(world.inspector, round)
    expect(subjects).toMatchObject([
      { isPerson: false, state: 'PLANNED', organization: { id: world.units.k1.id }, person: null },
      { isPerson: true, state: 'PLANNED', organization: { id: world.units.k2.id }, person: { id: person } },
    ])
  })

  it('are concluded with a result, dropped with a reason, and supervision finds no violation', async () => {
    const round = await open({ kind: 'THEMATIC_SUPERVISION' })
    await take(round, { organizationIds: [world.units.k.id] })
    const subject = await subjectOf(round)
    const set = (facts: object) =>
      refused(world.inspector, 'setInspectionSubject', { ...seen(subject), ...facts })
    const result = 'SHORTCOMING'
    expect(why(await set({ state: 'CONCLUDED' }))).toEqual(['INVALID_INPUT', 'SUBJECT_NEEDS_RESULT'])
    expect(why(await set({ state: 'UNDER_WAY', result }))).toEqual(['INVALID_INPUT', 'SUBJECT_NEEDS_RESULT'])
    expect(why(await set({ state: 'DROPPED' }))).toEqual(['INVALID_INPUT', 'SUBJECT_NEEDS_WORDS'])
    expect(why(await set({ state: 'CONCLUDED', result: 'VIOLATION' }))).toEqual([
      'INVALID_INPUT',
      'SUPERVISION_FINDS_SIGNS',
    ])
    expect(why(await set({ state: 'CONCLUDED', result, on: '2026-10-31' }))).toEqual([
      'INVALID_INPUT',
      'OUTSIDE_ROUND_DAYS',
    ])
    expect(why(await set({ state: 'CONCLUDED', result, on: '2026-11-28' }))).toEqual([
      'INVALID_INPUT',
      'IN_FUTURE',
    ])
    const input = { ...seen(subject), state: 'CONCLUDED', result }
    await act(world.inspector, 'setInspectionSubject', input)
    expect(await subjectOf(round)).toMatchObject({ state: 'CONCLUDED', result, version: 2 })
    expect(why(await set({ state: 'UNDER_WAY' }))).toEqual(['CONFLICT', 'CHANGED_MEANWHILE'])
  })

  it('are all concluded or dropped before the round is closed, which is for good', async () => {
    const round = await open()
    await take(round, { organizationIds: [world.units.k.id, world.units.l.id] })
    const left = await refused(world.inspector, 'closeInspectionRound', seen(round))
    expect(left.extensions.reason).toMatchObject({ key: 'ROUND_SUBJECTS_OPEN', params: { count: 2 } })
    const { subjects } = await roundFor(world.inspector, round)
    for (const [index, subject] of subjects.entries())
      await act(world.inspector, 'setInspectionSubject', {
        ...seen(subject),
        ...(index === 0
          ? { state: 'CONCLUDED', result: 'NO_SHORTCOMING' }
          : { state: 'DROPPED', words: 'Đơn vị đang sắp xếp lại' }),
      })
    const closed = await act<Unit & { closedOn: string }>(
      world.inspector,
      'closeInspectionRound',
      seen(round),
      'id version closedOn',
    )
    expect(closed.closedOn).toBe('2026-11-27')
    for (const [mutation, input] of [
      ['closeInspectionRound', seen(closed)],
      ['updateInspectionRound', { ...seen(closed), ...ABOUT_ROUND }],
      ['addInspectionSubjects', { roundId: round.id, organizationIds: [world.units.k1.id] }],
      ['setInspectionSubject', { ...seen(await subjectOf(round)), state: 'UNDER_WAY' }],
      [
        'recordFinding',
        {
          kind: 'PRAISE',
          organizationId: world.units.k.id,
          words: 'Làm tốt công tác tạo nguồn',
          roundId: round.id,
        },
      ],
    ] as const)
      expect([mutation, why(await refused(world.inspector, mutation, input))]).toEqual([
        mutation,
        ['CONFLICT', 'ROUND_CLOSED'],
      ])
  })

  it('are what findings of the round are on', async () => {
    const round = await open()
    await take(round, { organizationIds: [world.units.k.id] })
    const input = { kind: 'PRAISE', words: 'Làm tốt công tác tạo nguồn', roundId: round.id }
    const outside = { ...input, organizationId: world.units.l1.id }
    expect(why(await refused(world.inspector, 'recordFinding', outside))).toEqual([
      'CONFLICT',
      'NOT_IN_ROUND',
    ])
    const made = await act<{ id: string; round: object; inspecting: object }>(
      world.inspector,
      'recordFinding',
      { ...input, organizationId: world.units.k1.id },
      'id round { id } inspecting { id }',
    )
    expect(made).toMatchObject({ round: { id: round.id }, inspecting: { id: world.units.a.id } })
    const query = 'query ($id: ID!) { finding(id: $id) { words round { id } } }'
    expect(await world.secretary.data(query, { id: made.id })).toEqual({
      finding: { words: input.words, round: null },
    })
  })
})

describe('a look within a round', () => {
  const OPEN = `mutation ($input: OpenPersonInRoundInput!) { openPersonInRound(input: $input) { kind roundTheme } }`
  const PERSON = 'query ($id: ID!) { person(id: $id) { ethnicity } }'
  const LOOKS = `query ($id: ID!) { organization(id: $id) { personLooks { totalCount edges { node { reason roundTheme } } } } }`
  const reason = 'Thẩm tra hồ sơ theo kế hoạch'
  interface Looks {
    organization: {
      personLooks: { totalCount: number; edges: Array<{ node: { roundTheme: string | null } }> }
    }
  }
  const looks = async (): Promise<Looks['organization']['personLooks']> =>
    (await world.secretary.data<Looks>(LOOKS, { id: world.units.k1.id })).organization.personLooks

  it('needs a reason, an open round and a person whom it concerns', async () => {
    const { person } = await world.garden.admit(world.units.k1, '2024-05-01')
    const stranger = await world.garden.admit(world.units.l1, '2024-05-01')
    const round = await open()
    await take(round, { organizationIds: [world.units.k.id] })
    const look = (facts: object, client = world.inspector) =>
      client.refusal(OPEN, { input: { roundId: round.id, personId: person, reason, ...facts } })
    expect(why(await look({ reason: 'xem' }))).toEqual(['INVALID_INPUT', 'REASON_SHORT'])
    expect(why(await look({ personId: stranger.person }))).toEqual(['CONFLICT', 'NOT_IN_ROUND'])
    expect(why(await look({}, world.elsewhere))).toEqual(['NOT_FOUND'])
    expect(why(await look({}, world.officer))[0]).toBe('FORBIDDEN')
    expect(why(await world.inspector.refusal(PERSON, { id: person }))).toEqual(['FORBIDDEN', 'LOOK_NEEDED'])
  })

  it('names the round to whoever keeps the person, at once', async () => {
    const { person } = await world.garden.admit(world.units.k1, '2024-05-01')
    const round = await open()
    await take(round, { organizationIds: [world.units.k.id] })
    const before = (await looks()).totalCount
    const input = { roundId: round.id, personId: person, reason }
    expect(await world.inspector.data(OPEN, { input })).toEqual({
      openPersonInRound: { kind: 'OPENED', roundTheme: ABOUT_ROUND.theme },
    })
    await world.inspector.data(PERSON, { id: person })
    const shown = await looks()
    expect(shown.totalCount).toBe(before + 1)
    expect(shown.edges[0]?.node).toEqual({ reason, roundTheme: ABOUT_ROUND.theme })
  })

  it('is shown later where the round says so, and is in the audit log at once', async () => {
    const { person } = await world.garden.admit(world.units.k1, '2024-05-01')
    const round = await open({ looksFrom: '2027-01-15' })
    await take(round, { personIds: [person] })
    const before = (await looks()).totalCount
    await world.inspector.data(OPEN, { input: { roundId: round.id, personId: person, reason } })
    expect((await looks()).totalCount).toBe(before)
    const ofPerson = 'query ($id: ID!) { person(id: $id) { looks { totalCount } } }'
    const none = { person: { looks: { totalCount: 0 } } }
    expect(await world.secretary.data(ofPerson, { id: person })).toEqual(none)
    const log = `query ($id: ID!) { organization(id: $id) { audit(first: 1) { edges { node { operation } } } } }`
    expect(await world.inspector.data(log, { id: world.units.k1.id })).toEqual({
      organization: { audit: { edges: [{ node: { operation: 'openPersonInRound' } }] } },
    })
    clock.set('2027-01-14')
    expect((await looks()).totalCount).toBe(before)
    clock.set('2027-01-15')
    expect((await looks()).totalCount).toBe(before + 1)
  })
})
