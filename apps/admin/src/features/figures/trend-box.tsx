import { TableOutlined } from '@ant-design/icons'
import { COUNT_BASES, type Grain } from '@seedbed/shared'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { trendLabel } from './trend-label.js'
import type { TrendRow } from './trend-rows.js'

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.js')).TrendChart }))

interface Props {
  rows: readonly TrendRow[]
  grain: Grain
  hasLastYear: boolean
}

function TrendTable({ rows, grain, hasLastYear }: Props) {
  const { t, language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  const count = (value: number | null) => formatCount(value === null ? null : Math.round(value), language)
  return (
    <div className="sb-scroll" tabIndex={0} role="region" aria-label={t('trend.table')}>
      <table className="sb-plain">
        <thead>
          <tr>
            <th scope="col">{t('trend.part')}</th>
            <th scope="col" className="sb-num">
              {t('trend.count')}
            </th>
            <th scope="col" className="sb-num">
              {t('trend.cumulative')}
            </th>
            {hasLastYear && (
              <th scope="col" className="sb-num">
                {t('trend.lastYear')}
              </th>
            )}
            <th scope="col" className="sb-num">
              {t('trend.pace')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <th scope="row">{trendLabel(row, grain, language)}</th>
              <td className="sb-num">
                {row.count === null ? (
                  '–'
                ) : (
                  <Link to={hrefTo(unitId, 'admissions', { from: row.from, to: row.to })}>
                    {count(row.count)}
                  </Link>
                )}
              </td>
              <td className="sb-num">{count(row.cumulative)}</td>
              {hasLastYear && <td className="sb-num">{count(row.lastYearCumulative)}</td>}
              <td className="sb-num">{count(row.target)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Admissions over time, cumulative against last year and the way to the target; a table stands behind the chart. */
export function TrendBox(props: Props) {
  const { t, label, language } = useTexts()
  const { place } = usePlace()
  const [table, setTable] = useState(false)
  const last = props.rows.findLast((row) => row.cumulative !== null)
  const description = last
    ? t('trend.text', { n: formatCount(last.cumulative, language), day: formatDay(place.asOf) })
    : ''
  return (
    <Box
      className="sb-area-trend"
      title={t(`trend.title${props.grain}` as TextKey)}
      note={label(COUNT_BASES, place.basis)}
      extra={
        <button
          type="button"
          className="sb-link-button"
          aria-pressed={table}
          onClick={() => setTable(!table)}
        >
          <TableOutlined aria-hidden /> {t(table ? 'chart.chart' : 'chart.table')}
        </button>
      }
    >
      {table ? (
        <TrendTable {...props} />
      ) : (
        <figure role="img" aria-label={description}>
          <Suspense fallback={<div className="sb-chart" aria-busy="true" />}>
            <TrendChart {...props} />
          </Suspense>
        </figure>
      )}
    </Box>
  )
}
