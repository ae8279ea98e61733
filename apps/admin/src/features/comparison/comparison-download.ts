import { translate } from '../../app/i18n/i18n.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import type { Language } from '../../lib/format.js'
import type { Compared } from './comparison-query.js'
import type { Side } from './comparison-table.js'
import type { useComparisonWords } from './comparison-words.js'

interface Comparison {
  title: string
  rows: readonly Compared[]
  sides: readonly [Side, Side]
  words: ReturnType<typeof useComparisonWords>
  language: Language
}

/** Hands the comparison over as CSV: values as numbers, with the whole numbers that each percentage is made of. */
export function downloadComparison({ title, rows, sides, words, language }: Comparison): void {
  const heads = sides.flatMap(({ head, days }) => [
    `${head} (${days})`,
    translate(language, 'compare.numerator'),
    translate(language, 'compare.denominator'),
  ])
  const text = toCsv([
    [title],
    [
      translate(language, 'compare.indicator'),
      translate(language, 'compare.denominatorName'),
      ...heads,
      translate(language, 'compare.difference'),
      translate(language, 'compare.percent'),
    ],
    ...rows.map((row) => [
      words.name(row.indicator),
      words.isPercent(row.indicator) ? words.denominatorOf(row.now) : '',
      ...[row.now, row.then].flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]),
      row.difference,
      row.differencePercent?.value,
    ]),
  ])
  void downloadCsv(`${title.replaceAll('/', '-')}.csv`, text)
}
