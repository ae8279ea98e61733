import { addDays, LIMITS, normalizeName, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { listHeldGrants } from '../../auth/authenticate.repository.js'
import { requireSession } from '../../auth/signed-in.js'
import { hashOf, newAccessToken } from '../../auth/tokens.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { forbidden, invalidInput, notFound } from '../../errors/errors.js'
import { accessOf } from '../../policy/access.js'
import {
  insertAccessToken,
  listAccessTokens,
  writeRevoked,
  type AccessTokenRow,
} from './access-token.repository.js'
import { findCredentials } from './credential.repository.js'
import { listAllGrants } from './grant.repository.js'
import { refuseWrongPassword } from './own-account.service.js'

export type { AccessTokenRow } from './access-token.repository.js'

/** The longest that a token may live. */
export const TOKEN_DAYS = 366

/** A token to be made: by which grant, until which day (inclusive), and whether it runs operations of its own. */
export interface NewAccessToken {
  name: string
  grantId: string
  lastDay: Day
  anyOperation: boolean
}

/** The last instant of a day in Viet Nam. */
const endOf = (day: Day): string => new Date(`${addDays(day, 1)}T00:00:00+07:00`).toISOString()

/**
 * Makes a token for scripts of an account by one of its grants; answers the token itself, this once. Refuses an empty
 * name, a grant that is not the account's or has ended (NOT_FOUND), a day that has passed or lies more than a year
 * ahead, and operations of its own where the grant does not carry them.
 */
export async function addAccessToken(
  ctx: RequestContext,
  account: number,
  asked: NewAccessToken,
): Promise<{ token: string; row: AccessTokenRow }> {
  const name = normalizeName(asked.name)
  if (name === '' || name.length > LIMITS.tokenNameLength)
    throw invalidInput('name', reason('BAD_LENGTH', { limit: LIMITS.tokenNameLength }))
  if (asked.lastDay < today(ctx)) throw invalidInput('lastDay', reason('DAY_PAST'))
  if (asked.lastDay > addDays(today(ctx), TOKEN_DAYS))
    throw invalidInput('lastDay', reason('TOO_LATE_A_DAY', { days: TOKEN_DAYS }))
  const grant = (await listAllGrants(ctx, [account])).find(({ uid }) => uid === asked.grantId)
  if (!grant || grant.validTo <= today(ctx)) throw notFound('Grant')
  const operations = accessOf(await listHeldGrants(ctx, account, grant.id)).get('operations.any')
  const carried = operations?.all === true || (operations?.organizations.length ?? 0) > 0
  if (asked.anyOperation && !carried) throw invalidInput('anyOperation', reason('NO_SUCH_GRANT'))
  const token = newAccessToken()
  return inTransaction(ctx, async (tx) => {
    const id = await insertAccessToken(tx, {
      uid: uuid(),
      tokenHash: hashOf(token),
      account,
      grantId: grant.id,
      name,
      anyOperation: asked.anyOperation,
      expiresAt: endOf(asked.lastDay),
    })
    const row = (await listAccessTokens(tx, account)).find((one) => one.id === id)
    if (!row) throw notFound('Access token')
    return { token, row }
  })
}

/** Makes a token of one's own; needs the password, because it outlives the session. */
export async function createAccessToken(
  ctx: RequestContext,
  asked: NewAccessToken,
  password: string,
): Promise<{ token: string; row: AccessTokenRow }> {
  const { account } = requireSession(ctx, 'OPEN')
  const credentials = await findCredentials(ctx, account)
  if (!credentials) throw forbidden(reason('NOT_ALLOWED'))
  await refuseWrongPassword(ctx, credentials, 'password', password)
  return addAccessToken(ctx, account, asked)
}

/** One's own tokens, the newest first, ended ones included. */
export function ownAccessTokens(ctx: RequestContext): Promise<AccessTokenRow[]> {
  return listAccessTokens(ctx, requireSession(ctx, 'OPEN').account)
}

/** Revokes a token of one's own: it is refused from the next request on. NOT_FOUND for any other. */
export async function revokeAccessToken(ctx: RequestContext, uid: string): Promise<AccessTokenRow> {
  const { account } = requireSession(ctx, 'OPEN')
  return inTransaction(ctx, async (tx) => {
    const found = (await listAccessTokens(tx, account)).find((one) => one.uid === uid)
    if (!found) throw notFound('Access token')
    await writeRevoked(tx, account, found.id, tx.clock.now().toISOString())
    return (await listAccessTokens(tx, account)).find(({ id }) => id === found.id) ?? found
  })
}
