import { reason, reasonText } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { forbidden, SeedbedError } from '../errors/errors.js'
import type { SignInStage } from '../policy/viewer.js'

/** Nobody has signed in, or not far enough. */
export function signInFirst(): SeedbedError {
  const why = reason('SIGN_IN_FIRST')
  return new SeedbedError('UNAUTHENTICATED', reasonText(why, 'en'), { reason: why })
}

/** An account in a session that has come to one of the stages; everybody else is refused. A token is no session. */
export function requireSession(
  ctx: RequestContext,
  ...stages: SignInStage[]
): { account: number; session: number; stage: SignInStage } {
  const { viewer } = ctx
  if (viewer.kind === 'TOKEN') throw forbidden(reason('NOT_WITH_TOKEN'))
  if (viewer.kind !== 'ACCOUNT' || (viewer.stage === 'SECOND_FACTOR') !== stages.includes('SECOND_FACTOR'))
    throw signInFirst()
  if (!stages.includes(viewer.stage)) throw forbidden(reason('NEW_PASSWORD_FIRST'))
  return viewer
}

/** The account that asks, in a session or by a token; null for the system and for nobody. */
export function accountOf({ viewer }: RequestContext): number | null {
  return viewer.kind === 'ACCOUNT' || viewer.kind === 'TOKEN' ? viewer.account : null
}
