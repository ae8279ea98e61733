import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ShareBar } from '../../components/bars.js'
import { Box } from '../../components/box.js'
import { explainFigure } from '../../lib/explain.js'
import { figureOf, formatCount, formatFigure, type FigureValue } from '../../lib/format.js'

interface Step {
  id: string
  conversion?: string
  link?: Record<string, string>
  accent?: boolean
  ruled?: boolean
}

const steps: readonly Step[] = [
  { id: 'introduced' },
  { id: 'introducedAdmitted', conversion: 'introductionConversion', link: { introduced: '1' } },
  { id: 'courseCompleted', ruled: true },
  { id: 'courseAdmitted', conversion: 'courseConversion', link: { courseCompleted: '1' } },
  { id: 'admitted', accent: true, link: {}, ruled: true },
  { id: 'recognized' },
]

/** From introductions and courses to admission, and on to recognition. */
export function FunnelBox({ figures }: { figures: readonly FigureValue[] }) {
  const { t, language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  const value = (id: string) => figureOf(figures, id)?.numerator ?? 0
  const most = Math.max(1, ...steps.map(({ id }) => value(id)))
  return (
    <Box title={t('funnel.title')} note={t('funnel.note')} className="sb-area-funnel">
      <ul className="sb-bars sb-funnel">
        {steps.map(({ id, conversion, link, accent, ruled }) => (
          <li key={id} className={ruled ? 'sb-ruled' : undefined}>
            <span className={conversion ? 'sb-part' : undefined}>{t(`funnel.${id}` as TextKey)}</span>
            <b>
              {link ? (
                <Link to={hrefTo(unitId, 'admissions', link)}>{formatCount(value(id), language)}</Link>
              ) : (
                formatCount(value(id), language)
              )}
            </b>
            <ShareBar value={(value(id) / most) * 100} accent={accent} />
            <span
              className="sb-num"
              title={conversion && explainFigure(figureOf(figures, conversion), language)}
            >
              {conversion && formatFigure(figureOf(figures, conversion), language)}
            </span>
          </li>
        ))}
      </ul>
    </Box>
  )
}
