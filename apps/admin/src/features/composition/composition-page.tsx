import { useQuery } from '@apollo/client/react'
import { DIMENSIONS, findIndicator } from '@seedbed/shared'
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { CompositionControls } from './composition-controls.js'
import { downloadCrossTab } from './composition-download.js'
import { CrossTabQuery, type CrossTab } from './composition-query.js'
import { isStock, readState, type CompositionState } from './composition-state.js'
import { CrossChart } from './cross-chart.js'
import { CrossTable } from './cross-table.js'
import './composition.css'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))
const CountedPeople = lazy(async () => ({ default: (await import('./counted-people.js')).CountedPeople }))

function useCrossTab(state: CompositionState) {
  const { place, question, unitId } = usePlace()
  const { count, rows, columns, groupSet } = state
  const input = {
    ...question,
    indicator: count,
    rows,
    ...(columns ? { columns } : {}),
    ...(groupSet ? { groupSetId: groupSet } : {}),
  }
  const waits = (rows === 'GROUP' || columns === 'GROUP') && !groupSet
  return {
    waits,
    ...useQuery(CrossTabQuery, { variables: { id: unitId, at: place.asOf, input }, skip: waits }),
  }
}

/** What the numbers are called: "Kết nạp theo giới tính và độ tuổi". */
function useTitles(state: CompositionState) {
  const { t, language } = useTexts()
  const counted = findIndicator(state.count)?.label[language] ?? state.count
  const by = [state.rows, ...(state.columns ? [state.columns] : [])].map(
    (code) => DIMENSIONS[code].label[language],
  )
  const title = t(by.length > 1 ? 'cross.titleTwo' : 'cross.title', {
    what: counted,
    by: (by[0] ?? '').toLocaleLowerCase(language),
    and: (by[1] ?? '').toLocaleLowerCase(language),
  })
  const cellTitle = (tab: CrossTab | undefined) => {
    const nameIn = (list: CrossTab['rows'] | undefined, code: string | null | undefined) => {
      const found = list?.find((one) => one.code === code)
      return found ? [language === 'vi' ? found.label : found.labelEn] : []
    }
    const { cell } = state
    return [counted, ...nameIn(tab?.rows, cell?.row), ...nameIn(tab?.columns, cell?.column)].join(' · ')
  }
  return { title, cellTitle }
}

/** Persons by one or two attributes, as a table and as a chart; every number opens the people behind it. */
export function CompositionPage() {
  const { t, language } = useTexts()
  const { question, params, setParam } = usePlace()
  const state = readState(params)
  const { data, previousData, error, refetch, waits } = useCrossTab(state)
  const unit = (data ?? previousData)?.organization
  const tab = unit?.crossTab
  const { title, cellTitle } = useTitles(state)
  const person = params.get('person')
  const days = isStock(state.count)
    ? t('cross.onDay', { day: formatDay(question.asOf) })
    : t('admissions.period', { from: formatDay(question.from), to: formatDay(question.asOf) })
  return (
    <div className="sb-page" aria-busy={!data && !error && !waits}>
      <CompositionControls state={state} />
      {waits && <EmptyState title={t('cross.chooseGroupSet')} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!tab && !error && !waits && <TableSkeleton />}
      {tab && !waits && !(error && !data) && (
        <Box
          className="sb-cross-box"
          title={title}
          note={days}
          extra={
            <Button
              icon={<DownloadOutlined />}
              onClick={() => downloadCrossTab(`${unit.name}: ${title}, ${days}`, tab, language)}
            >
              {t('units.download')}
            </Button>
          }
        >
          {tab.total.count === 0 ? (
            <EmptyState title={t('cross.empty')} hint={t('admissions.emptyHint')} />
          ) : (
            <div className="sb-live">
              {state.chart ? (
                <CrossChart tab={tab} />
              ) : (
                <CrossTable tab={tab} by={DIMENSIONS[state.rows].label[language]} />
              )}
              <p className="sb-cross-note">
                {tab.average && t('cross.average', { n: tab.average.text })}{' '}
                {tab.unknown !== null && tab.unknown > 0
                  ? t('cross.unknown', { n: formatCount(tab.unknown, language) })
                  : t('cross.addsUp')}
              </p>
            </div>
          )}
        </Box>
      )}
      <Suspense fallback={null}>
        {state.cell && !waits && (
          <CountedPeople state={state} title={cellTitle(tab)} onClose={() => setParam({ cell: null })} />
        )}
        {person && <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />}
      </Suspense>
    </div>
  )
}
