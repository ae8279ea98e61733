import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const PERSON =
  'query ($id: ID!) { person(id: $id) { id fullName identityNumber ethnicity events { id } viewerCanEdit viewerCanRevealIdentityNumber } }'
const OPEN = 'mutation ($input: LookInput!) { openPerson(input: $input) { kind reason until actorName } }'
const REVEAL = 'mutation ($input: LookInput!) { revealIdentityNumber(input: $input) }'
const SEARCH = 'query ($text: String!) { searchPersons(text: $text) { id } }'
const LOOKS =
  'query ($id: ID!) { organization(id: $id) { personLooks { totalCount edges { node { kind reason actorName person { fullName } } } } } }'
const reason = 'Kiểm tra theo kế hoạch số 12'

const as = async (...grants: TestGrant[]): Promise<ApiClient> =>
  api().as((await accountWith({ database: database(), clock }, grants)).pass)

interface Look {
  kind: string
  reason: string
  actorName: string
}
interface Looks {
  organization: { personLooks: { totalCount: number; edges: Array<{ node: Look }> } }
}

let units: Awaited<ReturnType<Garden['province']>>
let person: string
let name: string
let secretary: ApiClient
let inspector: ApiClient
let stranger: ApiClient

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  name = `Trần Thị ${garden.prefix}`
  const identityNumber = `098${String(Date.now() % 1e9).padStart(9, '0')}`
  ;({ person } = await garden.admit(units.k1, '2024-05-01', { person: { fullName: name, identityNumber } }))
  secretary = await as({ role: 'CELL_SECRETARY', unit: units.k1 })
  inspector = await as({ role: 'INSPECTOR', unit: units.a })
  stranger = await as({ role: 'CELL_SECRETARY', unit: units.m1 })
})

describe('a person outside the units where one keeps persons', () => {
  it('does not exist for who has nothing to do with the cell', async () => {
    expect((await stranger.refusal(PERSON, { id: person })).extensions.code).toBe('NOT_FOUND')
    expect((await stranger.refusal(OPEN, { input: { personId: person, reason } })).extensions.code).toBe(
      'NOT_FOUND',
    )
    expect((await stranger.refusal(REVEAL, { input: { personId: person, reason } })).extensions.code).toBe(
      'NOT_FOUND',
    )
    expect(await stranger.data(SEARCH, { text: name })).toEqual({ searchPersons: [] })
  })

  it('is found by name, and opened only for a reason that is one', async () => {
    expect(await inspector.data(SEARCH, { text: name })).toEqual({ searchPersons: [{ id: person }] })
    const refused = await inspector.refusal(PERSON, { id: person })
    expect(refused.extensions).toMatchObject({ code: 'FORBIDDEN', reason: { key: 'LOOK_NEEDED' } })
    const idle = await inspector.refusal(OPEN, { input: { personId: person, reason: '   xem   ' } })
    expect(idle.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key: 'REASON_SHORT' } })
  })

  it('tells no more through lists than lists show', async () => {
    const query = `query ($id: ID!) { organization(id: $id) { admissions { edges { node { person { fullName FIELD } } } } } }`
    for (const field of ['ethnicity', 'religion', 'identityNumber', 'note', 'events { id }']) {
      const refused = await inspector.refusal(query.replace('FIELD', field), { id: units.k1.id })
      expect([field, refused.extensions.code]).toEqual([field, 'FORBIDDEN'])
    }
    const shown = await inspector.data<{ organization: { admissions: { edges: unknown[] } } }>(
      query.replace('FIELD', ''),
      { id: units.k1.id },
    )
    expect(shown.organization.admissions.edges).toHaveLength(1)
  })

  it('is open for an hour after that, for who gave the reason alone', async () => {
    const other = await as({ role: 'INSPECTOR', unit: units.a })
    const opened = await inspector.data<{ openPerson: Look & { until: string } }>(OPEN, {
      input: { personId: person, reason },
    })
    expect(opened.openPerson).toMatchObject({ kind: 'OPENED', reason })
    expect(await inspector.data(PERSON, { id: person })).toMatchObject({
      person: { fullName: name, viewerCanEdit: false },
    })
    expect((await other.refusal(PERSON, { id: person })).extensions.code).toBe('FORBIDDEN')
    const before = clock.now()
    clock.set(new Date(before.getTime() + 61 * 60_000))
    expect(
      (await (await as({ role: 'INSPECTOR', unit: units.a })).refusal(PERSON, { id: person })).extensions
        .code,
    ).toBe('FORBIDDEN')
    clock.set(before)
  })

  it('is shown to the committee with who looked and why, and to nobody else', async () => {
    const officer = await as({ role: 'COMMITTEE_OFFICER', unit: units.k })
    const seen = await officer.data<Looks>(LOOKS, { id: units.k.id })
    expect(seen.organization.personLooks.edges[0]?.node).toMatchObject({ kind: 'OPENED', reason })
    const viewer = await as({ role: 'VIEWER', unit: units.k })
    expect((await viewer.refusal(LOOKS, { id: units.k.id })).extensions.code).toBe('FORBIDDEN')
    const elsewhere = await secretary.data<Looks>(LOOKS, { id: units.k1.id })
    expect(elsewhere.organization.personLooks.totalCount).toBe(1)
  })
})

