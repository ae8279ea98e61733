import { useQuery } from '@apollo/client/react'
import { COUNT_BASES, minDay } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { useUnit } from '../organizations/unit-context.js'
import { AdmissionRows } from './admission-rows.js'
import { AdmissionsQuery } from './admissions-query.js'
import { FilterBar } from './filter-bar.js'
import { readFilters } from './filters.js'
import './admissions.css'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))
const RecordDialog = lazy(async () => ({ default: (await import('./record-dialog.js')).RecordDialog }))

const PAGE = 50

function useAdmissions() {
  const { place, question, params, unitId } = usePlace()
  const filters = useMemo(() => readFilters(params), [params])
  const { from, to, flags, choices } = filters
  const filter = {
    from: from ?? question.from,
    to: minDay(to ?? question.asOf, question.asOf),
    countBasis: question.countBasis,
    perimeter: question.perimeter,
    ...(question.perimeter === 'RESTATED' ? { treeAt: question.treeAt ?? question.asOf } : {}),
    ...flags,
    ...choices,
  }
  const query = useQuery(AdmissionsQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const before = known.organization
        const page = fetchMoreResult.organization
        if (!before || !page) return known
        const edges = [...before.admissions.edges, ...page.admissions.edges]
        return { organization: { ...before, admissions: { ...page.admissions, edges } } }
      },
    })
  return { ...query, filters, filter, loadMore }
}

function More({ onMore }: { onMore: () => Promise<unknown> }) {
  const { t } = useTexts()
  const [loading, setLoading] = useState(false)
  const load = () => {
    setLoading(true)
    void onMore().finally(() => setLoading(false))
  }
  return (
    <Button loading={loading} onClick={load}>
      {t('admissions.more')}
    </Button>
  )
}

/** The people behind a number: the same period, basis and perimeter, narrowed by what was counted. */
export function AdmissionsPage() {
  const { t, label, language } = useTexts()
  const { place, params, setParam } = usePlace()
  const { data, previousData, error, refetch, filters, filter, loadMore } = useAdmissions()
  const unit = (data ?? previousData)?.organization
  const list = unit?.admissions
  const total = formatCount(list?.totalCount, language)
  const person = params.get('person')
  const { unit: shown } = useUnit()
  const mayRecord = shown?.viewerCanRecordMembership || shown?.viewerCanRecordSources
  return (
    <div className="sb-page" aria-busy={!data && !error}>
      <div className="sb-toolbar">
        <p className="sb-count">
          <strong>{list ? t('admissions.count', { n: total }) : ' '}</strong>{' '}
          <small>
            {t('admissions.period', { from: formatDay(filter.from), to: formatDay(filter.to) })},{' '}
            {label(COUNT_BASES, place.basis)}
          </small>
        </p>
        {mayRecord && (
          <Button type="primary" onClick={() => setParam({ dialog: 'record' })}>
            {t('record.open')}
          </Button>
        )}
      </div>
      <FilterBar filters={filters} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton />}
      {list && !(error && !data) && (
        <div className="sb-box sb-live">
          {list.edges.length === 0 ? (
            <EmptyState title={t('admissions.empty')} hint={t('admissions.emptyHint')} />
          ) : (
            <AdmissionRows rows={list.edges.map(({ node }) => node)} />
          )}
          {list.pageInfo.hasNextPage && (
            <p className="sb-more">
              <More onMore={() => loadMore(list.pageInfo.endCursor)} />
              <small>
                {t('admissions.shown', { shown: formatCount(list.edges.length, language), total })}
              </small>
            </p>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {person && <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />}
        {mayRecord && params.get('dialog') === 'record' && (
          <RecordDialog onClose={() => setParam({ dialog: null })} />
        )}
      </Suspense>
    </div>
  )
}
