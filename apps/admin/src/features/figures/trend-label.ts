import type { Grain } from '@seedbed/shared'
import { formatShortDay, type Language } from '../../lib/format.js'
import type { TrendRow } from './trend-rows.js'

/** "T5", "Q2/24", "2024" or "15/11" in Vietnamese; "May", "Q2/24" … in English. */
export function trendLabel(row: TrendRow, grain: Grain, language: Language): string {
  const month = Number(row.from.slice(5, 7))
  if (grain === 'DAY') return formatShortDay(row.from)
  if (grain === 'YEAR') return row.from.slice(0, 4)
  if (grain === 'QUARTER')
    return `${language === 'vi' ? 'Q' : 'Q'}${Math.ceil(month / 3)}/${row.from.slice(2, 4)}`
  if (language === 'vi') return `T${month}`
  return new Date(`${row.from}T00:00:00Z`).toLocaleDateString('en', { month: 'short', timeZone: 'UTC' })
}
