import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { behindFigure } from '../../lib/behind.js'
import { formatFigure } from '../../lib/format.js'
import { unitHref, writePlace, type Place } from '../../lib/place.js'
import type { Compared, ComparedFigure } from './comparison-query.js'
import type { useComparisonWords } from './comparison-words.js'

type Words = ReturnType<typeof useComparisonWords>

/** One side of the comparison: what its column is called, and where its numbers lead. */
export interface Side {
  head: string
  days: string
  unitId: string
  place: Place
}

function Value({ figure, side, words }: { figure: ComparedFigure; side: Side; words: Words }) {
  const { language } = useTexts()
  const { params } = usePlace()
  if (figure.value === null)
    return (
      <td className="sb-num">
        – <small>{words.reason(figure)}</small>
      </td>
    )
  const { tab, extra } = behindFigure(figure.indicator)
  return (
    <td className="sb-num">
      <Link
        to={unitHref(writePlace(params, side.place), side.unitId, tab, extra)}
        title={words.explain(figure)}
      >
        {formatFigure(figure, language)}
      </Link>
      {words.isPercent(figure.indicator) && <small>{words.parts(figure)}</small>}
    </td>
  )
}

function Row({ row, now, then, words }: { row: Compared; now: Side; then: Side; words: Words }) {
  const { t } = useTexts()
  const percent = row.differencePercent
  return (
    <tr>
      <th scope="row">
        {words.name(row.indicator)}
        {words.isPercent(row.indicator) && (
          <small>{t('compare.of', { what: words.denominatorOf(row.now) })}</small>
        )}
      </th>
      <Value figure={row.now} side={now} words={words} />
      <Value figure={row.then} side={then} words={words} />
      <td className="sb-num sb-compare-by">{words.difference(row)}</td>
      <td className="sb-num" title={percent?.value === null ? words.reason(percent) : undefined}>
        {words.percent(row)}
      </td>
    </tr>
  )
}

interface Props {
  rows: readonly Compared[]
  now: Side
  then: Side
  ofUnits: boolean
  words: Words
}

/** Figures as rows: now, then, the difference in persons or points, and in percent of then. */
export function ComparisonTable({ rows, now, then, ofUnits, words }: Props) {
  const { t } = useTexts()
  return (
    <table className="sb-plain sb-compare">
      <thead>
        <tr>
          <th scope="col">{t('compare.indicator')}</th>
          {[now, then].map(({ head, days }) => (
            <th key={`${head} ${days}`} scope="col" className="sb-num">
              {head}
              <small>{days}</small>
            </th>
          ))}
          <th scope="col" className="sb-num">
            {t(ofUnits ? 'compare.gap' : 'compare.difference')}
          </th>
          <th scope="col" className="sb-num">
            {t(ofUnits ? 'compare.gapPercent' : 'compare.percent')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.indicator} row={row} now={now} then={then} words={words} />
        ))}
      </tbody>
    </table>
  )
}
