import { dictionary } from '@zxcvbn-ts/language-common'
import { LIMITS, reason, searchKey } from '@seedbed/shared'
import { invalidInput } from '../errors/errors.js'

/** Without marks, blanks and signs: "Vườn Ươm 2024" and "vuonuom2024" are the same guess. */
const guess = (text: string): string => searchKey(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Passwords that attackers try first. */
let common: Set<string> | undefined
function isCommon(password: string): boolean {
  common ??= new Set((dictionary['passwords'] as readonly string[]).map(guess))
  return common.has(guess(password))
}

/** Words of this system that everybody who knows it would try. */
const ownWords = ['seedbed', 'vuonuom', 'dangvien', 'chibo', 'dangbo', 'dangcongsan', 'matkhau', 'ketnap']

/** Whether nothing is left but digits and signs when the words are taken out. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const rest = words
    .map(guess)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), guess(password))
  return rest !== guess(password) && /^\p{N}*$/u.test(rest)
}

const isMonotone = (password: string): boolean => new Set(password).size < 4

/**
 * Refuses a password of fewer than 8 or more than 128 characters, one of the common ones, one of hardly any different
 * characters, and one made of words of this system, of the user name or the name. No rules about kinds of
 * characters: a long sentence is welcome.
 */
export function refusePassword(field: string, password: string, words: readonly string[]): void {
  const length = [...password.normalize('NFC')].length
  if (length < LIMITS.passwordShortest || length > LIMITS.passwordLongest)
    throw invalidInput(
      field,
      reason('PASSWORD_LENGTH', { least: LIMITS.passwordShortest, limit: LIMITS.passwordLongest }),
    )
  if (isCommon(password) || isMonotone(password)) throw invalidInput(field, reason('PASSWORD_COMMON'))
  const names = words.flatMap((word) => [word, ...word.split(/[\s.\-_]+/u)])
  if (isMadeOf(password, [...ownWords, ...names])) throw invalidInput(field, reason('PASSWORD_OWN_WORDS'))
}
