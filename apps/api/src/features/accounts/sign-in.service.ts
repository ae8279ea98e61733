import { reason, reasonText } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteActor, noteChange } from '../../audit/audited.js'
import type { Door } from '../../auth/door.js'
import { isPassword } from '../../auth/password.js'
import { totpStepOf } from '../../auth/second-factor.js'
import { requireSession } from '../../auth/signed-in.js'
import { beginAttempt, forgetAttempts } from '../../auth/throttle.js'
import { hashOf, newToken } from '../../auth/tokens.js'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, SeedbedError } from '../../errors/errors.js'
import type { SignInStage } from '../../policy/viewer.js'
import {
  findByUserName,
  findCredentials,
  spendRecoveryCode,
  writeLastSignIn,
  writeTotpStep,
  type Credentials,
} from './credential.repository.js'
import { listAllGrants } from './grant.repository.js'
import { advanceSession, deleteExpiredSessions, deleteSession, insertSession } from './session.repository.js'
import { userNameOf } from './user-name.js'

/** Longer than any password can be: not worth hashing. */
const longestTried = 1_000

function failed(): SeedbedError {
  const why = reason('SIGN_IN_FAILED')
  return new SeedbedError('UNAUTHENTICATED', reasonText(why, 'en'), { reason: why })
}

/** The door of the request; only requests over HTTP have one. */
export function doorOf(ctx: RequestContext): Door {
  if (!ctx.door) throw new Error('Signing in needs a request')
  return ctx.door
}

function nextStage(credentials: Credentials, secondFactorDone: boolean): SignInStage {
  if (credentials.totpConfirmed && !secondFactorDone) return 'SECOND_FACTOR'
  return credentials.mustChange ? 'NEW_PASSWORD' : 'OPEN'
}

/**
 * Signs in with user name and password; answers how far that goes. Whatever is wrong (no such account, the password,
 * disabled, a one-time password too old) is the same answer after the same time. Five failures lock the user name for
 * 15 minutes, an existing one or not. The browser gets a new token; an older one of its own ends.
 */
export async function signIn(ctx: RequestContext, userName: string, password: string): Promise<SignInStage> {
  const door = doorOf(ctx)
  const claimed = userNameOf(userName)
  await beginAttempt(ctx, claimed)
  const credentials = await findByUserName(ctx, claimed)
  const matches = await isPassword(credentials?.passwordHash ?? null, password.slice(0, longestTried))
  const now = ctx.clock.now().toISOString()
  if (!credentials || !matches || credentials.disabledAt !== null) throw failed()
  if (credentials.passwordUntil !== null && credentials.passwordUntil <= now) throw failed()
  await forgetAttempts(ctx, claimed)
  const stage = nextStage(credentials, false)
  const token = await inTransaction(ctx, async (tx) => {
    if (tx.viewer.kind === 'ACCOUNT') await deleteSession(tx, tx.viewer.account, tx.viewer.session)
    if (stage === 'OPEN') await writeLastSignIn(tx, credentials.account, now)
    await noteWho(tx, credentials)
    return openSession(tx, door, credentials.account, stage)
  })
  door.give(token)
  return stage
}

/** The audit log names who signed in, and the units of their grants. */
async function noteWho(tx: RequestContext, { account, uid, name }: Credentials): Promise<void> {
  noteActor(tx, { kind: 'ACCOUNT', account, name, origin: doorOf(tx).address })
  const grants = await listAllGrants(tx, [account])
  const units = grants.map(({ organization }) => organization)
  noteChange(tx, { object: { kind: 'Account', id: uid }, units })
}

async function openSession(
  tx: RequestContext,
  door: Door,
  account: number,
  stage: SignInStage,
): Promise<string> {
  const now = tx.clock.now()
  const token = newToken()
  await deleteExpiredSessions(tx, now.toISOString())
  await insertSession(tx, {
    uid: uuid(),
    tokenHash: hashOf(token),
    account,
    stage,
    startedAt: now.toISOString(),
    seenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + door.limits.absoluteHours * 3_600_000).toISOString(),
    address: door.address,
    agent: door.agent?.slice(0, 200) ?? null,
  })
  return token
}

/**
 * The second step of signing in: a code of the authenticator, or a recovery code, which then is spent. Five failures
 * lock the account for 15 minutes. The browser gets another token.
 */
export async function confirmSecondFactor(ctx: RequestContext, code: string): Promise<SignInStage> {
  const { account, session } = requireSession(ctx, 'SECOND_FACTOR')
  const who = `second factor of ${account}`
  await beginAttempt(ctx, who)
  const token = newToken()
  const stage = await inTransaction(ctx, async (tx) => {
    const credentials = await findCredentials(tx, account)
    if (!credentials || !(await isSecondFactor(tx, credentials, code)))
      throw invalidInput('code', reason('CODE_WRONG'))
    const next = nextStage(credentials, true)
    await advanceSession(tx, session, next, hashOf(token))
    if (next === 'OPEN') await writeLastSignIn(tx, account, tx.clock.now().toISOString())
    return next
  })
  await forgetAttempts(ctx, who)
  doorOf(ctx).give(token)
  return stage
}

/** Whether the code is one of the authenticator that was not used yet, or an unused recovery code; uses it up. */
async function isSecondFactor(tx: RequestContext, credentials: Credentials, code: string): Promise<boolean> {
  const { account, totpSecret, totpStep } = credentials
  const typed = code.replace(/\s/gu, '').toLowerCase()
  const now = tx.clock.now()
  const step = totpSecret === null ? null : totpStepOf(totpSecret, typed, now, totpStep)
  if (step === null) return spendRecoveryCode(tx, account, hashOf(typed), now.toISOString())
  await writeTotpStep(tx, account, step)
  return true
}

/** Ends the session of the browser, whatever its stage; without one there is nothing to do. */
export async function signOut(ctx: RequestContext): Promise<void> {
  const { viewer } = ctx
  if (viewer.kind === 'ACCOUNT')
    await inTransaction(ctx, (tx) => deleteSession(tx, viewer.account, viewer.session))
  ctx.door?.take()
}
