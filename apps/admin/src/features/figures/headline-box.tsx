import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { explainFigure } from '../../lib/explain.js'
import {
  figureOf,
  formatCount,
  formatDay,
  formatFigure,
  formatSigned,
  type FigureValue,
} from '../../lib/format.js'
import { paceOf } from '../../lib/period.js'
import { sameDayLastYear } from '@seedbed/shared'
import { Link } from 'react-router'
import { StatementBox } from '../statement/statement-box.js'
import { BulletBar } from './bullet-bar.js'

interface Props {
  figures: readonly FigureValue[]
  lastYear: number | null
  comparable: boolean
}

function Fact({ title, value, note }: { title: string; value: string; note: string }) {
  return (
    <div className="sb-fact">
      <span>{title}</span>
      <strong>{value}</strong>
      <small>{note}</small>
    </div>
  )
}

function usePace(target: number) {
  const { question } = usePlace()
  const pace = paceOf(question.from, question.asOf)
  return pace && target > 0 ? (target * pace.gone) / pace.whole : null
}

/** Admitted against target, with the pace of the calendar, last year and the rate on members. */
export function HeadlineBox({ figures, lastYear, comparable }: Props) {
  const { t, language } = useTexts()
  const { question, unitId, hrefTo } = usePlace()
  const figure = (id: string) => figureOf(figures, id)
  const count = (value: number) => formatCount(value, language)
  const admitted = figure('admitted')?.numerator ?? 0
  const target = figure('target')?.numerator ?? 0
  const over = figure('overBy')?.value ?? 0
  const pace = usePace(target)
  const lead = pace === null ? null : Math.round(admitted) - Math.round(pace)
  const rate = figure('rateOfMembers')
  const paceNote =
    lead === null ? '' : t(lead >= 0 ? 'headline.ahead' : 'headline.behind', { n: count(Math.abs(lead)) })
  return (
    <section className="sb-box sb-headline" aria-label={t('headline.title')}>
      <div className="sb-headline-main">
        <span>{t(target > 0 ? 'headline.title' : 'headline.noTarget')}</span>
        <p className="sb-headline-row">
          <Link to={hrefTo(unitId, 'admissions')} className="sb-headline-count" data-figure="admitted">
            {count(admitted)}
          </Link>
          {target > 0 && (
            <span className="sb-headline-of">
              / {t('headline.target')} <span data-figure="target">{count(target)}</span>
            </span>
          )}
          {target > 0 && (
            <b data-figure="completion" title={explainFigure(figure('completion'), language)}>
              {formatFigure(figure('completion'), language)}
            </b>
          )}
        </p>
        {target > 0 && <BulletBar actual={admitted} target={target} pace={pace} />}
      </div>
      <div className="sb-facts-row">
        {target > 0 && (
          <Fact
            title={t(over >= 0 ? 'headline.over' : 'headline.under')}
            value={count(Math.abs(over))}
            note={paceNote}
          />
        )}
        {comparable && (
          <Fact
            title={t('headline.lastYear')}
            value={lastYear === null ? '–' : formatSigned(admitted - lastYear, language)}
            note={`${formatDay(sameDayLastYear(question.asOf))}: ${formatCount(lastYear, language)}`}
          />
        )}
        <Fact
          title={t('headline.rate')}
          value={formatFigure(rate, language)}
          note={`${formatCount(rate?.numerator, language)} / ${formatCount(rate?.denominator, language)}`}
        />
      </div>
      <StatementBox />
    </section>
  )
}
