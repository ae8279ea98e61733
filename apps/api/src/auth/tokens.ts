import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A token nobody can guess: 256 random bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Beginning of every access token, so that a leaked one is recognized as such. */
const accessTokenPrefix = 'sbt_'

export function newAccessToken(): string {
  return accessTokenPrefix + newToken()
}

/** SHA-256 in hexadecimal: enough for what is random already, and for keys that must not be readable. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Letters and digits that are not mistaken for one another when read from paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

function readableGroups(groups: number, length: number): string {
  const group = () => Array.from({ length }, () => readable[randomInt(readable.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** A one-time password for a slip of paper, about 79 bits: `k7mq-x2hd-9fwn-cp4r`. */
export function newOneTimePassword(): string {
  return readableGroups(4, 4)
}

/** A recovery code, about 50 bits: `k7mqx-2hd9f`. */
export function newRecoveryCode(): string {
  return readableGroups(2, 5)
}
