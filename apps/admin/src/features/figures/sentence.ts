import type { Day } from '@seedbed/shared'
import { translate } from '../../app/i18n/i18n.js'
import {
  figureOf,
  formatDay,
  formatFigure,
  organizationInSentence,
  type FigureValue,
  type Language,
} from '../../lib/format.js'
import { boundsOf, type PeriodSpec } from '../../lib/period.js'

interface Question {
  name: string
  asOf: Day
  period: PeriodSpec
  figures: readonly FigureValue[]
  language: Language
}

function opening({ asOf, period, language }: Question): string {
  const { from, to } = boundsOf(period, asOf)
  if (period.kind === 'year' && asOf === to)
    return translate(language, 'sentence.year', { year: period.year })
  if (period.kind === 'year') return translate(language, 'sentence.asOf', { day: formatDay(asOf) })
  return translate(language, 'sentence.between', { from: formatDay(from), to: formatDay(asOf) })
}

/** The figures as a report words them: "Tính đến ngày …, Đảng bộ … đã kết nạp 220 đảng viên, đạt 146,6 % chỉ tiêu; …" */
export function reportSentence(question: Question): string {
  const { figures, language, name } = question
  const text = (id: string) => formatFigure(figureOf(figures, id), language)
  const unit = language === 'vi' ? organizationInSentence(name) : name
  let sentence = `${opening(question)}, ${translate(language, 'sentence.admitted', { unit, n: text('admitted') })}`
  if (figureOf(figures, 'completion')?.value != null) {
    sentence += translate(language, 'sentence.completion', { p: text('completion') })
  }
  const shares = (['femaleShare', 'universityShare'] as const)
    .filter((id) => figureOf(figures, id)?.value != null)
    .map((id) => translate(language, `sentence.${id}`, { p: text(id) }))
  return shares.length > 0 ? `${sentence}; ${shares.join(', ')}.` : `${sentence}.`
}
