import { reason } from '@seedbed/shared'
import { hashPassword, isPassword } from '../../auth/password.js'
import { refusePassword } from '../../auth/password-rules.js'
import { newTotpSecret, totpStepOf, totpUri } from '../../auth/second-factor.js'
import { requireSession } from '../../auth/signed-in.js'
import { beginAttempt, forgetAttempts } from '../../auth/throttle.js'
import { hashOf, newRecoveryCode, newToken } from '../../auth/tokens.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound } from '../../errors/errors.js'
import {
  countRecoveryCodes,
  findCredentials,
  replaceRecoveryCodes,
  writeLastSignIn,
  writePassword,
  writeSecondFactor,
  writeTotpStep,
  type Credentials,
} from './credential.repository.js'
import {
  advanceSession,
  deleteSession,
  deleteSessions,
  listSessions,
  type SessionRow,
} from './session.repository.js'
import { doorOf } from './sign-in.service.js'

export type { SessionRow } from './session.repository.js'

async function requireCredentials(ctx: RequestContext, account: number): Promise<Credentials> {
  const credentials = await findCredentials(ctx, account)
  if (!credentials) throw notFound('Account')
  return credentials
}

/** Refuses a wrong password of one's own; failures count as those of signing in do. */
export async function refuseWrongPassword(
  ctx: RequestContext,
  credentials: Credentials,
  field: string,
  password: string,
): Promise<void> {
  await beginAttempt(ctx, credentials.userName)
  if (!(await isPassword(credentials.passwordHash, password)))
    throw invalidInput(field, reason('PASSWORD_WRONG'))
  await forgetAttempts(ctx, credentials.userName)
}

/**
 * Chooses a password of one's own. Whoever has signed in with a one-time password need not type it again; everybody
 * else states the present one. Refuses what `refusePassword` refuses, and the present one. All other sessions of the
 * account end, this one gets another token.
 */
export async function changePassword(
  ctx: RequestContext,
  current: string | null,
  chosen: string,
): Promise<void> {
  const { account, session, stage } = requireSession(ctx, 'OPEN', 'NEW_PASSWORD')
  const credentials = await requireCredentials(ctx, account)
  if (stage === 'OPEN') await refuseWrongPassword(ctx, credentials, 'currentPassword', current ?? '')
  refusePassword('newPassword', chosen, [credentials.userName, credentials.name])
  if (await isPassword(credentials.passwordHash, chosen))
    throw invalidInput('newPassword', reason('PASSWORD_SAME'))
  const hash = await hashPassword(chosen)
  const token = newToken()
  await inTransaction(ctx, async (tx) => {
    await writePassword(tx, account, { hash, mustChange: false, until: null })
    await deleteSessions(tx, account, session)
    await advanceSession(tx, session, 'OPEN', hashOf(token))
    if (stage === 'NEW_PASSWORD') await writeLastSignIn(tx, account, tx.clock.now().toISOString())
  })
  doorOf(ctx).give(token)
}

/** Begins a second factor: its secret and what an authenticator reads. It holds once a code has been typed. */
export async function startSecondFactor(
  ctx: RequestContext,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const { account } = requireSession(ctx, 'OPEN')
  const credentials = await requireCredentials(ctx, account)
  await refuseWrongPassword(ctx, credentials, 'password', password)
  const secret = newTotpSecret()
  await inTransaction(ctx, async (tx) => {
    if ((await requireCredentials(tx, account)).totpConfirmed) throw conflict(reason('SECOND_FACTOR_ON'))
    await writeSecondFactor(tx, account, secret, false)
  })
  return { secret, uri: totpUri(secret, credentials.userName) }
}

const recoveryCodes = 10

async function newRecoveryCodes(tx: RequestContext, account: number): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  await replaceRecoveryCodes(tx, account, codes.map(hashOf))
  return codes
}

/** The second factor holds from now on, if the code is right. Answers recovery codes, shown this once. */
export async function enableSecondFactor(ctx: RequestContext, code: string): Promise<string[]> {
  const { account } = requireSession(ctx, 'OPEN')
  const who = `second factor of ${account}`
  await beginAttempt(ctx, who)
  const codes = await inTransaction(ctx, async (tx) => {
    const { totpConfirmed, totpSecret, totpStep } = await requireCredentials(tx, account)
    if (totpConfirmed) throw conflict(reason('SECOND_FACTOR_ON'))
    if (totpSecret === null) throw conflict(reason('SECOND_FACTOR_OFF'))
    const step = totpStepOf(totpSecret, code.replace(/\s/gu, ''), tx.clock.now(), totpStep)
    if (step === null) throw invalidInput('code', reason('CODE_WRONG'))
    await writeSecondFactor(tx, account, totpSecret, true)
    await writeTotpStep(tx, account, step)
    return newRecoveryCodes(tx, account)
  })
  await forgetAttempts(ctx, who)
  return codes
}

/** Takes the second factor away; needs the password. */
export async function disableSecondFactor(ctx: RequestContext, password: string): Promise<void> {
  const { account } = requireSession(ctx, 'OPEN')
  await refuseWrongPassword(ctx, await requireCredentials(ctx, account), 'password', password)
  await inTransaction(ctx, (tx) => removeSecondFactor(tx, account))
}

/** Removes second factor and recovery codes of an account, in a unit of work. */
export async function removeSecondFactor(tx: RequestContext, account: number): Promise<void> {
  await writeSecondFactor(tx, account, null, false)
  await replaceRecoveryCodes(tx, account, [])
}

/** Other recovery codes instead of those there are; needs the password. */
export async function renewRecoveryCodes(ctx: RequestContext, password: string): Promise<string[]> {
  const { account } = requireSession(ctx, 'OPEN')
  await refuseWrongPassword(ctx, await requireCredentials(ctx, account), 'password', password)
  return inTransaction(ctx, async (tx) => {
    if (!(await requireCredentials(tx, account)).totpConfirmed) throw conflict(reason('SECOND_FACTOR_OFF'))
    return newRecoveryCodes(tx, account)
  })
}

/** How many recovery codes of one's own are left. */
export function recoveryCodesLeft(ctx: RequestContext, account: number): Promise<number> {
  return countRecoveryCodes(ctx, account)
}

/** One's own sessions, the latest used first. */
export function ownSessions(ctx: RequestContext): Promise<SessionRow[]> {
  const { account } = requireSession(ctx, 'OPEN')
  const now = ctx.clock.now()
  const idleSince = new Date(now.getTime() - doorOf(ctx).limits.idleMinutes * 60_000)
  return listSessions(ctx, account, now.toISOString(), idleSince.toISOString())
}

/** Ends a session of one's own, NOT_FOUND for any other; this one ends as by signing out. */
export async function endSession(ctx: RequestContext, uid: string): Promise<void> {
  const { account, session } = requireSession(ctx, 'OPEN')
  const found = (await ownSessions(ctx)).find((one) => one.uid === uid)
  if (!found) throw notFound('Session')
  await inTransaction(ctx, (tx) => deleteSession(tx, account, found.id))
  if (found.id === session) doorOf(ctx).take()
}

/** Ends all sessions of one's own but this one. */
export async function endOtherSessions(ctx: RequestContext): Promise<void> {
  const { account, session } = requireSession(ctx, 'OPEN')
  await inTransaction(ctx, (tx) => deleteSessions(tx, account, session))
}
