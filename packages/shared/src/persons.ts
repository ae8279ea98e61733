import { LIMITS } from './limits.js'

/** A number of persons, or a range of them. */
export interface Persons {
  min: number
  max: number | null
}

/** Why a text is no number of persons. */
export type PersonsFault = 'NOT_WHOLE' | 'TOO_MANY' | 'REVERSED'

const number = String.raw`\d{1,3}(?:\.\d{3})+|\d+`
const pattern = new RegExp(String.raw`^(${number})(?:,0{1,2})?(?:\s*[-–]\s*(${number})(?:,0{1,2})?)?$`, 'u')

/**
 * Reads what people and spreadsheets write for a number of persons: "1.200" and "1200", "12,00" (nothing behind the
 * comma), "5-6" for a range; null for nothing. "1,5", "-3" and words are none.
 */
export function readPersons(text: string): Persons | PersonsFault | null {
  const trimmed = text.replaceAll('\u00a0', ' ').trim()
  if (trimmed === '') return null
  const match = pattern.exec(trimmed)
  if (!match?.[1]) return 'NOT_WHOLE'
  const whole = (digits: string) => Number(digits.replaceAll('.', ''))
  const [min, max] = [whole(match[1]), match[2] === undefined ? null : whole(match[2])]
  if (Math.max(min, max ?? 0) > LIMITS.target) return 'TOO_MANY'
  if (max !== null && max < min) return 'REVERSED'
  return { min, max }
}
