import { useQuery } from '@apollo/client/react'
import { NO_SOURCE_CAUSES } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { ReadOnlyNote } from '../../components/read-only-note.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { useUnit } from '../organizations/unit-context.js'
import { CandidateBoard } from './candidate-board.js'
import { CandidateTable } from './candidate-table.js'
import { OfferedCandidates } from './offered-candidates.js'
import { filterOf, SourceFilters, viewOf } from './source-filters.js'
import { SourcesQuery, type Candidate, type SourcesAnswer } from './sources-query.js'
import '../admissions/admissions.css'
import './sources.css'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))
const SourceDialogs = lazy(async () => ({ default: (await import('./source-dialogs.js')).SourceDialogs }))
const CoursesView = lazy(async () => ({ default: (await import('./courses-view.js')).CoursesView }))

const PAGE = 200

function useSources() {
  const { place, params, unitId } = usePlace()
  const filter = useMemo(() => filterOf(params), [params])
  const query = useQuery(SourcesQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const edges = [...before.candidates.edges, ...page.candidates.edges]
        return { organization: { ...before, candidates: { ...page.candidates, edges } } }
      },
    })
  return { ...query, loadMore }
}

function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setIds((known) => new Set(known.has(id) ? [...known].filter((one) => one !== id) : [...known, id]))
  return { ids, toggle, clear: () => setIds(new Set()) }
}

const ACTIONS = ['list', 'mentor', 'enrol', 'strike'] as const

/** Whether all who are chosen have a certificate and no dossier yet. */
const areCertified = (rows: ReadonlyArray<Pick<Candidate, 'stage'>>) =>
  rows.every(({ stage }) => stage === 'CERTIFIED')

function Actions(props: { count: number; mayOpen: boolean; onClear: () => void }) {
  const { count, mayOpen, onClear } = props
  const { t, language } = useTexts()
  const { setParam } = usePlace()
  if (count === 0) return null
  return (
    <div className="sb-bulk" role="region" aria-label={t('sources.chosen', { n: count })}>
      <strong>{t('sources.chosen', { n: formatCount(count, language) })}</strong>
      {ACTIONS.map((action) => (
        <Button key={action} onClick={() => setParam({ dialog: action })}>
          {t(`sources.act.${action}`)}
        </Button>
      ))}
      {mayOpen && <Button onClick={() => setParam({ dialog: 'dossiers' })}>{t('dossier.open')}</Button>}
      <Button type="link" onClick={onClear}>
        {t('sources.clear')}
      </Button>
    </div>
  )
}

function Candidates({
  unit,
  selection,
}: {
  unit: SourcesAnswer
  selection: ReturnType<typeof useSelection>
}) {
  const { t, label } = useTexts()
  const { params } = usePlace()
  const rows = unit.candidates.edges.map(({ node }) => node)
  if (rows.length === 0 && unit.noSource)
    return (
      <EmptyState
        title={t('sources.declared', { cause: label(NO_SOURCE_CAUSES, unit.noSource.cause) })}
        hint={t('sources.declaredUntil', {
          from: formatDay(unit.noSource.from),
          to: formatDay(unit.noSource.to),
        })}
      />
    )
  if (rows.length === 0) return <EmptyState title={t('sources.empty')} hint={t('sources.emptyHint')} />
  if (viewOf(params) === 'list') return <CandidateTable rows={rows} selection={selection} />
  return <CandidateBoard rows={rows} stages={unit.candidates.stages} selection={selection} />
}

/** Sources of a unit: by stage or as a list, what comes next for each, and what can be done for many at once. */
export function SourcesPage() {
  const { t, language } = useTexts()
  const { params, setParam, place } = usePlace()
  const { data, previousData, error, refetch, loadMore } = useSources()
  const selection = useSelection()
  const { unit: shown } = useUnit()
  const mayRecord = shown?.viewerCanRecordSources === true
  const unit = (data ?? previousData)?.organization
  const person = params.get('person')
  const isCourses = viewOf(params) === 'courses'
  const page = unit?.candidates
  const chosen = page?.edges.map(({ node }) => node).filter(({ id }) => selection.ids.has(id)) ?? []
  return (
    <div className="sb-page sb-sources" aria-busy={!data && !error}>
      <div className="sb-toolbar">
        <p className="sb-count">
          <strong>{page ? t('sources.count', { n: formatCount(page.totalCount, language) }) : ' '}</strong>{' '}
          <small>{t('sources.onDay', { day: formatDay(place.asOf) })}</small>
        </p>
        <Link to="/rules">{t('rules.title')}</Link>
        {mayRecord && unit && page?.totalCount === 0 && !unit.noSource && (
          <Button onClick={() => setParam({ dialog: 'noSource' })}>{t('sources.noSource')}</Button>
        )}
        {mayRecord && (
          <Button type="primary" onClick={() => setParam({ dialog: 'identify' })}>
            {t('sources.add')}
          </Button>
        )}
      </div>
      {shown && !mayRecord && <ReadOnlyNote />}
      {unit && <OfferedCandidates offers={unit.candidatesOffered} />}
      <SourceFilters />
      {(mayRecord || unit?.viewerCanPrepareDossiers) && (
        <Actions
          count={selection.ids.size}
          mayOpen={unit?.viewerCanPrepareDossiers === true && areCertified(chosen)}
          onClear={selection.clear}
        />
      )}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && <TableSkeleton />}
      <Suspense fallback={<TableSkeleton />}>{isCourses && <CoursesView />}</Suspense>
      {unit && !isCourses && !(error && !data) && (
        <div className="sb-box sb-live">
          <Candidates unit={unit} selection={selection} />
          {page?.pageInfo.hasNextPage && (
            <Button onClick={() => void loadMore(page.pageInfo.endCursor)}>{t('admissions.more')}</Button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {person && <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />}
        {mayRecord && unit && params.get('dialog') && (
          <SourceDialogs unit={unit} selected={[...selection.ids]} onDone={selection.clear} />
        )}
      </Suspense>
    </div>
  )
}
