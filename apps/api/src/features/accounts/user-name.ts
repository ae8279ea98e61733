import { LIMITS, reason } from '@seedbed/shared'
import { invalidInput } from '../../errors/errors.js'

/** A user name as it is kept: small letters, without blanks around it. */
export function userNameOf(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** Refuses what is no user name: 3 to 60 small letters without marks, digits, dots and hyphens, a letter first. */
export function refuseUserName(field: string, userName: string): void {
  if (
    /^[a-z][a-z0-9.-]+$/u.test(userName) &&
    userName.length >= 3 &&
    userName.length <= LIMITS.userNameLength
  )
    return
  throw invalidInput(field, reason('USER_NAME_FORM', { limit: LIMITS.userNameLength }))
}
