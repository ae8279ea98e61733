import { codesOf, SCHOOLINGS } from '@seedbed/shared'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'

/** The number of a rule with what it counts: "60 ngày làm việc", "2/3". */
export function useRuleNumber() {
  const { t, label } = useTexts()
  return (unit: string, { value, per }: { value: number; per: number | null }): string => {
    if (unit === 'SHARE') return `${value}/${per ?? 1}`
    if (unit === 'SCHOOLING') return label(SCHOOLINGS, codesOf(SCHOOLINGS)[value - 1])
    return t(`rules.unit.${unit}` as TextKey, { n: value })
  }
}
