import { MEMBER_BASES, NO_VALUE_REASONS, findIndicator, type MemberBase } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { decimalsOf, formatCount, formatFigure, formatSigned } from '../../lib/format.js'
import type { Compared, ComparedFigure } from './comparison-query.js'

const lower = (text: string, language: string) =>
  `${text.charAt(0).toLocaleLowerCase(language)}${text.slice(1)}`

/** Figures of a comparison in words: what each is of, how they differ, and why one is missing. */
export function useComparisonWords(base: MemberBase) {
  const { t, label, language } = useTexts()
  const denominatorOf = ({ indicator, denominatorName }: ComparedFigure) => {
    if (language === 'vi' && denominatorName) return denominatorName
    if (indicator === 'rateOfMembers') return label(MEMBER_BASES, base)
    return lower(findIndicator(indicator)?.denominator?.label[language] ?? '', language)
  }
  const numeratorOf = ({ indicator, numeratorName }: ComparedFigure) =>
    language === 'vi' && numeratorName
      ? numeratorName
      : lower(findIndicator(indicator)?.numerator.label[language] ?? '', language)
  const isPercent = (id: string) => findIndicator(id)?.unit === 'PERCENT'
  return {
    name: (id: string) => findIndicator(id)?.label[language] ?? id,
    isPercent,
    denominatorOf,
    /** "220 / 150": what a percentage is made of. */
    parts: ({ indicator, numerator, denominator }: ComparedFigure) =>
      isPercent(indicator) && numerator !== null && denominator !== null
        ? t('compare.parts', {
            n: formatCount(numerator, language),
            of: formatCount(denominator, language),
          })
        : '',
    explain: (figure: ComparedFigure) => {
      const numerator = `${numeratorOf(figure)}: ${formatCount(figure.numerator, language)}`
      return isPercent(figure.indicator)
        ? `${numerator} / ${denominatorOf(figure)}: ${formatCount(figure.denominator, language)}`
        : numerator
    },
    reason: ({ reason }: ComparedFigure) => label(NO_VALUE_REASONS, reason),
    difference: ({ indicator, difference, now, then }: Compared) => {
      if (difference === null) return '–'
      if (!isPercent(indicator)) return formatSigned(difference, language)
      const decimals = Math.max(decimalsOf(now.text), decimalsOf(then.text))
      return t('compare.points', { n: formatSigned(difference, language, decimals) })
    },
    percent: ({ differencePercent: percent }: Compared) =>
      percent ? `${(percent.value ?? 0) > 0 ? '+' : ''}${formatFigure(percent, language)}` : '',
  }
}
