import { isDay, reasonText, TIERS, type Label, type Reason } from '@seedbed/shared'
import { formatCount, formatDay, type Language } from './format.js'

const tiers: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(TIERS).map(([code, { label }]) => [code, label]),
)

/** A reason as the user reads it: days, numbers and levels as everywhere on screen. */
export function tellReason(reason: Reason, language: Language): string {
  return reasonText(reason, language, (value, name) => {
    if (typeof value === 'number') return formatCount(value, language)
    if (name === 'tier' || name === 'parentTier') return tiers[value]?.[language] ?? value
    return isDay(value) ? formatDay(value) : value
  })
}
