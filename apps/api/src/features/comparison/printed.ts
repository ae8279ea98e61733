import { invalidInput } from '../../errors/errors.js'

/** "56,7", "56,7 %", "1.234,5%"; a point with one or two digits at the end stands for a comma. */
const percentage = /^(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{1,3}))?$/u

/**
 * The digits of a printed percentage, "1234,5": without grouping and sign. INVALID_INPUT for anything else; at most
 * three decimals are read.
 */
export function printedDigits(printed: string): string {
  const bare = printed.replace(/\s*%\s*$/u, '').trim()
  const match = percentage.exec(bare.replace(/^(\d+)\.(\d{1,2})$/u, '$1,$2'))
  if (!match) throw invalidInput('printed', 'is not a percentage')
  const [, whole = '', decimals] = match
  const digits = whole.replace(/\./gu, '').replace(/^0+(?=\d)/u, '')
  return decimals === undefined ? digits : `${digits},${decimals}`
}
