import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { execute } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import {
  accountWith,
  EVERY_GRANT,
  sessionOf,
  type TestAccount,
  type TestGrant,
} from '../people-with-accounts.js'
import { CREATE_ACCOUNTS, SIGN_IN, VIEWER, type Slip } from './ask.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const ACCOUNTS = `query ($filter: AccountFilterInput) {
  accounts(filter: $filter) { totalCount edges { node { id userName grants { role onInstallation organization { name } } viewerCanAdminister } } }
}`
const ACCOUNT = `query ($id: ID!) { account(id: $id) { id version disabledAt grants { id version role validTo active viewerCanEnd } } }`
const DISABLE = `mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { version disabledAt } }`
const GRANT = `mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id version role validFrom validTo active } }`
const END = `mutation ($input: EndGrantInput!) { endGrant(input: $input) { version validTo active } }`
const SLIP = `mutation ($input: AccountInput!) { issuePasswordSlip(input: $input) { password account { mustChangePassword } } }`

interface Listed {
  accounts: {
    totalCount: number
    edges: Array<{ node: { id: string; userName: string; viewerCanAdminister: boolean; grants: unknown[] } }>
  }
}

let units: Awaited<ReturnType<Garden['province']>>
let garden: Garden
let root: ApiClient

const open = (...grants: TestGrant[]): Promise<TestAccount> =>
  accountWith({ database: database(), clock }, grants)
const as = ({ pass }: TestAccount): ApiClient => api().as(pass)

let named = 0
const fresh = (facts: Record<string, unknown>) => {
  named += 1
  return { userName: `can-bo-${named}`, name: `Cán Bộ ${named}`, ...facts }
}
const made = async (client: ApiClient, ...accounts: unknown[]): Promise<Slip[]> =>
  (await client.data<{ createAccounts: Slip[] }>(CREATE_ACCOUNTS, { accounts })).createAccounts

beforeAll(async () => {
  root = as(await open(...EVERY_GRANT))
  garden = new Garden(root)
  units = await garden.province()
})

describe('an administrator of a level', () => {
  let keeper: ApiClient
  beforeAll(async () => {
    keeper = as(await open({ role: 'LEVEL_ADMINISTRATOR', unit: units.a }))
  })

  const refusedAt = async (unit: Unit | null, role = 'VIEWER') => {
    const error = await keeper.refusal(CREATE_ACCOUNTS, {
      accounts: [fresh({ role, organizationId: unit?.id })],
    })
    return error.extensions.code
  }

  it('makes no account at their own unit, above it, beside it or on the installation', async () => {
    expect(await refusedAt(units.a)).toBe('FORBIDDEN')
    expect(await refusedAt(units.root)).toBe('NOT_FOUND')
    expect(await refusedAt(units.b)).toBe('NOT_FOUND')
    expect(await refusedAt(units.m1)).toBe('NOT_FOUND')
    expect(await refusedAt(null)).toBe('FORBIDDEN')
  })

  it('grants no role where it cannot stand, and never that of the system', async () => {
    expect(await refusedAt(units.k, 'SYSTEM_ADMIN')).toBe('INVALID_INPUT')
    expect(await refusedAt(units.k, 'CELL_SECRETARY')).toBe('INVALID_INPUT')
    expect(await refusedAt(units.k1, 'COMMITTEE_OFFICER')).toBe('INVALID_INPUT')
    expect(await refusedAt(null, 'SYSTEM_ADMIN')).toBe('FORBIDDEN')
  })

  it('makes many or none', async () => {
    const accounts = [
      fresh({ role: 'CELL_SECRETARY', organizationId: units.k1.id }),
      fresh({ role: 'CELL_SECRETARY', organizationId: units.k2.id, userName: 'Bí thư' }),
    ]
    const error = await keeper.refusal(CREATE_ACCOUNTS, { accounts })
    expect(error.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key: 'USER_NAME_FORM' } })
    expect(Object.keys(error.extensions.fields ?? {})).toEqual(['accounts.1.userName'])
    const text = accounts[0]?.userName
    expect((await root.data<Listed>(ACCOUNTS, { filter: { text } })).accounts.totalCount).toBe(0)
    const slips = await made(
      keeper,
      ...accounts.map((one, index) => ({ ...one, userName: `bi-thu-${index}` })),
    )
    expect(slips.map(({ account }) => account.userName)).toEqual(['bi-thu-0', 'bi-thu-1'])
    expect(new Set(slips.map(({ password }) => password)).size).toBe(2)
  })

  it('takes no user name twice', async () => {
    const one = fresh({ role: 'VIEWER', organizationId: units.k1.id })
    const twice = await keeper.refusal(CREATE_ACCOUNTS, { accounts: [one, { ...one, name: 'Khác' }] })
    expect(twice.extensions).toMatchObject({ reason: { key: 'USER_NAME_TAKEN' } })
    await made(keeper, one)
    expect((await keeper.refusal(CREATE_ACCOUNTS, { accounts: [one] })).extensions).toMatchObject({
      reason: { key: 'USER_NAME_TAKEN' },
    })
  })

  it('sees the accounts below them, those beside and above not, missing ones alike', async () => {
    const beside = await open({ role: 'VIEWER', unit: units.m1 })
    const above = await open({ role: 'INSPECTOR', unit: units.root })
    const below = await open({ role: 'VIEWER', unit: units.l1 })
    const { accounts } = await keeper.data<Listed>(ACCOUNTS)
    const ids = accounts.edges.map(({ node }) => node.id)
    expect(ids).toContain(below.uid)
    expect(ids).not.toContain(beside.uid)
    expect(ids).not.toContain(above.uid)
    expect(accounts.totalCount).toBe(ids.length)
    const missing = { id: '0190a3f0-0000-7000-8000-000000000000' }
    const unknown = await keeper.refusal(ACCOUNT, missing)
    for (const { uid } of [beside, above]) {
      const error = await keeper.refusal(ACCOUNT, { id: uid })
      expect([error.message, error.extensions.code]).toEqual([unknown.message, unknown.extensions.code])
      const input = { id: uid, version: 1, disabled: true }
      expect((await keeper.refusal(DISABLE, { input })).extensions.code).toBe('NOT_FOUND')
    }
  })

  it('finds accounts by words, role and unit', async () => {
    const [slip] = await made(
      keeper,
      fresh({ role: 'COMMITTEE_OFFICER', organizationId: units.l.id, name: 'Đặng Thị Ngọc Ánh' }),
    )
    const found = async (filter: Record<string, unknown>) =>
      (await keeper.data<Listed>(ACCOUNTS, { filter })).accounts.edges.map(({ node }) => node.id)
    expect(await found({ text: 'ngoc anh' })).toEqual([slip?.account.id])
    expect(await found({ text: 'ngoc anh', role: 'VIEWER' })).toEqual([])
    expect(await found({ text: 'ngoc anh', role: 'COMMITTEE_OFFICER', organizationId: units.l.id })).toEqual([
      slip?.account.id,
    ])
    expect(await found({ text: 'ngoc anh', organizationId: units.k.id })).toEqual([])
    expect((await keeper.refusal(ACCOUNTS, { filter: { organizationId: units.b.id } })).extensions.code).toBe(
      'NOT_FOUND',
    )
  })

  it('does not touch an account that also has a grant elsewhere, but ends the grant below them', async () => {
    const both = await open({ role: 'VIEWER', unit: units.k1 }, { role: 'VIEWER', unit: units.m1 })
    const { account } = await keeper.data<{
      account: { version: number; grants: Array<{ id: string; version: number }> }
    }>(ACCOUNT, { id: both.uid })
    expect(account.grants).toHaveLength(1)
    expect(
      (await keeper.refusal(DISABLE, { input: { id: both.uid, version: 1, disabled: true } })).extensions
        .code,
    ).toBe('FORBIDDEN')
    expect((await keeper.refusal(SLIP, { input: { id: both.uid, version: 1 } })).extensions.code).toBe(
      'FORBIDDEN',
    )
    const [grant] = account.grants
    expect(await keeper.data(END, { input: { id: grant?.id, version: 1 } })).toMatchObject({
      endGrant: { active: false },
    })
    const tree = '{ searchOrganizations(text: "chi bộ") { name } }'
    const { searchOrganizations } = await as(both).data<{ searchOrganizations: Array<{ name: string }> }>(
      tree,
    )
    expect(searchOrganizations.map(({ name }) => name)).toEqual(['Chi bộ M'])
  })

  it('issues a new slip: the old password and all sessions end', async () => {
    const [slip] = await made(keeper, fresh({ role: 'VIEWER', organizationId: units.k1.id }))
    const { id, userName } = slip?.account ?? { id: '', userName: '' }
    const client = api().as({})
    await client.data(SIGN_IN, { userName, password: slip?.password })
    expect((await keeper.refusal(SLIP, { input: { id, version: 7 } })).extensions).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 7,
      actualVersion: 1,
    })
    const { issuePasswordSlip } = await keeper.data<{ issuePasswordSlip: Slip }>(SLIP, {
      input: { id, version: 1 },
    })
    expect((await client.refusal(VIEWER)).extensions.code).toBe('UNAUTHENTICATED')
    expect((await client.refusal(SIGN_IN, { userName, password: slip?.password })).extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    expect(await client.data(SIGN_IN, { userName, password: issuePasswordSlip.password })).toEqual({
      signIn: { stage: 'NEW_PASSWORD' },
    })
  })
})

describe('those who administer no accounts', () => {
  it.each(['ORGANIZATION_COMMISSION', 'INSPECTOR', 'VIEWER'] as const)(
    'as %s see none and make none',
    async (role) => {
      const client = as(await open({ role, unit: units.a }))
      expect((await client.refusal(ACCOUNTS)).extensions.code).toBe('FORBIDDEN')
      const accounts = [fresh({ role: 'VIEWER', organizationId: units.k1.id })]
      expect((await client.refusal(CREATE_ACCOUNTS, { accounts })).extensions.code).toBe('FORBIDDEN')
      const some = await open({ role: 'VIEWER', unit: units.k1 })
      expect((await client.refusal(ACCOUNT, { id: some.uid })).extensions.code).toBe('NOT_FOUND')
    },
  )
})

describe('grants', () => {
  it('are not given twice for the same days, nor for days that have passed', async () => {
    const account = await open({ role: 'VIEWER', unit: units.k1 })
    const input = { accountId: account.uid, role: 'VIEWER', organizationId: units.k.id }
    const past = await root.refusal(GRANT, { input: { ...input, validFrom: '2026-11-26' } })
    expect(past.extensions).toMatchObject({ reason: { key: 'DAY_PAST' } })
    const reversed = await root.refusal(GRANT, {
      input: { ...input, validFrom: '2026-12-02', validTo: '2026-12-01' },
    })
    expect(reversed.extensions).toMatchObject({ reason: { key: 'DAYS_REVERSED' } })
    expect(await root.data(GRANT, { input: { ...input, validTo: '2026-12-31' } })).toMatchObject({
      createGrant: { validFrom: '2026-11-27', validTo: '2026-12-31', active: true },
    })
    expect(
      (await root.refusal(GRANT, { input: { ...input, validFrom: '2026-12-31' } })).extensions,
    ).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'GRANT_EXISTS' },
    })
    expect(await root.data(GRANT, { input: { ...input, validFrom: '2027-01-01' } })).toMatchObject({
      createGrant: { validTo: null, active: false },
    })
  })

  it('hold from their first day to their last', async () => {
    const account = await open({ role: 'VIEWER', unit: units.k1, from: '2026-12-01', until: '2026-12-03' })
    const query = 'query ($id: ID!) { organization(id: $id) { name } }'
    const start = clock.now()
    const on = async (day: string) => {
      clock.set(day)
      const pass = await sessionOf(createContext({ database: database(), clock }), account.key)
      return (
        (await api().as(pass).ask(query, { id: units.k1.id })).body.errors?.[0]?.extensions.code ?? 'seen'
      )
    }
    try {
      expect([
        await on('2026-11-30'),
        await on('2026-12-01'),
        await on('2026-12-02'),
        await on('2026-12-03'),
      ]).toEqual(['NOT_FOUND', 'seen', 'seen', 'NOT_FOUND'])
    } finally {
      clock.set(start)
    }
  })

  it('are never changed by their own account, which does not disable itself either', async () => {
    const admin = await open({ role: 'SYSTEM_ADMIN', unit: null })
    const input = { accountId: admin.uid, role: 'ORGANIZATION_COMMISSION', organizationId: units.a.id }
    expect((await as(admin).refusal(GRANT, { input })).extensions).toMatchObject({
      reason: { key: 'OWN_ACCOUNT' },
    })
    const { account } = await as(admin).data<{
      account: { grants: Array<{ id: string; viewerCanEnd: boolean }> }
    }>(ACCOUNT, { id: admin.uid })
    const [grant] = account.grants
    expect(grant?.viewerCanEnd).toBe(false)
    expect((await as(admin).refusal(END, { input: { id: grant?.id, version: 1 } })).extensions).toMatchObject(
      {
        reason: { key: 'OWN_ACCOUNT' },
      },
    )
    const disable = { id: admin.uid, version: 1, disabled: true }
    expect((await as(admin).refusal(DISABLE, { input: disable })).extensions).toMatchObject({
      reason: { key: 'OWN_ACCOUNT' },
    })
  })
})

describe('the last system administrator', () => {
  const other = useDatabase()
  const lone = useApi(other, { clock })

  it('is neither disabled nor ended, also when two do it to each other at once', async () => {
    const parts = { database: other(), clock }
    await inTransaction(createContext(parts), (tx) => execute(tx, 'DELETE FROM account_grant'))
    const first = await accountWith(parts, [{ role: 'SYSTEM_ADMIN', unit: null }])
    const second = await accountWith(parts, [{ role: 'SYSTEM_ADMIN', unit: null }])
    const disable = (by: TestAccount, whom: TestAccount) =>
      lone()
        .as(by.pass)
        .ask(DISABLE, { input: { id: whom.uid, version: 1, disabled: true } })
    const answers = await Promise.all([disable(first, second), disable(second, first)])
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    const left = codes[0] === 'done' ? first : second
    const timed = await accountWith(parts, [{ role: 'SYSTEM_ADMIN', unit: null, until: '2026-12-31' }])
    const client = lone().as(timed.pass)
    const input = { id: left.uid, version: 1, disabled: true }
    expect((await client.refusal(DISABLE, { input })).extensions).toMatchObject({
      code: 'CONFLICT',
      reason: { key: 'LAST_SYSTEM_ADMIN' },
    })
    const { account } = await client.data<{ account: { grants: Array<{ id: string }> } }>(ACCOUNT, {
      id: left.uid,
    })
    const end = { id: account.grants[0]?.id, version: 1, lastDay: '2027-01-01' }
    expect((await client.refusal(END, { input: end })).extensions).toMatchObject({
      reason: { key: 'LAST_SYSTEM_ADMIN' },
    })
    expect((await lone().as(left.pass).data<{ viewer: { userName: string } }>(VIEWER)).viewer.userName).toBe(
      left.userName,
    )
  })
})
