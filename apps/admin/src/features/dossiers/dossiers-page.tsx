import { useQuery } from '@apollo/client/react'
import { stepsFrom, type DossierStepKind } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { meetingHref } from '../../lib/place.js'
import { DossierFilter, statesIn } from './dossier-filter.js'
import { DossiersQuery, type DossierRow } from './dossier-query.js'
import { DossierTable } from './dossier-table.js'
import { STEP_LABELS } from './step-words.js'
import '../admissions/admissions.css'
import '../sources/sources.css'
import './dossiers.css'

const BulkStepDialog = lazy(async () => ({ default: (await import('./bulk-step-dialog.js')).BulkStepDialog }))

const PAGE = 50

/** Steps that can be taken for several at once: those that need nothing of each person but a day and a document. */
const TOGETHER: readonly DossierStepKind[] = [
  'READY',
  'SECTION_REPORT',
  'PROPOSAL',
  'DECISION',
  'CEREMONY',
  'RECOGNITION',
  'EXTENSION',
]

/** What the table of the procedure allows next for every one of these dossiers. */
export function stepsTogether(rows: readonly Pick<DossierRow, 'state'>[]): DossierStepKind[] {
  if (rows.length === 0) return []
  return TOGETHER.filter((kind) => rows.every(({ state }) => stepsFrom(state).includes(kind)))
}

function useDossiers() {
  const { place, params, unitId } = usePlace()
  const text = params.get('text')?.slice(0, 100) || undefined
  const filter = useMemo(() => ({ states: statesIn(params), text }), [params, text])
  const query = useQuery(DossiersQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const edges = [...before.dossiers.edges, ...page.dossiers.edges]
        return { organization: { ...before, dossiers: { ...page.dossiers, edges } } }
      },
    })
  return { ...query, loadMore }
}

/** Dossiers of a unit and all below it: by state, with deadlines, and what can be recorded for several at once. */
export function DossiersPage() {
  const { t, label, language } = useTexts()
  const { place, params, unitId } = usePlace()
  const { data, previousData, error, refetch, loadMore } = useDossiers()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [kind, setKind] = useState<DossierStepKind | null>(null)
  const unit = (data ?? previousData)?.organization
  const page = unit?.dossiers
  const rows = page?.edges.map(({ node }) => node) ?? []
  const picked = rows.filter(({ id }) => chosen.has(id))
  const mayAct = unit?.viewerCanPrepareDossiers || unit?.viewerCanDecideAdmissions
  const toggle = (id: string) =>
    setChosen((known) => new Set(known.has(id) ? [...known].filter((one) => one !== id) : [...known, id]))
  return (
    <div className="sb-page sb-sources" aria-busy={!data && !error}>
      <div className="sb-toolbar">
        <p className="sb-count">
          <strong>{page ? t('dossier.count', { n: formatCount(page.totalCount, language) }) : ' '}</strong>{' '}
          <small>{t('sources.onDay', { day: formatDay(place.asOf) })}</small>
        </p>
        {unit?.holdsMembers && unit.viewerCanPrepareDossiers && (
          <Link to={meetingHref(params, unitId)}>{t('meeting.open')}</Link>
        )}
      </div>
      <DossierFilter states={page?.states ?? []} />
      {picked.length > 0 && (
        <div className="sb-bulk" role="region" aria-label={t('sources.chosen', { n: picked.length })}>
          <strong>{t('sources.chosen', { n: formatCount(picked.length, language) })}</strong>
          {stepsTogether(picked).map((step) => (
            <Button key={step} onClick={() => setKind(step)}>
              {label(STEP_LABELS, step)}
            </Button>
          ))}
          {stepsTogether(picked).length === 0 && <span>{t('dossier.nothingTogether')}</span>}
          <Button type="link" onClick={() => setChosen(new Set())}>
            {t('sources.clear')}
          </Button>
        </div>
      )}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!page && !error && <TableSkeleton />}
      {page && !(error && !data) && (
        <div className="sb-box sb-live">
          {rows.length === 0 ? (
            <EmptyState title={t('dossier.empty')} hint={t('dossier.emptyHint')} />
          ) : (
            <DossierTable
              rows={rows}
              on={place.asOf}
              chosen={chosen}
              onToggle={mayAct ? toggle : undefined}
            />
          )}
          {page.pageInfo.hasNextPage && (
            <Button onClick={() => void loadMore(page.pageInfo.endCursor)}>{t('admissions.more')}</Button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {kind && picked.length > 0 && (
          <BulkStepDialog
            rows={picked}
            kind={kind}
            onClose={() => setKind(null)}
            onDone={() => setChosen(new Set())}
          />
        )}
      </Suspense>
    </div>
  )
}
