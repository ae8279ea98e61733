import { findIndicator } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePhone } from '../../app/use-media.js'
import { usePlace } from '../../app/use-place.js'
import { CompletionBar, ShareBar } from '../../components/bars.js'
import { peopleBehind } from '../../lib/behind.js'
import { explainFigure } from '../../lib/explain.js'
import {
  figureOf,
  formatFigure,
  formatShortDay,
  formatSigned,
  shortName,
  type FigureValue,
  type Language,
} from '../../lib/format.js'
import { paceOf } from '../../lib/period.js'
import type { UnitRow } from './units-query.js'

/** The name of a row: a unit (with the day it left), the ended units together, or what is directly at the unit. */
export function useRowName() {
  const { t } = useTexts()
  return (row: UnitRow): string => {
    if (row.organization) return row.organization.name
    return t(row.row === 'DIRECT' ? 'units.direct' : 'units.ended')
  }
}

/** First cell: leads down, keeping the tab where there is something below. */
export function NameCell({ row }: { row: UnitRow }) {
  const { t } = useTexts()
  const { hrefTo } = usePlace()
  const name = useRowName()(row)
  const phone = usePhone()
  const until = row.until ? <small> {t('unit.until', { day: formatShortDay(row.until) })}</small> : null
  if (!row.organization) return <span className="sb-row-aside">{name}</span>
  return (
    <>
      <Link to={hrefTo(row.organization.id, row.organization.holdsMembers ? 'overview' : 'units')}>
        {phone ? shortName(name) : name}
      </Link>
      {until}
    </>
  )
}

/** The figure in words: "+8" for a difference, the text of the server otherwise. */
export function figureText(id: string, figure: FigureValue | undefined, language: Language): string {
  if (id === 'overBy' && figure?.value != null) return formatSigned(figure.value, language)
  return formatFigure(figure, language)
}

function useBehind() {
  const { question } = usePlace()
  const pace = paceOf(question.from, question.asOf)
  return (value: number | null) => value !== null && pace !== null && value < (pace.gone / pace.whole) * 100
}

/** A figure of a child: bar where it is a percentage, and a link to the people or the units behind it. */
export function FigureCell({ id, row }: { id: string; row: UnitRow }) {
  const { language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  const isBehind = useBehind()
  const figure = figureOf(row.figures, id)
  const people = peopleBehind(id)
  const target = row.organization?.id ?? unitId
  const tab = people
    ? 'admissions'
    : row.organization && !row.organization.holdsMembers
      ? 'units'
      : 'overview'
  const behind = id === 'completion' && isBehind(figure?.value ?? null)
  const isShare = findIndicator(id)?.unit === 'PERCENT'
  return (
    <span className={isShare ? 'sb-cell sb-cell-bar' : 'sb-cell'} title={explainFigure(figure, language)}>
      {id === 'completion' && <CompletionBar value={figure?.value ?? null} behind={behind} />}
      {isShare && id !== 'completion' && <ShareBar value={figure?.value ?? null} />}
      <Link
        to={hrefTo(target, tab, people)}
        data-figure={id}
        className={behind ? 'sb-num sb-warn' : 'sb-num'}
      >
        {figureText(id, figure, language)}
      </Link>
    </span>
  )
}
