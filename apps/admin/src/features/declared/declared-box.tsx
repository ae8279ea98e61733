import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { explainFigure } from '../../lib/explain.js'
import { formatFigure } from '../../lib/format.js'
import { useUnit } from '../organizations/unit-context.js'
import { DeclaredQuery, type Declared } from './declared-query.js'
import { useDeclaredWords } from './declared-words.js'
import './declared.css'

const DeclareDialog = lazy(async () => ({ default: (await import('./declare-dialog.js')).DeclareDialog }))
const CorrectDeclaredDialog = lazy(async () => ({
  default: (await import('./correct-declared-dialog.js')).CorrectDeclaredDialog,
}))

/** Where it is tried which way of counting gives what was printed: on the days of the declared figure. */
function explaining({ indicator, from, asOf }: Declared, printed: string): Record<string, string> {
  return { asOf, period: `from-${from ?? asOf}`, dialog: 'explain', of: indicator, printed }
}

function Row({ figure, mayCorrect }: { figure: Declared; mayCorrect: boolean }) {
  const { t, language } = useTexts()
  const { unitId, hrefTo, setParam } = usePlace()
  const words = useDeclaredWords()
  const { document, correctedOn, correctionReason, recorded } = figure
  const differing = !correctedOn && figure.difference ? figure.printedPercentage : null
  const details = [words.of(figure), words.days(figure), document?.number, figure.note].filter(Boolean)
  return (
    <tr className={correctedOn ? 'sb-corrected' : undefined}>
      <th scope="row">
        <strong>{words.name(figure)}</strong>
        <small title={document?.title}>
          {details.join(' · ')}
          {!correctedOn && mayCorrect && ' · '}
          {!correctedOn && mayCorrect && (
            <button
              type="button"
              className="sb-link-button"
              onClick={() => setParam({ dialog: 'correctDeclared', declared: figure.id })}
            >
              {t('declared.correct')}
            </button>
          )}
          {differing && ' · '}
          {differing && (
            <Link to={hrefTo(unitId, 'comparison', explaining(figure, differing))}>
              {t('declared.explainPercentage')}
            </Link>
          )}
        </small>
        {correctedOn && <small>{t('declared.corrected', { why: correctionReason ?? '' })}</small>}
      </th>
      <td data-label={t('declared.declared')}>{words.amount(figure)}</td>
      <td data-label={t('declared.recorded')} title={explainFigure(recorded, language)}>
        {formatFigure(recorded, language)}
      </td>
      <td data-label={t('declared.difference')} data-differs={figure.difference ? '' : undefined}>
        {words.difference(figure)}
      </td>
    </tr>
  )
}

function DeclaredTable({ figures }: { figures: readonly Declared[] }) {
  const { t } = useTexts()
  const { unit } = useUnit()
  return (
    <table className="sb-declared">
      <thead>
        <tr>
          <th scope="col">{t('declared.figure')}</th>
          <th scope="col">{t('declared.declared')}</th>
          <th scope="col">{t('declared.recorded')}</th>
          <th scope="col">{t('declared.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <Row key={figure.id} figure={figure} mayCorrect={unit?.viewerCanDeclareFigures === true} />
        ))}
      </tbody>
    </table>
  )
}

/** What offices and newspapers state of the unit, beside what is recorded; the two never mix. */
export function DeclaredBox() {
  const { t } = useTexts()
  const { place, unitId, params, setParam } = usePlace()
  const { data, previousData, error, refetch } = useQuery(DeclaredQuery, {
    variables: { id: unitId, at: place.asOf },
  })
  const unit = (data ?? previousData)?.organization
  const { unit: shown } = useUnit()
  const mayDeclare = shown?.viewerCanDeclareFigures === true
  const dialog = mayDeclare ? params.get('dialog') : null
  const figures = unit?.declaredFigures ?? []
  const correcting = figures.find(({ id }) => id === params.get('declared'))
  const close = () => setParam({ dialog: null, declared: null })
  return (
    <Box
      title={t('declared.title')}
      note={t('declared.note')}
      className="sb-declared-box"
      extra={
        mayDeclare && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => setParam({ dialog: 'declare' })}>
            {t('declared.declare')}
          </Button>
        )
      }
    >
      {!unit && error && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && [1, 2, 3].map((row) => <Bone key={row} width={`${90 - row * 12}%`} />)}
      {unit && figures.length === 0 && <p className="sb-quiet">{t('declared.empty')}</p>}
      {figures.length > 0 && <DeclaredTable figures={figures} />}
      <Suspense fallback={null}>
        {unit && dialog === 'declare' && <DeclareDialog unit={unit} onClose={close} />}
        {correcting && dialog === 'correctDeclared' && (
          <CorrectDeclaredDialog figure={correcting} onClose={close} />
        )}
      </Suspense>
    </Box>
  )
}
