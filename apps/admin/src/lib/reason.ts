import { isDay, TIERS, type Label, type Reason, type REASONS, type reasonText } from '@seedbed/shared'
import { formatCount, formatDay, type Language } from './format.js'

const tiers: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(TIERS).map(([code, { label }]) => [code, label]),
)

type Labelled = Readonly<Record<string, { label: Label }>>

interface Words {
  REASONS: typeof REASONS
  reasonText: typeof reasonText
  /** Codes that reasons are about, by the name under which they stand there. */
  lists?: Readonly<Record<string, Labelled>>
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
    return isDay(value) ? formatDay(value) : (labelIn(name, value)?.[language] ?? value)
  })
}

function labelIn(name: string, code: string): Label | undefined {
  const list = words?.lists?.[name]
  return list && Object.hasOwn(list, code) ? list[code]?.label : undefined
}

/** What a rule is called that a refusal names; nothing for one that has no number, whose reason says it all. */
export function tellRule(code: string, language: Language): string {
  return labelIn('rule', code)?.[language] ?? ''
}
