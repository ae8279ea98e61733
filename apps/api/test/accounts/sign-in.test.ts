import { TOTP, Secret } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { accountWith, EVERY_GRANT, type TestAccount } from '../people-with-accounts.js'
import { CHANGE_PASSWORD, CONFIRM, CREATE_ACCOUNTS, SIGN_IN, VIEWER, type Slip } from './ask.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const password = 'mưa phùn tháng giêng'
let admin: TestAccount
let asAdmin: ApiClient

beforeAll(async () => {
  admin = await accountWith({ database: database(), clock }, EVERY_GRANT)
  asAdmin = api().as(admin.pass)
})

const person = () => accountWith({ database: database(), clock }, [{ role: 'VIEWER', unit: null }], password)
const signIn = (userName: string, secret: string, client = api().as({})) =>
  client.ask<{ signIn: { stage: string } }>(SIGN_IN, { userName, password: secret })
const codeOf = (answer: Awaited<ReturnType<typeof signIn>>) => answer.body.errors?.[0]?.extensions['code']

let named = 0
async function newSlip(): Promise<Slip> {
  named += 1
  const accounts = [{ userName: `nguoi-moi-${named}`, name: 'Người Mới', role: 'VIEWER' }]
  return (await asAdmin.data<{ createAccounts: Slip[] }>(CREATE_ACCOUNTS, { accounts }))
    .createAccounts[0] as Slip
}