describe('an identity number', () => {
  it('is masked for who keeps the person too', async () => {
    const { person: shown } = await secretary.data<{
      person: { identityNumber: string; viewerCanEdit: boolean }
    }>(PERSON, { id: person })
    expect(shown.identityNumber).toMatch(/^•{9}\d{3}$/u)
    expect(shown.viewerCanEdit).toBe(true)
  })

  it('is not revealed without the right, without opening the person, and without a reason', async () => {
    const administrator = await as({ role: 'LEVEL_ADMINISTRATOR', unit: units.a })
    await administrator.data(OPEN, { input: { personId: person, reason } })
    const without = await administrator.refusal(REVEAL, { input: { personId: person, reason } })
    expect(without.extensions).toMatchObject({ code: 'FORBIDDEN', reason: { key: 'NOT_ALLOWED' } })
    const closed = await as({ role: 'INSPECTOR', unit: units.a })
    const unopened = await closed.refusal(REVEAL, { input: { personId: person, reason } })
    expect(unopened.extensions).toMatchObject({ reason: { key: 'LOOK_NEEDED' } })
    const mute = await secretary.refusal(REVEAL, { input: { personId: person, reason: '' } })
    expect(mute.extensions.code).toBe('INVALID_INPUT')
  })

  it('is revealed to who may, and that is on record', async () => {
    const answer = await secretary.data<{ revealIdentityNumber: string }>(REVEAL, {
      input: { personId: person, reason },
    })
    expect(answer.revealIdentityNumber).toMatch(/^098\d{9}$/u)
    const seen = await secretary.data<Looks>(LOOKS, { id: units.k1.id })
    expect(seen.organization.personLooks.edges[0]?.node).toMatchObject({ kind: 'REVEALED', reason })
  })
})

describe('what is known of a person', () => {
  const UPDATE =
    'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { version identityNumber } }'
  const facts = { fullName: 'x', birthDate: '1999-05-20', female: true, ethnicity: '01' }

  it('is not changed by who does not keep the person', async () => {
    const input = { id: person, version: 1, ...facts, fullName: name }
    expect((await stranger.refusal(UPDATE, { input })).extensions.code).toBe('NOT_FOUND')
    expect((await inspector.refusal(UPDATE, { input })).extensions.code).toBe('FORBIDDEN')
  })

  it('keeps the identity number when it is mended without one', async () => {
    const input = { id: person, version: 1, ...facts, fullName: name }
    const { updatePerson } = await secretary.data<{ updatePerson: { identityNumber: string | null } }>(
      UPDATE,
      { input },
    )
    expect(updatePerson.identityNumber).toMatch(/^•{9}\d{3}$/u)
  })
})
