import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith } from '../people-with-accounts.js'
import { growWorld, type World } from './world.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let world: World
let officer: ApiClient
let keeper: ApiClient
let viewer: ApiClient

const nobody = '0190a3f0-0000-7000-8000-000000000000'

beforeAll(async () => {
  world = await growWorld(api())
  const open = async (role: 'ORGANIZATION_COMMISSION' | 'LEVEL_ADMINISTRATOR' | 'VIEWER', unit: Unit) =>
    api().as((await accountWith({ database: database(), clock }, [{ role, unit }])).pass)
  officer = await open('ORGANIZATION_COMMISSION', world.units.a)
  keeper = await open('LEVEL_ADMINISTRATOR', world.units.a)
  viewer = await open('VIEWER', world.units.a)
})

/** The refusal of a mutation in the words that a viewer sees: code and message. */
async function refusal(client: ApiClient, mutation: string, input: Record<string, unknown>) {
  const { message, extensions } = await new Garden(client).refusal(mutation, input)
  return [extensions.code, message]
}

describe('an event of somebody elsewhere (S1)', () => {
  it('is neither read nor corrected, as if there were none', async () => {
    const { event, person } = await world.garden.admit(world.units.m1, '2024-03-10')
    const asked = { version: 1, reason: 'ghi nhầm' }
    const missing = await refusal(officer, 'correctEvent', { ...asked, id: nobody })
    expect(await refusal(officer, 'correctEvent', { ...asked, id: event })).toEqual(missing)
    expect(missing[0]).toBe('NOT_FOUND')
    const query = 'query ($id: ID!) { person(id: $id) { fullName } }'
    const unknown = await officer.refusal(query, { id: nobody })
    const hidden = await officer.refusal(query, { id: person })
    expect([hidden.message, hidden.extensions.code]).toEqual([unknown.message, unknown.extensions.code])
  })

  it('is corrected here by who may, and by nobody else', async () => {
    const { event } = await world.garden.admit(world.units.k1, '2024-03-11')
    const asked = { id: event, version: 1, reason: 'ghi nhầm' }
    expect((await refusal(viewer, 'correctEvent', asked))[0]).toBe('FORBIDDEN')
    expect((await refusal(keeper, 'correctEvent', asked))[0]).toBe('FORBIDDEN')
    await new Garden(officer).act('correctEvent', asked)
  })
})

describe('a person (S1)', () => {
  const facts = { birthDate: '1999-05-20', female: true, ethnicity: '01' }

  it('is mended by who records at their cell of now, not at an earlier one', async () => {
    const { person } = await world.garden.admit(world.units.k1, '2024-03-12')
    const version = 1
    const input = { id: person, version, fullName: 'Nguyễn Thị Đổi', ...facts }
    expect((await refusal(viewer, 'updatePerson', input))[0]).toBe('FORBIDDEN')
    await new Garden(officer).act('updatePerson', input)
    await world.garden.event('recordTransfer', person, world.units.k1, '2024-05-01', {
      toOrganizationId: world.units.m1.id,
    })
    expect((await refusal(officer, 'updatePerson', { ...input, version: 2 }))[0]).toBe('FORBIDDEN')
  })

  it('who has left shows what happened here and nothing of elsewhere', async () => {
    const { person } = await world.garden.admit(world.units.k1, '2024-03-13')
    await world.garden.event('recordTransfer', person, world.units.k1, '2024-05-01', {
      toOrganizationId: world.units.m1.id,
    })
    await world.garden.event('recordCeremony', person, world.units.m1, '2024-05-20')
    const query =
      'query ($id: ID!) { person(id: $id) { events { kind organization { name } toOrganization { name } } } }'
    expect((await officer.refusal(query, { id: person })).extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: { key: 'LOOK_NEEDED' },
    })
    const look = 'mutation ($input: LookInput!) { openPerson(input: $input) { __typename } }'
    await officer.data(look, { input: { personId: person, reason: 'đối chiếu danh sách kết nạp' } })
    const { person: seen } = await officer.data<{ person: { events: unknown[] } }>(query, { id: person })
    expect(seen.events).toEqual([
      { kind: 'ADMISSION', organization: { name: 'Chi bộ thôn 1' }, toOrganization: null },
      { kind: 'TRANSFER', organization: { name: 'Chi bộ thôn 1' }, toOrganization: null },
    ])
  })

  it('with the identity number of somebody who is not seen is taken like any other', async () => {
    const identityNumber = '099199912345'
    await world.garden.admit(world.other.k1, '2024-03-14', { person: { identityNumber } })
    const input = {
      fullName: 'Nguyễn Thị Trùng',
      identityNumber,
      organizationId: world.units.k1.id,
      ...facts,
    }
    const { id } = await new Garden(officer).act<{ id: string }>('createPerson', input)
    expect((await refusal(officer, 'createPerson', input))[0]).toBe('CONFLICT')
    const { searchPersons } = await officer.data<{ searchPersons: Array<{ id: string }> }>(
      '{ searchPersons(text: "thi trung") { id } }',
    )
    expect(searchPersons).toEqual([{ id }])
  })
})