describe('whoever has not signed in', () => {
  it.each([
    '{ viewer { name } }',
    '{ installation { today } }',
    '{ __schema { types { name } } }',
    '{ nothing }',
    '{',
  ])('is refused %s, and told nothing of the schema', async (query) => {
    const answer = await api().as({}).ask(query)
    expect(answer.status).toBe(401)
    expect(answer.body.errors).toMatchObject([
      { message: 'sign in first', extensions: { code: 'UNAUTHENTICATED', reason: { key: 'SIGN_IN_FIRST' } } },
    ])
    expect(answer.body.data).toBeUndefined()
  })

  it('is refused with a cookie and a token of nobody', async () => {
    const strange = 'a'.repeat(43)
    for (const pass of [{ cookie: `seedbed=${strange}` }, { bearer: strange }, { bearer: 'short' }])
      expect((await api().as(pass).refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
  })

  it('hides nothing behind a fragment or a second operation', async () => {
    const hidden = `mutation { ...X } fragment X on Mutation { signIn(input: { userName: "a", password: "b" }) { stage } }`
    expect((await api().as({}).refusal(hidden)).extensions.code).toBe('UNAUTHENTICATED')
    const two = `mutation A { signIn(input: { userName: "a", password: "b" }) { stage } } query B { installation { today } }`
    expect((await api().as({}).refusal(two)).extensions.code).toBe('TOO_COMPLEX')
  })

  it('tries one password in a request, however often it is asked', async () => {
    const one = (index: number) =>
      `a${index}: signIn(input: { userName: "an", password: "p${index}" }) { stage }`
    const all = `mutation { ${Array.from({ length: 20 }, (_, index) => one(index)).join(' ')} }`
    expect((await api().as({}).refusal(all)).extensions.code).toBe('TOO_COMPLEX')
    expect((await asAdmin.refusal(all)).extensions.code).toBe('TOO_COMPLEX')
  })
})

describe('signing in', () => {
  it('answers the same for a wrong password, an unknown name and a disabled account', async () => {
    const { userName, uid } = await person()
    const wrong = await signIn(userName, 'sai mật khẩu rồi')
    const unknown = await signIn(`${userName}-x`, password)
    const disable = `mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { disabledAt } }`
    await asAdmin.data(disable, { input: { id: uid, version: 1, disabled: true } })
    const disabled = await signIn(userName, password)
    const said = ({ body, status }: typeof wrong) => [
      status,
      body.errors?.[0]?.message,
      body.errors?.[0]?.extensions['reason'],
    ]
    expect(said(wrong)).toEqual([
      200,
      'the user name or the password is wrong, or the account is disabled',
      { key: 'SIGN_IN_FAILED', params: {} },
    ])
    expect(said(unknown)).toEqual(said(wrong))
    expect(said(disabled)).toEqual(said(wrong))
  })

  it('gives the browser a cookie that scripts and other sites cannot have', async () => {
    const { userName } = await person()
    const answer = await signIn(userName.toUpperCase(), password.normalize('NFD'))
    expect(answer.body.data).toEqual({ signIn: { stage: 'OPEN' } })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^seedbed=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u),
    ])
  })

  it('ends the session that the browser had, and gives another token', async () => {
    const { userName, pass } = await person()
    const client = api().as({ ...pass })
    await signIn(userName, password, client)
    expect(await client.data(VIEWER)).toMatchObject({ viewer: { userName, stage: 'OPEN' } })
    expect((await api().as(pass).refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
  })

  it('is over after an hour without a request, and after twelve in any case', async () => {
    const account = await person()
    const client = api().as(account.pass)
    const start = clock.now().getTime()
    const after = async (minutes: number) => {
      clock.set(new Date(start + minutes * 60_000))
      const answer = await client.ask(VIEWER)
      return answer.status
    }
    try {
      expect(await after(59)).toBe(200)
      expect(await after(118)).toBe(200)
      expect(await after(179)).toBe(401)
      const again = await person()
      const busy = api().as(again.pass)
      const begun = clock.now().getTime()
      const statuses: number[] = []
      for (let hour = 0; hour <= 13; hour += 1) {
        clock.set(new Date(begun + hour * 59 * 60_000))
        statuses.push((await busy.ask(VIEWER)).status)
      }
      expect(statuses.slice(0, 13)).toEqual(Array(13).fill(200))
      expect(statuses[13]).toBe(401)
    } finally {
      clock.set(new Date(start))
    }
  })

  it('ends by signing out', async () => {
    const client = api().as((await person()).pass)
    const kept = api().as({ ...client.shown })
    const answer = await client.ask<{ signOut: boolean }>('mutation { signOut }')
    expect(answer.body.data).toEqual({ signOut: true })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^seedbed=; .*Expires=Thu, 01 Jan 1970/u)
    expect((await kept.refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('the throttle (S6)', () => {
  const minutes = (count: number) => clock.set(new Date(clock.now().getTime() + count * 60_000))

  it('locks a name for 15 minutes after five failures, known or not, also for the right password', async () => {
    const { userName } = await person()
    for (const name of [userName, `${userName}-nobody`]) {
      for (let failure = 0; failure < 5; failure += 1)
        expect(codeOf(await signIn(name, 'sai rồi nhé'))).toBe('UNAUTHENTICATED')
      const locked = await signIn(name, password)
      expect(locked.body.errors?.[0]).toMatchObject({
        message: 'too many failures; try again in 15 minutes',
        extensions: { code: 'THROTTLED', retryAfter: 900, reason: { key: 'THROTTLED' } },
      })
    }
    const start = clock.now()
    try {
      minutes(14)
      expect(codeOf(await signIn(userName, password))).toBe('THROTTLED')
      minutes(1)
      expect((await signIn(userName, password)).body.data).toEqual({ signIn: { stage: 'OPEN' } })
    } finally {
      clock.set(start)
    }
  })

  it('is forgotten by a success', async () => {
    const { userName } = await person()
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) await signIn(userName, 'sai rồi nhé')
      expect((await signIn(userName, password)).body.data).toEqual({ signIn: { stage: 'OPEN' } })
    }
  })

  it('lets five of thirty tries at once through', async () => {
    const { userName } = await person()
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(userName, 'sai rồi nhé')))
    const codes = answers.map(codeOf)
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(5)
    expect(codes.filter((code) => code === 'THROTTLED')).toHaveLength(25)
  })
})

describe('a one-time password', () => {
  it('lets its owner do nothing but choose a password', async () => {
    const { password: once, account } = await newSlip()
    expect(once).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/u)
    const client = api().as({})
    expect((await signIn(account.userName, once, client)).body.data).toEqual({
      signIn: { stage: 'NEW_PASSWORD' },
    })
    expect(await client.data(VIEWER)).toMatchObject({ viewer: { stage: 'NEW_PASSWORD' } })
    expect(await client.refusal('{ installation { today } }')).toMatchObject({
      extensions: { code: 'FORBIDDEN', reason: { key: 'NEW_PASSWORD_FIRST' } },
    })
  })

  it.each([
    ['ngắn', 'PASSWORD_LENGTH'],
    ['x'.repeat(129), 'PASSWORD_LENGTH'],
    ['password123', 'PASSWORD_COMMON'],
    ['aaaaaaaabbbb', 'PASSWORD_COMMON'],
    ['VuonUom2026!', 'PASSWORD_OWN_WORDS'],
    ['nguoi-moi-2026', 'PASSWORD_OWN_WORDS'],
  ])('is not followed by %s', async (newPassword, key) => {
    const { password: once, account } = await newSlip()
    const client = api().as({})
    await signIn(account.userName, once, client)
    expect(await client.refusal(CHANGE_PASSWORD, { input: { newPassword } })).toMatchObject({
      extensions: {
        code: 'INVALID_INPUT',
        fields: { newPassword: expect.any(String) as string },
        reason: { key },
      },
    })
  })

  it('is not followed by itself, and works once', async () => {
    const { password: once, account } = await newSlip()
    const client = api().as({})
    await signIn(account.userName, once, client)
    expect(
      (await client.refusal(CHANGE_PASSWORD, { input: { newPassword: once } })).extensions,
    ).toMatchObject({
      reason: { key: 'PASSWORD_SAME' },
    })
    expect(await client.data(CHANGE_PASSWORD, { input: { newPassword: password } })).toEqual({
      changePassword: { stage: 'OPEN' },
    })
    expect(await client.data(VIEWER)).toMatchObject({ viewer: { stage: 'OPEN' } })
    expect(codeOf(await signIn(account.userName, once))).toBe('UNAUTHENTICATED')
    expect((await signIn(account.userName, password)).body.data).toEqual({ signIn: { stage: 'OPEN' } })
  })

  it('is too old after 14 days', async () => {
    const { password: once, account, validUntil } = await newSlip()
    const start = clock.now()
    try {
      clock.set(new Date(Date.parse(validUntil)))
      expect(codeOf(await signIn(account.userName, once))).toBe('UNAUTHENTICATED')
    } finally {
      clock.set(start)
    }
  })
})

describe('a password of one’s own', () => {
  it('is changed by whoever knows the present one; all other sessions end', async () => {
    const { userName, pass } = await person()
    const client = api().as({})
    await signIn(userName, password, client)
    const input = { currentPassword: 'sai rồi nhé', newPassword: 'gió bấc tháng chạp' }
    expect((await client.refusal(CHANGE_PASSWORD, { input })).extensions).toMatchObject({
      fields: { currentPassword: expect.any(String) as string },
      reason: { key: 'PASSWORD_WRONG' },
    })
    await client.data(CHANGE_PASSWORD, { input: { ...input, currentPassword: password } })
    expect(await client.data(VIEWER)).toMatchObject({ viewer: { userName } })
    expect((await api().as(pass).refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
    expect(codeOf(await signIn(userName, password))).toBe('UNAUTHENTICATED')
  })
})

describe('a second factor', () => {
  const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 })
  const now = (secret: string) => totp(secret).generate({ timestamp: clock.now().getTime() })
  const seconds = (count: number) => clock.set(new Date(clock.now().getTime() + count * 1_000))

  async function withFactor() {
    const { userName } = await person()
    const client = api().as({})
    await signIn(userName, password, client)
    const start = 'mutation ($password: String!) { startSecondFactor(password: $password) { secret uri } }'
    expect((await client.refusal(start, { password: 'sai rồi nhé' })).extensions.code).toBe('INVALID_INPUT')
    const { startSecondFactor } = await client.data<{ startSecondFactor: { secret: string; uri: string } }>(
      start,
      { password },
    )
    const { secret, uri } = startSecondFactor
    expect(uri).toMatch(/^otpauth:\/\/totp\//u)
    const enable = 'mutation ($code: String!) { enableSecondFactor(code: $code) }'
    expect((await client.refusal(enable, { code: '000000' })).extensions.code).toBe('INVALID_INPUT')
    const { enableSecondFactor } = await client.data<{ enableSecondFactor: string[] }>(enable, {
      code: now(secret),
    })
    expect(enableSecondFactor).toHaveLength(10)
    return { userName, secret, codes: enableSecondFactor }
  }

  it('is asked for after the password; each code works once', async () => {
    const { userName, secret } = await withFactor()
    const client = api().as({})
    expect((await signIn(userName, password, client)).body.data).toEqual({
      signIn: { stage: 'SECOND_FACTOR' },
    })
    expect((await client.refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
    expect((await client.refusal(CONFIRM, { code: now(secret) })).extensions).toMatchObject({
      reason: { key: 'CODE_WRONG' },
    })
    seconds(60)
    expect(await client.data(CONFIRM, { code: now(secret) })).toEqual({
      confirmSecondFactor: { stage: 'OPEN' },
    })
    expect(await client.data(VIEWER)).toMatchObject({ viewer: { secondFactor: true, stage: 'OPEN' } })
  })

  it('takes a recovery code instead, once', async () => {
    const { userName, codes } = await withFactor()
    const [code = ''] = codes
    const first = api().as({})
    await signIn(userName, password, first)
    expect(await first.data(CONFIRM, { code: code.toUpperCase() })).toEqual({
      confirmSecondFactor: { stage: 'OPEN' },
    })
    expect(await first.data('{ viewer { recoveryCodesLeft } }')).toEqual({ viewer: { recoveryCodesLeft: 9 } })
    const second = api().as({})
    await signIn(userName, password, second)
    expect((await second.refusal(CONFIRM, { code })).extensions.code).toBe('INVALID_INPUT')
  })

  it('locks after five wrong codes', async () => {
    const { userName, codes } = await withFactor()
    const client = api().as({})
    await signIn(userName, password, client)
    for (let failure = 0; failure < 5; failure += 1)
      expect((await client.refusal(CONFIRM, { code: '123456' })).extensions.code).toBe('INVALID_INPUT')
    expect((await client.refusal(CONFIRM, { code: codes[0] ?? '' })).extensions.code).toBe('THROTTLED')
  })
})
