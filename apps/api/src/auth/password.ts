import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** Argon2id (what the library does by itself) with 19 MiB, two passes, one lane: the smallest setting that OWASP recommends. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same letters typed on any keyboard are the same password. */
const written = (password: string): string => password.normalize('NFC')

/** The hash to be stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(written(password), cost)
}

let nobody: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash (no such account) it takes as long and answers no, so
 * that time does not tell who has an account.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(stored ?? (await nobody), written(password))
  return matches && stored !== null
}
