import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, type TestAccount } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })
let units: Awaited<ReturnType<Garden['province']>>
beforeAll(async () => {
  units = await new Garden(api()).province()
})

const UNIT = 'query ($id: ID!) { organization(id: $id) { name } }'
const password = 'mưa phùn tháng giêng'

/** Asks without a pause while `change` is made; how what was asked after it was answered, by code. */
async function askedAfter(
  client: ApiClient,
  unit: string,
  change: () => Promise<unknown>,
): Promise<string[]> {
  const asked: Array<{ before: boolean; answer: Promise<string> }> = []
  let done = false
  let ending = false
  const asking = (async () => {
    while (!ending) {
      const answer = client
        .ask(UNIT, { id: unit })
        .then(({ body }) => body.errors?.[0]?.extensions.code ?? 'seen')
      asked.push({ before: !done, answer })
      await answer
    }
  })()
  await change()
  done = true
  for (let more = 0; more < 3; more += 1) {
    const answer = client
      .ask(UNIT, { id: unit })
      .then(({ body }) => body.errors?.[0]?.extensions.code ?? 'seen')
    asked.push({ before: false, answer })
    await answer
  }
  ending = true
  await asking
  return Promise.all(asked.flatMap(({ before, answer }) => (before ? [] : [answer])))
}

const open = (): Promise<TestAccount> =>
  accountWith({ database: database(), clock }, [{ role: 'VIEWER', unit: units.a }], password)

describe('a change of rights while requests run (S7)', () => {
  const changes: Array<[string, string, (account: TestAccount, client: ApiClient) => Promise<unknown>]> = [
    [
      'disabling the account',
      'UNAUTHENTICATED',
      ({ uid }) =>
        api().data(
          `mutation ($input: SetAccountDisabledInput!) { setAccountDisabled(input: $input) { version } }`,
          {
            input: { id: uid, version: 1, disabled: true },
          },
        ),
    ],
    [
      'a new slip',
      'UNAUTHENTICATED',
      ({ uid }) =>
        api().data(`mutation ($input: AccountInput!) { issuePasswordSlip(input: $input) { validUntil } }`, {
          input: { id: uid, version: 1 },
        }),
    ],
    [
      'another password',
      'UNAUTHENTICATED',
      async ({ userName }) => {
        const other = api().as({})
        await other.data(
          `mutation ($userName: String!, $password: String!) { signIn(input: { userName: $userName, password: $password }) { stage } }`,
          { userName, password },
        )
        const input = { currentPassword: password, newPassword: 'gió bấc tháng chạp' }
        return other.data(
          `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { stage } }`,
          { input },
        )
      },
    ],
    [
      'signing out',
      'UNAUTHENTICATED',
      (_account, client) => api().as(client.shown).data('mutation { signOut }'),
    ],
    [
      'ending the grant',
      'NOT_FOUND',
      async ({ uid }) => {
        const { account } = await api().data<{ account: { grants: Array<{ id: string; version: number }> } }>(
          'query ($id: ID!) { account(id: $id) { grants { id version } } }',
          { id: uid },
        )
        return api().data(`mutation ($input: EndGrantInput!) { endGrant(input: $input) { active } }`, {
          input: account.grants[0],
        })
      },
    ],
    [
      'moving the unit away',
      'NOT_FOUND',
      async () => {
        const garden = new Garden(api())
        const { version } = await garden.now(units.k)
        return garden.act('moveOrganization', {
          id: units.k.id,
          version,
          parentId: units.b.id,
          effectiveOn: '2026-11-01',
        })
      },
    ],
  ]

  it.each(changes)('%s refuses from the next request on', async (_name, code, change) => {
    const account = await open()
    const client = api().as(account.pass)
    expect((await client.ask(UNIT, { id: units.k1.id })).body.errors).toBeUndefined()
    const after = await askedAfter(client, units.k1.id, () => change(account, client))
    expect(after.length).toBeGreaterThanOrEqual(3)
    expect(new Set(after)).toEqual(new Set([code]))
  })
})
