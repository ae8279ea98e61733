import { LIMITS, normalizeName, reason, type Role } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { hashPassword } from '../../auth/password.js'
import { noteChange } from '../../audit/audited.js'
import { accountOf } from '../../auth/signed-in.js'
import { forgetAttempts } from '../../auth/throttle.js'
import { newOneTimePassword } from '../../auth/tokens.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import {
  conflict,
  forbidden,
  invalidInput,
  notFound,
  SeedbedError,
  staleVersion,
} from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnlessAnywhere } from '../../policy/may.js'
import { findOrganization } from '../organizations/organization.service.js'
import {
  countAccounts,
  findAccount,
  findAccountByUserName,
  findAccounts,
  findOwnAccount,
  findTakenUserNames,
  hasAccounts,
  insertAccounts,
  listAccounts,
  touchAccount,
  writeAccountName,
  writeDisabled,
  type AccountFilter,
  type AccountRow,
} from './account.repository.js'
import { insertSecret, writePassword } from './credential.repository.js'
import { listAllGrants, listBeyond } from './grant.repository.js'
import {
  addGrant,
  addGrants,
  grantFacts,
  holdSystemAdmins,
  refuseWithoutSystemAdmin,
  type GrantRow,
  type NewGrant,
} from './grant.service.js'
import { removeSecondFactor } from './own-account.service.js'
import { deleteSessions } from './session.repository.js'
import { refuseUserName, userNameOf } from './user-name.js'

export type { AccountRow } from './account.repository.js'

/** Days during which a one-time password can be used. */
export const ONE_TIME_DAYS = 14

/** An account to be made, with its first grant. */
export interface NewAccount {
  userName: string
  name: string
  grant: NewGrant
}

/** What is printed for whoever gets an account: shown this once. */
export interface Slip {
  account: AccountRow
  password: string
  /** Until when the password works, ISO 8601. */
  validUntil: string
}

