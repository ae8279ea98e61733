import { isDay, TIERS, type Label, type Reason, type REASONS, type reasonText } from '@seedbed/shared'
import { formatCount, formatDay, type Language } from './format.js'

const tiers: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(TIERS).map(([code, { label }]) => [code, label]),
)

interface Words {
  REASONS: typeof REASONS
  reasonText: typeof reasonText
}

let words: Words | undefined

/** Takes the words of all reasons, which are fetched apart (reason-words.ts): most pages are never refused. */
export function learnReasons(all: Words): void {
  words = all
}

/** Whether a reason can be told here; otherwise the words of the server stand. */
export function isKnownReason(key: string): boolean {
  return words !== undefined && Object.hasOwn(words.REASONS, key)
}

/** A reason as the user reads it: days, numbers and levels as everywhere on screen. */
export function tellReason(reason: Reason, language: Language): string {
  if (!words) return ''
  return words.reasonText(reason, language, (value, name) => {
    if (typeof value === 'number') return formatCount(value, language)
    if (name === 'tier' || name === 'parentTier') return tiers[value]?.[language] ?? value
    return isDay(value) ? formatDay(value) : value
  })
}
