import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { execute, insertRows, select } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'
import { candidate, course } from '../sources/grow-sources.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let units: Awaited<ReturnType<Garden['province']>>
let cell: Unit
let courseId: string
let person: string
let member: string
let inspector: ApiClient
let officer: ApiClient

const as = async (...grants: TestGrant[]): Promise<ApiClient> =>
  api().as((await accountWith({ database: database(), clock }, grants)).pass)

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  cell = await garden.unit('Chi bộ nguồn', 'CELL', units.k)
  person = await candidate(garden, cell, '2024-02-01', { listed: true })
  ;({ person: member } = await garden.admit(cell, '2024-03-01'))
  courseId = (await course(garden, units.a)).id
  await garden.act('registerInCourse', { courseId, personIds: [person], on: '2024-04-20' }, 'id')
  await garden.act(
    'offerHandover',
    { personId: person, toOrganizationId: units.m.id, on: '2024-05-20' },
    'id',
  )
  inspector = await as({ role: 'INSPECTOR', unit: units.a })
  officer = await as({ role: 'COMMITTEE_OFFICER', unit: units.k })
})

const fields: Record<string, string> = {
  candidate: 'candidate(on: "2024-04-30") { stage }',
  candidateSpells: 'candidateSpells { stage }',
  mentorships: 'mentorships { id }',
  mentorReviews: 'mentorReviews { id }',
  candidateHandovers: 'candidateHandovers { id }',
  coursePlaces: 'coursePlaces { id }',
  events: 'events { id }',
  audit: 'audit { edges { cursor } }',
}

const listed = (selection: string) =>
  `query ($id: ID!) { organization(id: $id, at: "2024-05-25") { candidates { edges { node { ${selection} } } } } }`

describe('what lists do not show of a person (break the glass)', () => {
  it.each(Object.entries(fields))(
    'is not told through a list before a reason is given, and is told after: %s',
    async (_name, field) => {
      const fresh = await as({ role: 'INSPECTOR', unit: units.a })
      const query = listed(`person { fullName ${field} }`)
      const { body } = await fresh.ask(query, { id: units.a.id })
      expect(body.errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        reason: { key: 'LOOK_NEEDED' },
      })
      await fresh.data('mutation ($input: LookInput!) { openPerson(input: $input) { kind } }', {
        input: { personId: person, reason: 'Kiểm tra theo kế hoạch số 12' },
      })
      expect((await fresh.ask(query, { id: units.a.id })).body.errors).toBeUndefined()
    },
  )

  it('is told of who is kept at once, and name and stage to everybody who may see the list', async () => {
    const whole = listed(`note certificateNumber person { ${fields['coursePlaces']} ${fields['events']} }`)
    expect((await officer.ask(whole, { id: units.k.id })).body.errors).toBeUndefined()
    const plain = listed('stage mentors { id } nextSteps { step } person { fullName }')
    expect((await inspector.ask(plain, { id: units.a.id })).body.errors).toBeUndefined()
    for (const field of ['note', 'certificateNumber']) {
      const { body } = await inspector.ask(listed(field), { id: units.a.id })
      expect([field, body.errors?.[0]?.extensions]).toMatchObject([field, { reason: { key: 'LOOK_NEEDED' } }])
    }
  })

  it('is not told by the audit log either: it covers the values of persons who are closed', async () => {
    const query = `query ($filter: AuditFilterInput) { audit(filter: $filter, first: 200) {
      edges { node { operation changes { field before after } persons { id } } } } }`
    const refused = await inspector.refusal(query, { filter: { personId: person } })
    expect(refused.extensions.reason).toMatchObject({ key: 'LOOK_NEEDED' })
    interface Log {
      audit: {
        edges: Array<{ node: { changes: Array<{ after: string | null }>; persons: Array<{ id: string }> } }>
      }
    }
    const valuesOf = async () => {
      const { audit } = await inspector.data<Log>(query, { filter: { organizationId: cell.id } })
      const records = audit.edges.filter(({ node }) => node.persons.some(({ id }) => id === member))
      return records.flatMap(({ node }) => node.changes.flatMap(({ after }) => after ?? []))
    }
    const before = await valuesOf()
    expect(new Set(before)).toEqual(new Set(['•••']))
    await inspector.data('mutation ($input: LookInput!) { openPerson(input: $input) { kind } }', {
      input: { personId: member, reason: 'Kiểm tra theo kế hoạch số 12' },
    })
    expect(await valuesOf()).toContain('2024-03-01')
  })
})

/** Restricts somebody as a request of theirs would that was carried out. */
async function restrict(key: number): Promise<void> {
  await inTransaction(createContext({ database: database(), clock }), async (tx) => {
    const known = await select(tx, 'SELECT person FROM person_restriction WHERE person = ?', [key])
    if (known.length === 0)
      await insertRows(tx, 'person_restriction', [{ person: key, request: 1, since: '2026-11-01' }])
  })
}

/** Nobody is restricted any more. */
async function lift(): Promise<void> {
  await inTransaction(createContext({ database: database(), clock }), (tx) =>
    execute(tx, 'DELETE FROM person_restriction'),
  )
}

describe('a restricted person', () => {
  afterEach(lift)

  const lists: Record<string, string> = {
    sources: `query ($id: ID!) { organization(id: $id, at: "2024-05-25") { candidates { totalCount edges { node { id } } } } }`,
    transit: `query ($id: ID!) { organization(id: $id, at: "2024-05-25") { candidatesInTransit { id } } }`,
    'course places': `query ($course: ID!) { course(id: $course) { participants { id } } }`,
    'members without a course': `query ($id: ID!) { organization(id: $id, at: "2024-05-25") { membersWithoutCourse { admittedOn } } }`,
  }

  it.each(Object.entries(lists))(
    'is in the lists of those who keep the person only: %s',
    async (_name, query) => {
      const ctx = createContext({ database: database(), clock })
      const variables = query.includes('$course') ? { course: courseId } : { id: units.a.id }
      const who = query.includes('membersWithoutCourse') ? member : person
      const own = query.includes('$course') ? variables : { id: units.k.id }
      const seen = async (client: ApiClient, asked: object) =>
        JSON.stringify(await client.data(query, asked as Record<string, unknown>))
      const before = await seen(inspector, variables)
      const kept = await seen(officer, own)
      const [row] = await select<{ id: number }>(ctx, 'SELECT id FROM person WHERE uid = ?', [who])
      await restrict(row?.id ?? 0)
      expect(await seen(officer, own)).toBe(kept)
      const after = await seen(inspector, variables)
      expect(after).not.toBe(before)
      expect(after).toMatch(/\[\]/u)
    },
  )
})
