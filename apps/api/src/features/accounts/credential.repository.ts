import type { RequestContext } from '../../context.js'
import { execute, forUpdate, insertRows, select } from '../../database/sql.js'

/** What an account signs in with. */
export interface Credentials {
  account: number
  uid: string
  userName: string
  name: string
  disabledAt: string | null
  passwordHash: string
  mustChange: boolean
  passwordUntil: string | null
  totpSecret: string | null
  totpConfirmed: boolean
  totpStep: number
}

const statement = `SELECT a.id AS account, a.uid, a.user_name AS userName, a.name, a.disabled_at AS disabledAt,
  s.password_hash AS passwordHash, s.must_change AS mustChange, s.password_until AS passwordUntil,
  s.totp_secret AS totpSecret, s.totp_confirmed AS totpConfirmed, s.totp_step AS totpStep
  FROM account a JOIN account_secret s ON s.account = a.id`

async function find(
  ctx: RequestContext,
  condition: string,
  value: unknown,
  lock = '',
): Promise<Credentials | undefined> {
  const [row] = await select<Credentials>(ctx, `${statement} WHERE ${condition}${lock}`, [value])
  return (
    row && {
      ...row,
      mustChange: Number(row.mustChange) === 1,
      totpConfirmed: Number(row.totpConfirmed) === 1,
      totpStep: Number(row.totpStep),
    }
  )
}

/** The credentials behind a user name. */
export function findByUserName(ctx: RequestContext, userName: string): Promise<Credentials | undefined> {
  return find(ctx, 'a.user_name = ?', userName)
}

/** The credentials of an account, locked inside a unit of work. */
export function findCredentials(ctx: RequestContext, account: number): Promise<Credentials | undefined> {
  return find(ctx, 'a.id = ?', account, ctx.transaction ? forUpdate(ctx) : '')
}

/** The password of a new account. */
export function insertSecret(
  ctx: RequestContext,
  account: number,
  password: { hash: string; mustChange: boolean; until: string | null },
): Promise<void> {
  return insertRows(ctx, 'account_secret', [
    {
      account,
      password_hash: password.hash,
      must_change: password.mustChange ? 1 : 0,
      password_until: password.until,
      totp_confirmed: 0,
      totp_step: 0,
    },
  ])
}

/** Another password, one's own or a one-time one with the instant until which it can be used. */
export function writePassword(
  ctx: RequestContext,
  account: number,
  password: { hash: string; mustChange: boolean; until: string | null },
): Promise<void> {
  return execute(
    ctx,
    'UPDATE account_secret SET password_hash = ?, must_change = ?, password_until = ? WHERE account = ?',
    [password.hash, password.mustChange ? 1 : 0, password.until, account],
  )
}

/** The second factor: a secret and whether it has been tried; null for none. */
export function writeSecondFactor(
  ctx: RequestContext,
  account: number,
  secret: string | null,
  confirmed: boolean,
): Promise<void> {
  return execute(
    ctx,
    'UPDATE account_secret SET totp_secret = ?, totp_confirmed = ?, totp_step = 0 WHERE account = ?',
    [secret, confirmed ? 1 : 0, account],
  )
}

/** The time step whose code was used: neither it nor an earlier one works again. */
export function writeTotpStep(ctx: RequestContext, account: number, step: number): Promise<void> {
  return execute(ctx, 'UPDATE account_secret SET totp_step = ? WHERE account = ?', [step, account])
}

/** Replaces the recovery codes of an account by others, by their hashes. */
export async function replaceRecoveryCodes(
  ctx: RequestContext,
  account: number,
  hashes: readonly string[],
): Promise<void> {
  await execute(ctx, 'DELETE FROM recovery_code WHERE account = ?', [account])
  await insertRows(
    ctx,
    'recovery_code',
    hashes.map((code_hash) => ({ account, code_hash })),
  )
}

/** Uses up an unused recovery code, by its hash; whether there was one. The account is locked. */
export async function spendRecoveryCode(
  ctx: RequestContext,
  account: number,
  hash: string,
  now: string,
): Promise<boolean> {
  const [row] = await select<{ id: number }>(
    ctx,
    'SELECT id FROM recovery_code WHERE account = ? AND code_hash = ? AND used_at IS NULL',
    [account, hash],
  )
  if (!row) return false
  await execute(ctx, 'UPDATE recovery_code SET used_at = ? WHERE id = ?', [now, row.id])
  return true
}

/** How many recovery codes an account has left. */
export async function countRecoveryCodes(ctx: RequestContext, account: number): Promise<number> {
  const [row] = await select<{ n: number }>(
    ctx,
    'SELECT COUNT(*) AS n FROM recovery_code WHERE account = ? AND used_at IS NULL',
    [account],
  )
  return Number(row?.n ?? 0)
}

/** Says when somebody last came in. */
export function writeLastSignIn(ctx: RequestContext, account: number, now: string): Promise<void> {
  return execute(ctx, 'UPDATE account SET last_sign_in_at = ? WHERE id = ?', [now, account])
}
