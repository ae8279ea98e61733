import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, EVERY_GRANT, type TestAccount } from '../people-with-accounts.js'
import { VIEWER } from './ask.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const password = 'mưa phùn tháng giêng'
const CREATE = `mutation ($input: CreateAccessTokenInput!) {
  createAccessToken(input: $input) { token accessToken { id name active anyOperation expiresAt grant { role } } }
}`
const REVOKE = 'mutation ($id: ID!) { revokeAccessToken(id: $id) { active revokedAt } }'
const UNIT = 'query ($id: ID!) { organization(id: $id) { name } }'
const OWN = '{ viewer { grants { id role } accessTokens { id name } sessions { id current } } }'

interface Own {
  viewer: {
    grants: Array<{ id: string; role: string }>
    accessTokens: Array<{ id: string; name: string }>
    sessions: Array<{ id: string; current: boolean }>
  }
}
interface Made {
  createAccessToken: { token: string; accessToken: { id: string; anyOperation: boolean; expiresAt: string } }
}

let units: Awaited<ReturnType<Garden['province']>>
let account: TestAccount
let client: ApiClient
let grantId: string

beforeAll(async () => {
  const root = await accountWith({ database: database(), clock }, EVERY_GRANT)
  units = await new Garden(api().as(root.pass)).province()
  account = await accountWith(
    { database: database(), clock },
    [
      { role: 'VIEWER', unit: units.k },
      { role: 'ORGANIZATION_COMMISSION', unit: units.b },
    ],
    password,
  )
  client = api().as(account.pass)
  const { viewer } = await client.data<Own>(OWN)
  grantId = viewer.grants.find(({ role }) => role === 'VIEWER')?.id ?? ''
})

const input = (facts: Record<string, unknown> = {}) => ({
  input: { name: 'báo cáo tháng', grantId, lastDay: '2026-12-31', password, ...facts },
})
const made = async (facts: Record<string, unknown> = {}) =>
  (await client.data<Made>(CREATE, input(facts))).createAccessToken

describe('an access token', () => {
  it.each([
    [{ password: 'sai rồi nhé' }, 'INVALID_INPUT'],
    [{ name: ' ' }, 'INVALID_INPUT'],
    [{ lastDay: '2026-11-26' }, 'INVALID_INPUT'],
    [{ lastDay: '2027-11-29' }, 'INVALID_INPUT'],
    [{ anyOperation: true }, 'INVALID_INPUT'],
    [{ grantId: '0190a3f0-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
  ])('is not made of %j', async (facts, code) => {
    expect((await client.refusal(CREATE, input(facts))).extensions.code).toBe(code)
  })

  it('does what its grant does, and nothing of the other grants of its account', async () => {
    const { token } = await made()
    const script = api().as({ bearer: token })
    expect(await script.data(VIEWER)).toMatchObject({ viewer: { userName: account.userName, byToken: true } })
    expect(await script.data(UNIT, { id: units.k1.id })).toEqual({ organization: { name: 'Chi bộ thôn 1' } })
    expect((await script.refusal(UNIT, { id: units.b.id })).extensions.code).toBe('NOT_FOUND')
    expect(await client.data(UNIT, { id: units.b.id })).toEqual({ organization: { name: 'Huyện B' } })
  })

  it('neither changes its account nor makes another token', async () => {
    const script = api().as({ bearer: (await made()).token })
    for (const [query, variables] of [
      [CREATE, input()],
      ['{ viewer { sessions { id } } }', {}],
      ['mutation { endOtherSessions }', {}],
      [`mutation { changePassword(input: { newPassword: "gió bấc tháng chạp" }) { stage } }`, {}],
    ] as const)
      expect((await script.refusal(query, variables)).extensions).toMatchObject({
        reason: { key: 'NOT_WITH_TOKEN' },
      })
  })

  it('carries operations of its own only where the grant does', async () => {
    const { viewer } = await client.data<Own>(OWN)
    const wide = viewer.grants.find(({ role }) => role === 'ORGANIZATION_COMMISSION')?.id
    expect((await made({ grantId: wide, anyOperation: true })).accessToken.anyOperation).toBe(true)
  })

  it('ends with its last day in Viet Nam', async () => {
    const { token, accessToken } = await made({ lastDay: '2026-11-30' })
    expect(accessToken.expiresAt).toBe('2026-11-30T17:00:00.000Z')
    const script = api().as({ bearer: token })
    const start = clock.now()
    try {
      clock.set(new Date('2026-11-30T16:59:59Z'))
      expect((await script.ask(VIEWER)).status).toBe(200)
      clock.set(new Date('2026-11-30T17:00:00Z'))
      expect((await script.ask(VIEWER)).status).toBe(401)
    } finally {
      clock.set(start)
    }
  })

  it('ends by being revoked by its owner alone', async () => {
    const { token, accessToken } = await made()
    const script = api().as({ bearer: token })
    expect((await script.ask(VIEWER)).status).toBe(200)
    const stranger = await accountWith({ database: database(), clock }, EVERY_GRANT)
    const id = { id: accessToken.id }
    expect((await api().as(stranger.pass).refusal(REVOKE, id)).extensions.code).toBe('NOT_FOUND')
    expect(await client.data(REVOKE, id)).toMatchObject({ revokeAccessToken: { active: false } })
    expect((await script.ask(VIEWER)).status).toBe(401)
  })
})

describe('sessions of one’s own', () => {
  const SIGN_IN = `mutation ($userName: String!, $password: String!) { signIn(input: { userName: $userName, password: $password }) { stage } }`
  const END = 'mutation ($id: ID!) { endSession(id: $id) }'

  it('are listed, ended one by one or all but this one; nobody else’s are', async () => {
    const browsers = await Promise.all(
      [1, 2, 3].map(async () => {
        const browser = api().as({})
        await browser.data(SIGN_IN, { userName: account.userName, password })
        return browser
      }),
    )
    const [first, second, third] = browsers as [ApiClient, ApiClient, ApiClient]
    const { viewer } = await first.data<Own>(OWN)
    const current = viewer.sessions.filter((session) => session.current)
    expect(current).toHaveLength(1)
    const own = await second.data<Own>(OWN)
    const ofSecond = own.viewer.sessions.find((session) => session.current)?.id
    const stranger = await accountWith({ database: database(), clock }, EVERY_GRANT)
    expect((await api().as(stranger.pass).refusal(END, { id: ofSecond })).extensions.code).toBe('NOT_FOUND')
    await first.data(END, { id: ofSecond })
    expect((await second.ask(VIEWER)).status).toBe(401)
    expect((await third.ask(VIEWER)).status).toBe(200)
    await first.data('mutation { endOtherSessions }')
    expect((await third.ask(VIEWER)).status).toBe(401)
    expect((await client.ask(VIEWER)).status).toBe(401)
    expect((await first.ask(VIEWER)).status).toBe(200)
    client = first
  })
})
