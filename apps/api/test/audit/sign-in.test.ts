import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { ApiClient, useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { accountWith } from '../people-with-accounts.js'

const database = useDatabase()
const clock = new FixedClock('2024-06-30')
const api = useApi(database, { clock })

interface Stored {
  operation: string
  outcome: string
  code: string | null
  actorKind: string
  actorName: string
  origin: string | null
  objectKind: string | null
  input: string
}

/** The records since a number of them. */
async function since(count: number): Promise<Stored[]> {
  const rows = await select<Stored>(
    createContext({ database: database() }),
    `SELECT operation, outcome, code, actor_kind AS actorKind, actor_name AS actorName, origin,
      object_kind AS objectKind, input FROM audit_record ORDER BY sequence`,
  )
  return rows.slice(count)
}

const count = async () => (await since(0)).length
const nobody = () => new ApiClient(api().url)
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { stage } }'

describe('a sign-in', () => {
  it('is one record, with the account or the name that was claimed, and never with a password', async () => {
    const { userName } = await accountWith(
      { database: database(), clock },
      [{ role: 'SYSTEM_ADMIN', unit: null }],
      'mưa phùn tháng giêng',
    )
    const before = await count()
    await nobody().refusal(signIn, { input: { userName, password: 'nắng hạ' } })
    await nobody().refusal(signIn, { input: { userName: 'khong-co-ai', password: 'nắng hạ' } })
    await nobody().data(signIn, { input: { userName, password: 'mưa phùn tháng giêng' } })
    const records = await since(before)
    const from = { operation: 'signIn', origin: '127.0.0.1' }
    expect(records).toMatchObject([
      { ...from, outcome: 'REFUSED', code: 'UNAUTHENTICATED', actorKind: 'ANONYMOUS' },
      { ...from, outcome: 'REFUSED', code: 'UNAUTHENTICATED', input: '{"userName":"khong-co-ai"}' },
      { ...from, outcome: 'DONE', actorKind: 'ACCOUNT', actorName: 'Người Thử', objectKind: 'Account' },
    ])
    expect(JSON.stringify(records)).not.toMatch(/nắng hạ|mưa phùn/u)
  })

  it('that is one too many is on record as throttled', async () => {
    const input = { userName: 'mot-ten-khac', password: 'nắng hạ' }
    for (let attempt = 0; attempt < 5; attempt += 1) await nobody().refusal(signIn, { input })
    const before = await count()
    await nobody().refusal(signIn, { input })
    expect(await since(before)).toMatchObject([{ operation: 'signIn', code: 'THROTTLED' }])
  })
})

describe('codes and passwords beside an input', () => {
  it('are not told', async () => {
    const { pass } = await accountWith({ database: database(), clock }, [], 'mưa phùn tháng giêng')
    const before = await count()
    const client = new ApiClient(api().url, pass)
    await client.refusal('mutation { enableSecondFactor(code: "123456") }')
    await client.refusal('mutation { startSecondFactor(password: "nắng hạ") { secret } }')
    const records = await since(before)
    expect(records.map(({ operation, input }) => [operation, input])).toEqual([
      ['enableSecondFactor', '{}'],
      ['startSecondFactor', '{}'],
    ])
  })
})
