import { formatPercent, roundRatio, type Rounding } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ShareBar } from '../../components/bars.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { behindFigure } from '../../lib/behind.js'
import { explainFigure } from '../../lib/explain.js'
import { figureOf, formatCount, formatFigure, type FigureValue } from '../../lib/format.js'

/** The customary order: women, ethnic minority, religious, Youth Union, enterprises; then the rest under a rule. */
const rows: ReadonlyArray<{ id: string; ruled?: boolean }> = [
  { id: 'femaleShare' },
  { id: 'ethnicMinorityShare' },
  { id: 'religiousShare' },
  { id: 'youthUnionShare' },
  { id: 'enterpriseShare' },
  { id: 'age18to30Share', ruled: true },
  { id: 'universityShare' },
  { id: 'admittedTeacher' },
  { id: 'admittedPupil' },
  { id: 'admittedBusinessOwner' },
  { id: 'readmitted' },
]

/** Who was admitted; every bar leads to the people behind it. */
export function CompositionBox({
  figures,
  rounding,
}: {
  figures: readonly FigureValue[]
  rounding: Rounding
}) {
  const { t, language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  const admitted = figureOf(figures, 'admitted')?.numerator ?? 0
  const shareOf = (figure: FigureValue | undefined) => {
    if (figure?.denominator != null) return { value: figure.value, text: formatFigure(figure, language) }
    const value = roundRatio(figure?.numerator ?? 0, admitted, rounding)
    return { value, text: value === null ? '–' : formatPercent(value, rounding, language) }
  }
  return (
    <Box title={t('composition.title')} note={t('composition.of', { n: formatCount(admitted, language) })}>
      {admitted === 0 ? (
        <EmptyState title={t('composition.empty')} hint={t('composition.emptyHint')} />
      ) : (
        <ul className="sb-bars">
          {rows.map(({ id, ruled }) => {
            const figure = figureOf(figures, id)
            const share = shareOf(figure)
            return (
              <li key={id} className={ruled ? 'sb-ruled' : undefined} title={explainFigure(figure, language)}>
                <span>{t(`composition.${id}` as TextKey)}</span>
                <b>
                  <Link to={hrefTo(unitId, 'admissions', behindFigure(id).extra)}>
                    {formatCount(figure?.numerator, language)}
                  </Link>
                </b>
                <ShareBar value={share.value} />
                <span className="sb-num">{share.text}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Box>
  )
}
