import type { OrganizationQuery } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, type TestAccount } from '../people-with-accounts.js'
import { stored } from '../stored.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let units: Awaited<ReturnType<Garden['province']>>
const accounts = new Map<string, TestAccount>()
const as = (name: string): ApiClient => api().as(accounts.get(name)?.pass ?? {})

interface Saved {
  id: string
  version: number
  name: string
  own: boolean
  body: string | null
  ownerLeft: boolean
}

const organizations: OrganizationQuery = { from: '2024-01-01', asOf: '2024-06-30', indicators: ['admitted'] }
const selection = '{ id version name own body ownerLeft }'
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) ${name === 'deleteQuery' ? '' : selection} }`
const types = {
  saveQuery: 'SaveQueryInput',
  changeQuery: 'ChangeQueryInput',
  shareQuery: 'ShareQueryInput',
  duplicateQuery: 'DuplicateQueryInput',
  deleteQuery: 'DeleteQueryInput',
}
type Act = keyof typeof types

const act = async (who: string, name: Act, input: object): Promise<Saved> =>
  (await as(who).data<Record<Act, Saved>>(mutation(name, types[name]), { input }))[name]
const refused = async (who: string, name: Act, input: object) =>
  (await as(who).refusal(mutation(name, types[name]), { input })).extensions
const seenBy = async (who: string): Promise<Saved[]> =>
  (await as(who).data<{ savedQueries: Saved[] }>(`{ savedQueries ${selection} }`)).savedQueries

let serial = 0
const named = () => `Câu hỏi ${(serial += 1)}`
const save = (who: string) => act(who, 'saveQuery', { name: named(), organizations })

beforeAll(async () => {
  units = await new Garden(api()).province()
  const grants = [
    ['inspector', 'INSPECTOR', units.a],
    ['inspector of K', 'INSPECTOR', units.k],
    ['viewer of K', 'VIEWER', units.k],
    ['viewer of B', 'VIEWER', units.b],
  ] as const
  for (const [name, role, unit] of grants)
    accounts.set(name, await accountWith({ database: database(), clock }, [{ role, unit }]))
})

describe('a question is not kept', () => {
  it.each([
    ['without a name', { name: ' ', organizations }, 'BAD_LENGTH'],
    ['that asks nothing', { name: 'x' }, 'QUERY_ONE_SUBJECT'],
    [
      'that asks two things',
      { name: 'x', organizations, persons: { subject: 'CANDIDATES', asOf: '2024-06-30' } },
      'QUERY_ONE_SUBJECT',
    ],
    [
      'that is faulty',
      { name: 'x', organizations: { ...organizations, indicators: ['x'] } },
      'QUERY_UNKNOWN_INDICATOR',
    ],
  ])('%s', async (_name, input, key) => {
    const before = await stored(database())
    expect(await refused('inspector', 'saveQuery', input)).toMatchObject({
      code: 'INVALID_INPUT',
      reason: { key },
    })
    expect(await stored(database())).toEqual(before)
  })

  it('about persons by somebody who may read figures only', async () => {
    const input = { name: 'x', persons: { subject: 'CANDIDATES', asOf: '2024-06-30' } }
    expect(await refused('viewer of K', 'saveQuery', input)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('twice under one name of one account; another account may use it', async () => {
    const input = { name: named(), organizations }
    await act('inspector', 'saveQuery', input)
    expect(await refused('inspector', 'saveQuery', input)).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'QUERY_NAME_TAKEN' },
    })
    await act('viewer of K', 'saveQuery', input)
  })
})

describe('a question that is kept', () => {
  it('is one’s own until it is shared, and nobody else’s to change', async () => {
    const { id, version } = await save('inspector')
    const change = { id, version, name: 'Khác', organizations }
    expect((await seenBy('viewer of K')).map((one) => one.id)).not.toContain(id)
    expect(await refused('viewer of K', 'changeQuery', change)).toMatchObject({ code: 'NOT_FOUND' })
    await act('inspector', 'shareQuery', { id, version, organizationId: units.a.id })
    expect((await seenBy('viewer of K')).find((one) => one.id === id)).toMatchObject({ own: false })
    expect((await seenBy('viewer of B')).map((one) => one.id)).not.toContain(id)
    for (const [name, input] of [
      ['changeQuery', { ...change, version: version + 1 }],
      ['deleteQuery', { id, version: version + 1 }],
    ] as const)
      expect(await refused('viewer of K', name, input)).toMatchObject({
        code: 'FORBIDDEN',
        reason: { key: 'QUERY_NOT_YOURS' },
      })
  })

  it('is shared with one role at a unit and below', async () => {
    const { id, version } = await save('inspector')
    await act('inspector', 'shareQuery', { id, version, organizationId: units.a.id, role: 'INSPECTOR' })
    expect((await seenBy('inspector of K')).map((one) => one.id)).toContain(id)
    expect((await seenBy('viewer of K')).map((one) => one.id)).not.toContain(id)
    await act('inspector', 'shareQuery', { id, version: version + 1 })
    expect((await seenBy('inspector of K')).map((one) => one.id)).not.toContain(id)
  })

  it('is shared only where one may, and never everywhere from below', async () => {
    const { id, version } = await save('inspector of K')
    expect(
      await refused('inspector of K', 'shareQuery', { id, version, organizationId: units.b.id }),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refused('inspector of K', 'shareQuery', { id, version, everywhere: true })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await refused('inspector of K', 'shareQuery', { id, version, role: 'VIEWER' })).toMatchObject({
      reason: { key: 'QUERY_SHARED_WHERE' },
    })
    const own = await save('viewer of K')
    expect(
      await refused('viewer of K', 'shareQuery', {
        ...own,
        name: undefined,
        own: undefined,
        body: undefined,
        ownerLeft: undefined,
        organizationId: units.k.id,
      }),
    ).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is changed and deleted by the version that was read', async () => {
    const { id, version } = await save('inspector')
    const name = named()
    const changed = await act('inspector', 'changeQuery', {
      id,
      version,
      name,
      organizations: { ...organizations, asOf: '2024-12-31' },
    })
    expect(changed).toMatchObject({ name, version: version + 1 })
    expect(changed.body).toContain('2024-12-31')
    expect(await refused('inspector', 'deleteQuery', { id, version })).toMatchObject({
      code: 'CONFLICT',
      actualVersion: version + 1,
    })
    await as('inspector').data(mutation('deleteQuery', types.deleteQuery), {
      input: { id, version: version + 1 },
    })
    expect((await seenBy('inspector')).map((one) => one.id)).not.toContain(id)
  })

  it('of somebody whose account was disabled is not asked any more, but can be made one’s own', async () => {
    const left = await accountWith({ database: database(), clock }, [{ role: 'INSPECTOR', unit: units.a }])
    accounts.set('left', left)
    const { id, version } = await save('left')
    await act('left', 'shareQuery', { id, version, organizationId: units.a.id })
    await api().data(
      `mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { version } }`,
      { input: { id: left.uid, version: 1, disabled: true } },
    )
    const query = `query ($id: ID!) { savedQuery(id: $id) ${selection} }`
    expect((await as('inspector').refusal(query, { id })).extensions).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'QUERY_OWNER_LEFT' },
    })
    expect((await seenBy('inspector')).find((one) => one.id === id)).toMatchObject({
      ownerLeft: true,
      body: null,
    })
    const copy = await act('inspector', 'duplicateQuery', { id, name: named() })
    expect(copy).toMatchObject({ own: true, ownerLeft: false })
    expect(JSON.parse(copy.body ?? '')).toMatchObject(organizations)
  })
})
