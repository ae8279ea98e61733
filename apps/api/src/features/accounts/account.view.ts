import { addDays, OPEN_END } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import type { AccessTokenRow } from './access-token.service.js'
import type { AccountRow, Slip } from './account.service.js'
import type { AccessToken, Account, Grant, PasswordSlip } from './account.type.js'
import type { GrantRow } from './grant.service.js'

/** An account as the API shows it. */
export function toAccount({ id, uid, mustChange, ...row }: AccountRow): Account {
  return { ...row, key: id, id: uid, mustChangePassword: mustChange }
}

/** A slip as the API shows it. */
export function toSlip({ account, ...slip }: Slip): PasswordSlip {
  return { ...slip, account: toAccount(account) }
}

/** A grant as the API shows it, its last day inclusive. */
export function toGrant(ctx: RequestContext, row: GrantRow): Grant {
  const day = today(ctx)
  return {
    id: row.uid,
    version: row.version,
    role: row.role,
    organizationKey: row.organization,
    validFrom: row.validFrom,
    validTo: row.validTo === OPEN_END ? null : addDays(row.validTo, -1),
    active: row.validFrom <= day && day < row.validTo,
  }
}

/** A token as the API shows it. */
export function toAccessToken(
  ctx: RequestContext,
  { uid, grantId, id: _id, ...row }: AccessTokenRow,
): AccessToken {
  const active = row.revokedAt === null && row.expiresAt > ctx.clock.now().toISOString()
  return { ...row, id: uid, grantKey: grantId, active }
}
