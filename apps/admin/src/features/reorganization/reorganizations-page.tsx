import { useQuery } from '@apollo/client/react'
import { codesOf, REORGANIZATION_STATUSES, type ReorganizationStatus } from '@seedbed/shared'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { ReadOnlyNote } from '../../components/read-only-note.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { reorganizationHref } from './reorganization-href.js'
import { ReorganizationsQuery, type Header } from './reorganization-query.js'
import { StatusTag } from './status-tag.js'
import { useWords } from './use-words.js'
import './reorganization.css'

const HeaderDialog = lazy(async () => ({ default: (await import('./header-dialog.js')).HeaderDialog }))

function Row({ header }: { header: Header }) {
  const { w, language } = useWords()
  const { params } = usePlace()
  return (
    <li>
      <div className="sb-reorg-row-day">
        <span>{w('list.from')}</span>
        <strong>{formatDay(header.effectiveOn)}</strong>
      </div>
      <div className="sb-reorg-row-what">
        <Link to={reorganizationHref(params, header.id)}>{header.title}</Link>
        <small>
          {[
            header.organization?.name,
            header.decisionNumber && w('list.decision', { number: header.decisionNumber }),
            w('list.operations', { n: formatCount(header.operationCount, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <StatusTag status={header.status} />
    </li>
  )
}

function useReorganizations() {
  const { params } = usePlace()
  const status = codesOf(REORGANIZATION_STATUSES).find((code) => code === params.get('status')) ?? null
  const organizationId = params.get('unit')
  const query = useQuery(ReorganizationsQuery, { variables: { status, organizationId, after: null } })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult: { reorganizations: page } }) => ({
        reorganizations: { ...page, edges: [...known.reorganizations.edges, ...page.edges] },
      }),
    })
  return { ...query, status, list: query.data?.reorganizations, loadMore }
}

function Toolbar({ status }: { status: ReorganizationStatus | null }) {
  const { w, label } = useWords()
  const { params, setParam } = usePlace()
  const { viewerCanReorganize } = useViewer()
  const all = { value: '', label: w('list.all') }
  const options = codesOf(REORGANIZATION_STATUSES).map((value) => ({
    value: value as string,
    label: label(REORGANIZATION_STATUSES, value),
  }))
  return (
    <div className="sb-reorg-bar">
      <Segmented
        aria-label={w('list.status')}
        value={status ?? ''}
        options={[all, ...options]}
        onChange={(value) => setParam({ status: value || null })}
      />
      {params.get('unit') && (
        <Button type="link" onClick={() => setParam({ unit: null })}>
          {w('list.allUnits')}
        </Button>
      )}
      {viewerCanReorganize && (
        <Button type="primary" onClick={() => setParam({ dialog: 'new' })}>
          {w('header.new')}
        </Button>
      )}
    </div>
  )
}

/** The reorganizations of the installation or of one unit, the latest day of effect first. */
export function ReorganizationsPage() {
  const { w } = useWords()
  const { params, setParam } = usePlace()
  const navigate = useNavigate()
  const { viewerCanReorganize } = useViewer()
  const { list, status, error, refetch, loadMore } = useReorganizations()
  const begun = useRef<string | null>(null)
  const close = () => {
    if (begun.current) void navigate(reorganizationHref(params, begun.current))
    else setParam({ dialog: null }, true)
  }
  useEffect(() => {
    document.title = `${w('title')} · Vườn ươm`
  }, [w])
  return (
    <div className="sb-page sb-reorg">
      <header className="sb-reorg-head">
        <h1>{w('title')}</h1>
        <p className="sb-quiet">{w('list.intro')}</p>
      </header>
      <Toolbar status={status} />
      {!viewerCanReorganize && <ReadOnlyNote />}
      <section className="sb-box" aria-label={w('title')}>
        {error && !list && <ErrorState error={error} retry={() => void refetch()} />}
        {!list && !error && <TableSkeleton rows={5} />}
        {list?.edges.length === 0 && (
          <EmptyState
            title={w(status ? 'list.noneOf' : 'list.none')}
            hint={w(status ? 'list.noneOfHint' : 'list.noneHint')}
          />
        )}
        <ul className="sb-reorg-list">
          {list?.edges.map(({ node }) => (
            <Row key={node.id} header={node} />
          ))}
        </ul>
        {list?.pageInfo.hasNextPage && (
          <Button onClick={() => void loadMore(list.pageInfo.endCursor)}>{w('more')}</Button>
        )}
      </section>
      {viewerCanReorganize && params.get('dialog') === 'new' && (
        <Suspense fallback={null}>
          <HeaderDialog unitId={params.get('unit')} onSaved={(id) => (begun.current = id)} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}