function nameOf(text: string, field: string): string {
  const name = normalizeName(text)
  if (name === '' || name.length > LIMITS.nameLength)
    throw invalidInput(field, reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  return name
}

/** The same refusal, said of the field of one account of many. */
function at(index: number, error: unknown): unknown {
  if (!(error instanceof SeedbedError) || !error.details.fields) return error
  const fields = Object.fromEntries(
    Object.entries(error.details.fields).map(([field, words]) => [`accounts.${index}.${field}`, words]),
  )
  return new SeedbedError(error.code, error.message, { ...error.details, fields })
}

function refuseNames(accounts: ReadonlyArray<{ userName: string; name: string }>, taken: Set<string>): void {
  accounts.forEach(({ userName, name }, index) => {
    try {
      refuseUserName('userName', userName)
      nameOf(name, 'name')
      if (taken.has(userName)) throw invalidInput('userName', reason('USER_NAME_TAKEN'))
      taken.add(userName)
    } catch (error) {
      throw at(index, error)
    }
  })
}

const oneTimeUntil = (ctx: RequestContext): string =>
  new Date(ctx.clock.now().getTime() + ONE_TIME_DAYS * 86_400_000).toISOString()

/**
 * Makes accounts, one or many, all or none, each with a grant and a one-time password that its owner must change
 * within 14 days. Refused: a place or role that the viewer may not grant, a user name that is taken or none at all.
 */
export async function createAccounts(ctx: RequestContext, asked: readonly NewAccount[]): Promise<Slip[]> {
  refuseUnlessAnywhere(ctx, 'accounts.administer')
  if (asked.length === 0 || asked.length > LIMITS.accountsAtOnce)
    throw invalidInput('accounts', reason('TOO_MANY_AT_ONCE', { limit: LIMITS.accountsAtOnce }))
  const accounts = asked.map((one) => ({ ...one, userName: userNameOf(one.userName), uid: uuid() }))
  const facts = await Promise.all(
    accounts.map(({ grant }, index) =>
      grantFacts(ctx, grant).catch((error: unknown) => {
        throw at(index, error)
      }),
    ),
  )
  refuseNames(
    accounts,
    await findTakenUserNames(
      ctx,
      accounts.map(({ userName }) => userName),
    ),
  )
  const passwords = accounts.map(newOneTimePassword)
  const hashes = await Promise.all(passwords.map(hashPassword))
  const validUntil = oneTimeUntil(ctx)
  return inTransaction(ctx, async (tx) => {
    const ids = await insertAccounts(tx, accounts)
    for (const [index, account] of ids.entries())
      await insertSecret(tx, account, { hash: hashes[index] ?? '', mustChange: true, until: validUntil })
    await addGrants(
      tx,
      facts.map((one, index) => ({ ...one, account: ids[index] ?? 0 })),
    )
    const rows = new Map((await findAccounts(tx, ids)).map((row) => [row.id, row]))
    return ids.map((id, index) => ({
      account: rows.get(id) as AccountRow,
      password: passwords[index] ?? '',
      validUntil,
    }))
  })
}

/** The account of an outer id, or NOT_FOUND: missing and not administered are the same. */
export async function requireAccount(ctx: RequestContext, uid: string): Promise<AccountRow> {
  const account = await findAccount(ctx, uid)
  if (!account) throw notFound('Account')
  return account
}

/** Whether all that an account may do lies below the viewer, and it is not their own; many cost one statement. */
export function mayAdminister(ctx: RequestContext, account: number): Promise<boolean> {
  return loader<number, boolean>(ctx, 'administers', async (ids) => {
    const seen = new Set((await findAccounts(ctx, ids)).map(({ id }) => id))
    const beyond = new Set(await listBeyond(ctx, ids))
    return ids.map((id) => id !== accountOf(ctx) && seen.has(id) && !beyond.has(id))
  }).load(account)
}

/** Changes an account as a unit of work, if the viewer administers it and has read it as it stands. */
function change(
  ctx: RequestContext,
  uid: string,
  version: number,
  run: (tx: RequestContext, account: AccountRow) => Promise<void>,
): Promise<AccountRow> {
  return inTransaction(ctx, async (tx) => {
    await holdSystemAdmins(tx)
    const account = await requireAccount(tx, uid)
    if (account.version !== version) throw staleVersion('The account', version, account.version)
    if (account.id === accountOf(tx)) throw forbidden(reason('OWN_ACCOUNT'))
    if (!(await mayAdminister(tx, account.id))) throw forbidden(reason('NOT_ALLOWED'))
    await run(tx, account)
    const after = await requireAccount(tx, uid)
    const units = (await listAllGrants(tx, [account.id])).map(({ organization }) => organization)
    noteChange(tx, { before: { ...account }, after: { ...after }, units })
    return after
  })
}

/** Gives an account another name to be shown by. */
export function renameAccount(
  ctx: RequestContext,
  uid: string,
  version: number,
  name: string,
): Promise<AccountRow> {
  nameOf(name, 'name')
  return change(ctx, uid, version, (tx, { id }) => writeAccountName(tx, id, name))
}

/**
 * Issues a new one-time password: the old one, and every session, end; failures to sign in are forgotten. Nobody
 * sees or chooses the password that the owner then sets.
 */
export async function issueSlip(ctx: RequestContext, uid: string, version: number): Promise<Slip> {
  const password = newOneTimePassword()
  const hash = await hashPassword(password)
  const validUntil = oneTimeUntil(ctx)
  const account = await change(ctx, uid, version, async (tx, { id, userName }) => {
    await writePassword(tx, id, { hash, mustChange: true, until: validUntil })
    await deleteSessions(tx, id, null)
    await forgetAttempts(tx, userName)
    await touchAccount(tx, id)
  })
  return { account, password, validUntil }
}

/** Disables an account, which ends all its sessions and tokens from the next request on, or lets it in again. */
export function setAccountDisabled(
  ctx: RequestContext,
  uid: string,
  version: number,
  disabled: boolean,
): Promise<AccountRow> {
  return change(ctx, uid, version, async (tx, { id }) => {
    await writeDisabled(tx, id, disabled ? tx.clock.now().toISOString() : null)
    await deleteSessions(tx, id, null)
    await refuseWithoutSystemAdmin(tx)
  })
}

/** Takes away a second factor that its owner has lost. */
export function resetSecondFactor(ctx: RequestContext, uid: string, version: number): Promise<AccountRow> {
  return change(ctx, uid, version, async (tx, { id }) => {
    await removeSecondFactor(tx, id)
    await touchAccount(tx, id)
  })
}

/** Gives an account one more grant below the viewer. Nobody widens what they may do themselves. */
export function createGrant(ctx: RequestContext, accountUid: string, asked: NewGrant): Promise<GrantRow> {
  return inTransaction(ctx, async (tx) => {
    const account = await requireAccount(tx, accountUid)
    if (account.id === accountOf(tx)) throw forbidden(reason('OWN_ACCOUNT'))
    return addGrant(tx, account.id, asked)
  })
}

/** A page of the accounts that the viewer may see, by name. */
export async function accountsOf(
  ctx: RequestContext,
  filter: {
    text?: string | null
    role?: Role | null
    organizationId?: string | null
    includeDisabled?: boolean | null
  },
  page: Page<['string', 'number']>,
): Promise<Connection<AccountRow>> {
  refuseUnlessAnywhere(ctx, 'accounts.administer')
  const unit = filter.organizationId ? (await findOrganization(ctx, filter.organizationId)).id : null
  const question: AccountFilter = { ...filter, unit }
  const rows = await listAccounts(ctx, question, page)
  return connection(rows, page.limit, (row) => [row.sortKey, row.id], await countAccounts(ctx, question))
}

/** The account that asks; null for the system. */
export async function ownAccount(ctx: RequestContext): Promise<AccountRow | null> {
  const id = accountOf(ctx)
  return id === null ? null : ((await findOwnAccount(ctx, id)) ?? null)
}

/** Whether anybody can sign in yet. */
export function anyAccounts(ctx: RequestContext): Promise<boolean> {
  return hasAccounts(ctx)
}

/** An account with a password that is known already, as the demonstration and the first administrator get it. */
export async function installAccount(
  ctx: RequestContext,
  facts: { userName: string; name: string; role: Role; organization: number; from: string; to: string },
  password: { text: string; mustChange: boolean },
): Promise<AccountRow> {
  const userName = userNameOf(facts.userName)
  refuseUserName('userName', userName)
  nameOf(facts.name, 'name')
  const hash = await hashPassword(password.text)
  return inTransaction(ctx, async (tx) => {
    if ((await findTakenUserNames(tx, [userName])).size > 0) throw conflict(reason('USER_NAME_TAKEN'))
    const [account = 0] = await insertAccounts(tx, [{ uid: uuid(), userName, name: facts.name }])
    const until = password.mustChange ? oneTimeUntil(tx) : null
    await insertSecret(tx, account, { hash, mustChange: password.mustChange, until })
    const { role, organization, from, to } = facts
    await addGrants(tx, [{ account, role, organization, validFrom: from, validTo: to }])
    return (await findOwnAccount(tx, account)) as AccountRow
  })
}

/** The account of a user name, for commands; NOT_FOUND when there is none. */
export async function accountByUserName(ctx: RequestContext, userName: string): Promise<AccountRow> {
  const account = await findAccountByUserName(ctx, userNameOf(userName))
  if (!account) throw notFound('Account')
  return account
}
