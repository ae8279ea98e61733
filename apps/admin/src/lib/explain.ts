import { findIndicator } from '@seedbed/shared'
import { formatCount, type FigureValue, type Language } from './format.js'

/** "220 kết nạp / 150 chỉ tiêu": what a percentage is made of; the plain number otherwise. */
export function explainFigure(figure: FigureValue | undefined, language: Language): string {
  const indicator = figure && findIndicator(figure.indicator)
  if (!figure || !indicator) return ''
  const part = (value: number | null, label: string) => `${label}: ${formatCount(value, language)}`
  const numerator = part(figure.numerator, indicator.numerator.label[language])
  if (!indicator.denominator) return numerator
  return `${numerator} / ${part(figure.denominator, indicator.denominator.label[language])}`
}
