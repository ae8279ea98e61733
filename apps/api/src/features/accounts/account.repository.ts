import { normalizeName, searchKey, sortKey, type Role } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, forUpdate, inChunks, insertIdentified, marks, select } from '../../database/sql.js'
import type { SqlPart } from '../../policy/scope.js'
import { inScope, type Scope } from '../../policy/scope.js'
import { administered } from './administered.js'

/** An account without anything secret; instants in ISO 8601. */
export interface AccountRow {
  id: number
  uid: string
  userName: string
  name: string
  sortKey: string
  disabledAt: string | null
  lastSignInAt: string | null
  createdAt: string
  version: number
  mustChange: boolean
  secondFactor: boolean
}

const columns = `a.id, a.uid, a.user_name AS userName, a.name, a.sort_key AS sortKey, a.disabled_at AS disabledAt,
  a.last_sign_in_at AS lastSignInAt, a.created_at AS createdAt, a.version, s.must_change AS mustChange,
  s.totp_confirmed AS secondFactor`
const from = 'FROM account a JOIN account_secret s ON s.account = a.id'

const toAccount = (row: AccountRow): AccountRow => ({
  ...row,
  mustChange: Number(row.mustChange) === 1,
  secondFactor: Number(row.secondFactor) === 1,
})

/** Accounts that hold or held a grant which the viewer administers; all of them for who administers the system. */
function visible(ctx: RequestContext): SqlPart {
  const condition = administered(ctx, 'g.organization')
  if (condition.sql === '1 = 1') return condition
  return {
    sql: `EXISTS (SELECT 1 FROM account_grant g WHERE g.account = a.id AND ${condition.sql})`,
    params: condition.params,
  }
}

/** Stores accounts and answers their internal ids in the same order. */
export function insertAccounts(
  ctx: RequestContext,
  accounts: ReadonlyArray<{ uid: string; userName: string; name: string }>,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'account',
    accounts.map(({ uid, userName, name }) => ({
      uid,
      user_name: userName,
      name: normalizeName(name),
      search_key: searchKey(name),
      sort_key: sortKey(name),
      created_at: ctx.clock.now().toISOString(),
      version: 1,
    })),
  )
}

