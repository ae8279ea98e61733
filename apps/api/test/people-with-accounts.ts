import { OPEN_END, type Day, type Role } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { hashPassword } from '../src/auth/password.js'
import { hashOf, newToken } from '../src/auth/tokens.js'
import { createContext, today, type Clock, type RequestContext } from '../src/context.js'
import type { Database } from '../src/database/database.js'
import { select } from '../src/database/sql.js'
import { inTransaction } from '../src/database/transaction.js'
import { insertAccounts } from '../src/features/accounts/account.repository.js'
import { insertSecret } from '../src/features/accounts/credential.repository.js'
import { insertGrants } from '../src/features/accounts/grant.repository.js'
import { insertSession } from '../src/features/accounts/session.repository.js'
import type { Pass } from './client.js'
import type { Unit } from './grow.js'

/** A role at a unit, null for the whole installation; from today without an end unless told otherwise. */
export interface TestGrant {
  role: Role
  unit: Unit | null
  from?: Day
  /** First day on which it no longer holds. */
  until?: Day
}

export interface TestAccount {
  key: number
  uid: string
  userName: string
  /** The cookie of a browser that has signed in. */
  pass: Pass
}

let made = 0

async function internalId(ctx: RequestContext, unit: Unit | null): Promise<number> {
  if (unit === null) return 0
  const [row] = await select<{ id: number }>(ctx, 'SELECT id FROM organization WHERE uid = ?', [unit.id])
  return row?.id ?? -1
}

/** The cookie of a new session of an account, without the time that hashing a password takes. */
export async function sessionOf(ctx: RequestContext, account: number, seenAt?: string): Promise<Pass> {
  const token = newToken()
  const now = ctx.clock.now()
  const later = new Date(now.getTime() + 12 * 3_600_000).toISOString()
  const [startedAt, expiresAt] = [now.toISOString(), seenAt ?? later]
  await inTransaction(ctx, (tx) =>
    insertSession(tx, {
      uid: uuid(),
      tokenHash: hashOf(token),
      account,
      stage: 'OPEN',
      startedAt,
      seenAt: seenAt ?? startedAt,
      expiresAt,
      address: null,
      agent: null,
    }),
  )
  return { cookie: `seedbed=${token}` }
}

/** Of a password that nobody knows. */
let unknown: Promise<string> | undefined

/** An account with grants that has signed in. Only one with a password can sign in once more. */
export async function accountWith(
  parts: { database: Database; clock?: Clock },
  grants: readonly TestGrant[],
  password?: string,
): Promise<TestAccount> {
  const ctx = createContext(parts)
  made += 1
  const userName = `tester-${process.pid}-${made}-${Date.now().toString(36)}`
  const uid = uuid()
  const hash = await (password === undefined ? (unknown ??= hashPassword(uuid())) : hashPassword(password))
  const key = await inTransaction(ctx, async (tx) => {
    const [account = 0] = await insertAccounts(tx, [{ uid, userName, name: 'Người Thử' }])
    await insertSecret(tx, account, { hash, mustChange: false, until: null })
    const facts = await Promise.all(
      grants.map(async ({ role, unit, from, until }) => ({
        uid: uuid(),
        account,
        role,
        organization: await internalId(tx, unit),
        validFrom: from ?? today(tx),
        validTo: until ?? OPEN_END,
        grantedBy: null,
      })),
    )
    await insertGrants(tx, facts)
    return account
  })
  return { key, uid, userName, pass: await sessionOf(ctx, key) }
}

/** Grants that together carry every verb everywhere. */
export const EVERY_GRANT: readonly TestGrant[] = [
  { role: 'SYSTEM_ADMIN', unit: null },
  { role: 'LEVEL_ADMINISTRATOR', unit: null },
  { role: 'ORGANIZATION_COMMISSION', unit: null },
  { role: 'INSPECTOR', unit: null },
]

/** The cookie of a session with every verb everywhere that no clock ends. */
export async function everyVerb(database: Database): Promise<Pass> {
  const grants = EVERY_GRANT.map((grant) => ({ ...grant, from: '1900-01-01' }))
  const { key } = await accountWith({ database }, grants)
  return sessionOf(createContext({ database }), key, '9999-12-31T00:00:00.000Z')
}