describe('a unit elsewhere (S1)', () => {
  it('is not where a unit is moved to, and the unit of a grant is not moved or ended by its own', async () => {
    const { a, b, l, m } = world.units
    const move = (id: string, parentId: string, version: number) =>
      refusal(keeper, 'moveOrganization', { id, version, parentId, effectiveOn: '2026-01-01' })
    const missing = await move(l.id, nobody, l.version)
    expect(await move(l.id, b.id, l.version)).toEqual(missing)
    expect(await move(m.id, a.id, m.version)).toEqual(missing)
    const end = { version: a.version, effectiveOn: '2026-01-01' }
    expect(await refusal(keeper, 'dissolveOrganization', { ...end, id: a.id })).toEqual(missing)
    expect((await refusal(officer, 'dissolveOrganization', { ...end, id: l.id }))[0]).toBe('FORBIDDEN')
  })

  it('joins no group', async () => {
    const set = await world.garden.act<Unit>('createGroupSet', { name: world.garden.code('cụm') }, 'id')
    const group = await world.garden.act<Unit>('createGroup', { groupSetId: set.id, name: 'Cụm 1' }, 'id')
    const join = (client: ApiClient, organizationId: string) =>
      refusal(client, 'joinGroup', { groupId: group.id, organizationId, on: '2026-01-01' })
    expect((await join(keeper, world.units.b.id))[0]).toBe('NOT_FOUND')
    expect((await join(officer, world.units.l.id))[0]).toBe('FORBIDDEN')
    const on = { groupId: group.id, organizationId: world.units.l.id, on: '2026-01-01' }
    await new Garden(keeper).act('joinGroup', on, 'id')
    expect((await refusal(officer, 'leaveGroup', { ...on, on: '2026-02-01' }))[0]).toBe('FORBIDDEN')
  })

  it('keeps its opening balance, its declared figures and its terms', async () => {
    const balance = await world.garden.act<Unit>('recordOpeningBalance', {
      organizationId: world.units.m1.id,
      on: '2020-12-31',
      members: 4,
      probationaryMembers: 0,
    })
    const figure = await world.garden.act<Unit>('declareFigure', {
      organizationId: world.units.b.id,
      indicator: 'members',
      asOf: '2024-06-30',
      count: 4,
    })
    const term = await world.garden.act<Unit>('setTerm', {
      organizationId: world.units.b.id,
      name: '2020-2025',
      from: '2020-06-01',
    })
    const why = { version: 1, reason: 'ghi nhầm' }
    expect((await refusal(officer, 'correctOpeningBalance', { ...why, id: balance.id }))[0]).toBe('NOT_FOUND')
    expect((await refusal(officer, 'correctDeclaredFigure', { ...why, id: figure.id }))[0]).toBe('NOT_FOUND')
    expect((await refusal(officer, 'removeTerm', { version: 1, id: term.id }))[0]).toBe('NOT_FOUND')
  })
})
