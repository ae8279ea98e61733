import { useQuery } from '@apollo/client/react'
import { COMPARED_WITH, sameDayLastYear } from '@seedbed/shared'
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatDay, shortName } from '../../lib/format.js'
import { ComparisonControls } from './comparison-controls.js'
import { downloadComparison } from './comparison-download.js'
import { ComparisonQuery } from './comparison-query.js'
import { otherSide, placeThen, readComparison, type ComparisonState } from './comparison-state.js'
import { ComparisonTable, type Side } from './comparison-table.js'
import { useComparisonWords } from './comparison-words.js'
import { RatioBox } from './ratio-box.js'
import './comparison.css'

const ExplainDialog = lazy(async () => ({ default: (await import('./explain-dialog.js')).ExplainDialog }))

function useComparison(state: ComparisonState) {
  const { question, place, unitId } = usePlace()
  const waits = state.with === 'UNIT' && !state.other
  const figures = { ...question, indicators: [...state.rows], memberBase: state.base }
  const query = useQuery(ComparisonQuery, {
    variables: {
      id: unitId,
      at: place.asOf,
      input: { figures, ...otherSide(state) },
      other: state.other,
      withUnit: state.with === 'UNIT',
    },
    skip: waits,
  })
  return { waits, ...query }
}

/** What the two columns are called: two periods, or two units. */
function useSides(state: ComparisonState, unit: string, other: string): [Side, Side] {
  const { t } = useTexts()
  const { question, place, unitId } = usePlace()
  const days = (from: string, to: string) =>
    t('admissions.period', { from: formatDay(from), to: formatDay(to) })
  const here = { unitId, place, days: days(question.from, question.asOf) }
  if (state.with === 'UNIT')
    return [
      { ...here, head: shortName(unit) },
      { ...here, head: shortName(other), unitId: state.other ?? unitId },
    ]
  const isPeriod = state.with === 'PERIOD'
  return [
    { ...here, head: t('compare.now') },
    {
      unitId,
      place: placeThen(state, place),
      head: t(isPeriod ? 'compare.then' : 'compare.lastYear'),
      days: isPeriod
        ? days(state.from, state.asOf)
        : days(sameDayLastYear(question.from), sameDayLastYear(question.asOf)),
    },
  ]
}

/** Figures of a unit beside those of the same date last year, another period or another unit. */
export function ComparisonPage() {
  const { t, label, language } = useTexts()
  const { place, params, setParam } = usePlace()
  const state = readComparison(params, place)
  const { data, previousData, error, refetch, waits } = useComparison(state)
  const known = data ?? previousData
  const unit = known?.organization
  const otherName = known?.other?.name
  const words = useComparisonWords(state.base)
  const sides = useSides(state, unit?.name ?? '', otherName ?? '')
  const title = t('compare.title', { what: label(COMPARED_WITH, state.with) })
  const tree =
    place.perimeter === 'RESTATED'
      ? t('compare.restated', { day: formatDay(place.treeAt ?? place.asOf) })
      : t('compare.recorded')
  if (data && !data.organization) return <ErrorState error={null} notFound />
  return (
    <div className="sb-page" aria-busy={!data && !error && !waits}>
      <ComparisonControls state={state} otherName={otherName} />
      {waits && <EmptyState title={t('compare.chooseUnit')} hint={t('compare.chooseUnitHint')} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && !waits && <TableSkeleton />}
      {unit && !waits && !(error && !data) && (
        <Box
          title={title}
          extra={
            <Button
              icon={<DownloadOutlined />}
              onClick={() =>
                downloadComparison({
                  title: `${unit.name} · ${title} · ${formatDay(place.asOf)}`,
                  rows: unit.comparison,
                  sides,
                  words,
                  language,
                })
              }
            >
              {t('units.download')}
            </Button>
          }
        >
          <div className="sb-live">
            <ComparisonTable
              rows={unit.comparison}
              now={sides[0]}
              then={sides[1]}
              ofUnits={state.with === 'UNIT'}
              words={words}
            />
            <p className="sb-box-foot">
              {t('compare.foot')} {tree}
            </p>
          </div>
        </Box>
      )}
      <RatioBox />
      {params.get('dialog') === 'explain' && (
        <Suspense fallback={null}>
          <ExplainDialog onClose={() => setParam({ dialog: null, of: null, printed: null })} />
        </Suspense>
      )}
    </div>
  )
}