/** Which of the user names are taken, by anybody: they are one set for the whole installation. */
export async function findTakenUserNames(
  ctx: RequestContext,
  userNames: readonly string[],
): Promise<Set<string>> {
  const rows = await inChunks(userNames, (chunk) =>
    select<{ userName: string }>(
      ctx,
      `SELECT user_name AS userName FROM account WHERE user_name IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Set(rows.map(({ userName }) => userName))
}

/** Whether there is any account at all. */
export async function hasAccounts(ctx: RequestContext): Promise<boolean> {
  return (await select(ctx, 'SELECT 1 FROM account LIMIT 1')).length > 0
}

/** The account of an internal id, whoever asks: for the account itself. */
export async function findOwnAccount(ctx: RequestContext, id: number): Promise<AccountRow | undefined> {
  const [row] = await select<AccountRow>(ctx, `SELECT ${columns} ${from} WHERE a.id = ?`, [id])
  return row && toAccount(row)
}

/** The account of a user name, whoever asks: for commands. */
export async function findAccountByUserName(
  ctx: RequestContext,
  userName: string,
): Promise<AccountRow | undefined> {
  const [row] = await select<AccountRow>(ctx, `SELECT ${columns} ${from} WHERE a.user_name = ?`, [userName])
  return row && toAccount(row)
}

/** The account of an outer id, if the viewer may see it; locked inside a unit of work. */
export async function findAccount(ctx: RequestContext, uid: string): Promise<AccountRow | undefined> {
  const scope = visible(ctx)
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  const rows = await select<AccountRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE a.uid = ? AND ${scope.sql}${lock}`,
    [uid, ...scope.params],
  )
  const row = rows.find((one) => one.uid === uid)
  return row && toAccount(row)
}

/** Accounts by internal ids, if the viewer may see them. */
export async function findAccounts(ctx: RequestContext, ids: readonly number[]): Promise<AccountRow[]> {
  const scope = visible(ctx)
  const rows = await inChunks(ids, (chunk) =>
    select<AccountRow>(ctx, `SELECT ${columns} ${from} WHERE a.id IN (${marks(chunk)}) AND ${scope.sql}`, [
      ...chunk,
      ...scope.params,
    ]),
  )
  return rows.map(toAccount)
}

/** Which accounts: words of the name or of the user name, a role held today, a unit at or below which it is held. */
export interface AccountFilter {
  text?: string | null
  role?: Role | null
  unit?: number | null
  includeDisabled?: boolean | null
}

function conditionsOf(ctx: RequestContext, filter: AccountFilter): SqlPart {
  const day = today(ctx)
  const own = administered(ctx, 'h.organization')
  const at: Scope | null = filter.unit ? { all: false, organizations: [filter.unit] } : null
  const place = at ? inScope(at, 'h.organization', day) : { sql: '1 = 1', params: [] }
  const words = searchKey(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replace(/[!%_]/gu, '!$&')}%`)
  const held = Boolean(filter.role) || at !== null
  const parts = [
    visible(ctx),
    ...(filter.includeDisabled ? [] : [{ sql: 'a.disabled_at IS NULL', params: [] }]),
    ...words.map((word) => ({
      sql: `(a.search_key LIKE ? ESCAPE '!' OR a.user_name LIKE ? ESCAPE '!')`,
      params: [word, word],
    })),
    ...(held
      ? [
          {
            sql: `EXISTS (SELECT 1 FROM account_grant h WHERE h.account = a.id AND h.valid_to > ?
              ${filter.role ? 'AND h.role = ?' : ''} AND ${own.sql} AND ${place.sql})`,
            params: [day, ...(filter.role ? [filter.role] : []), ...own.params, ...place.params],
          },
        ]
      : []),
  ]
  return { sql: parts.map(({ sql }) => sql).join(' AND '), params: parts.flatMap(({ params }) => params) }
}

/** A page of accounts that the viewer may see, by name; one row more than the limit. */
export async function listAccounts(
  ctx: RequestContext,
  filter: AccountFilter,
  page: { limit: number; after?: readonly [string, number] | undefined },
): Promise<AccountRow[]> {
  const { sql, params } = conditionsOf(ctx, filter)
  const after = page.after ? 'AND (a.sort_key > ? OR (a.sort_key = ? AND a.id > ?))' : ''
  const afterParams = page.after ? [page.after[0], page.after[0], page.after[1]] : []
  const rows = await select<AccountRow>(
    ctx,
    `SELECT ${columns} ${from} WHERE ${sql} ${after} ORDER BY a.sort_key, a.id LIMIT ${page.limit + 1}`,
    [...params, ...afterParams],
  )
  return rows.map(toAccount)
}

/** How many there are. */
export async function countAccounts(ctx: RequestContext, filter: AccountFilter): Promise<number> {
  const { sql, params } = conditionsOf(ctx, filter)
  const [row] = await select<{ n: number }>(ctx, `SELECT COUNT(*) AS n FROM account a WHERE ${sql}`, params)
  return Number(row?.n ?? 0)
}

/** Writes the name of an account; `version` goes up by one. */
export function writeAccountName(ctx: RequestContext, id: number, name: string): Promise<void> {
  return execute(
    ctx,
    'UPDATE account SET name = ?, search_key = ?, sort_key = ?, version = version + 1 WHERE id = ?',
    [normalizeName(name), searchKey(name), sortKey(name), id],
  )
}

/** Disables an account at an instant, or lets it in again; `version` goes up by one. */
export function writeDisabled(ctx: RequestContext, id: number, at: string | null): Promise<void> {
  return execute(ctx, 'UPDATE account SET disabled_at = ?, version = version + 1 WHERE id = ?', [at, id])
}

/** Says that something of the account has changed. */
export function touchAccount(ctx: RequestContext, id: number): Promise<void> {
  return execute(ctx, 'UPDATE account SET version = version + 1 WHERE id = ?', [id])
}
