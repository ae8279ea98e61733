import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { MAP_COLORS } from '../../app/tokens.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { explainFigure } from '../../lib/explain.js'
import { figureOf, formatCount, formatFigure, shortName } from '../../lib/format.js'
import { paceOf } from '../../lib/period.js'
import { squarify } from './squarify.js'
import type { UnitRow } from './units-query.js'
import type { Area } from './units-toolbar.js'

type Shade = keyof typeof MAP_COLORS

function shadeOf(value: number | null, pacePercent: number): Shade {
  if (value === null) return 'low'
  if (value < pacePercent) return 'behind'
  if (value < 125) return 'low'
  return value < 175 ? 'middle' : 'high'
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(1000)
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, width }
}

/** What the shades of the map mean. */
export function MapLegend() {
  const { t } = useTexts()
  return (
    <span className="sb-legend">
      {(Object.keys(MAP_COLORS) as Shade[]).map((shade) => (
        <span key={shade}>
          <i style={{ background: MAP_COLORS[shade].fill }} />
          {t(`units.map${shade.charAt(0).toUpperCase()}${shade.slice(1)}` as TextKey)}
        </span>
      ))}
    </span>
  )
}

/** Each unit a cell: its area the target or the members, its shade the completion; a label in every cell. */
export function UnitsMap({ rows, area }: { rows: readonly UnitRow[]; area: Area }) {
  const { t, language } = useTexts()
  const { question, hrefTo } = usePlace()
  const { box, width } = useWidth()
  const height = width < 600 ? 900 : 600
  const pace = paceOf(question.from, question.asOf)
  const pacePercent = pace ? (pace.gone / pace.whole) * 100 : 100
  const units = rows.filter((row) => row.organization)
  const cells = squarify(units, (row) => figureOf(row.figures, area)?.numerator ?? 0, width, height)
  return (
    <div className="sb-box sb-map-box">
      <div className="sb-map" ref={box} style={{ height }} role="list" aria-label={t('units.mapText')}>
        {cells.length === 0 && <EmptyState title={t('units.mapEmpty')} hint={t('units.mapEmptyHint')} />}
        {cells.map(({ item, x, y, width: wide, height: high }) => {
          const completion = figureOf(item.figures, 'completion')
          const colors = MAP_COLORS[shadeOf(completion?.value ?? null, pacePercent)]
          const unit = item.organization!
          const text = [
            unit.name,
            formatFigure(completion, language),
            explainFigure(completion, language),
          ].join(' · ')
          return (
            <div key={unit.id} role="listitem">
              <Link
                to={hrefTo(
                  unit.id,
                  unit.holdsMembers ? 'overview' : 'units',
                  unit.holdsMembers ? {} : { view: 'map' },
                )}
                title={text}
                style={{
                  left: x,
                  top: y,
                  width: wide - 4,
                  height: high - 4,
                  background: colors.fill,
                  color: colors.text,
                }}
              >
                <span>{shortName(unit.name)}</span>
                <span>{formatFigure(completion, language)}</span>
                <span>
                  {formatCount(completion?.numerator, language)} /{' '}
                  {formatCount(completion?.denominator, language)}
                </span>
              </Link>
            </div>
          )
        })}
      </div>
    </div>
  )
}
