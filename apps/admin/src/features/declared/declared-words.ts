import { findIndicator, formatNumber, INDICATORS, type Label } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatCount, formatDay, formatSigned } from '../../lib/format.js'
import type { Declared } from './declared-query.js'

/** Figures that can be declared: numbers of persons and percentages, by id. */
export const DECLARABLE: Readonly<Record<string, Label>> = Object.fromEntries(
  INDICATORS.filter(({ unit }) => unit !== 'YEARS').map(({ id, unit, label: { vi, en } }) => [
    id,
    unit === 'PERCENT' ? { vi: `${vi} (%)`, en: `${en} (%)` } : { vi, en },
  ]),
)

/** A declared figure in words: what, of which days, how much, and how far from what is recorded. */
export function useDeclaredWords() {
  const { t, language } = useTexts()
  const percentage = (printed: string) => `${printed}\u00a0%`
  return {
    name: ({ indicator }: Declared) => findIndicator(indicator)?.label[language] ?? indicator,
    of: ({ indicator }: Declared) => {
      const denominator = findIndicator(indicator)?.denominator?.label[language]
      return denominator ? t('declared.of', { what: denominator.toLocaleLowerCase(language) }) : null
    },
    days: ({ from, asOf }: Declared) =>
      from
        ? t('declared.between', { from: formatDay(from), to: formatDay(asOf) })
        : t('declared.on', { day: formatDay(asOf) }),
    amount: ({ count, qualifier, printedPercentage: printed }: Declared) => {
      const number = formatCount(count, language)
      const stated = !printed
        ? number
        : count === null
          ? percentage(printed)
          : `${number} (${percentage(printed)})`
      if (qualifier === 'EXACTLY') return stated
      return t(qualifier === 'ABOUT' ? 'declared.about' : 'declared.more', { n: stated })
    },
    difference: ({ difference, printedPercentage: printed }: Declared) => {
      if (difference === null) return '–'
      if (difference === 0) return t('declared.agrees')
      if (printed === null) return formatSigned(difference, language)
      const decimals = /[.,](\d+)/u.exec(printed)?.[1]?.length ?? 0
      const sign = difference > 0 ? '+' : ''
      return t('declared.points', { n: `${sign}${formatNumber(difference, decimals, language)}` })
    },
  }
}
