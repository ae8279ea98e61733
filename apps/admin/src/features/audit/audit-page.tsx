import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useViewer } from '../../app/viewer.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { Forbidden } from '../../components/forbidden.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { failureOf } from '../../lib/errors.js'
import { setOrDrop } from '../../lib/place.js'
import { OpenPerson } from '../personal-data/open-person.js'
import { AuditDrawer } from './audit-drawer.js'
import { AuditFilterBar } from './audit-filter-bar.js'
import { filterInput, readFilter, type AuditFilter } from './audit-filter.js'
import { AuditQuery, type AuditRecord } from './audit-query.js'
import { AuditRows } from './audit-rows.js'
import { AUDIT_TEXTS } from './audit-texts.js'
import './audit.css'

const PAGE = 50

function useRecords(filter: AuditFilter) {
  const query = useQuery(AuditQuery, {
    variables: { filter: filterInput(filter), first: PAGE, after: null },
    fetchPolicy: 'cache-and-network',
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => ({
        audit: { ...fetchMoreResult.audit, edges: [...known.audit.edges, ...fetchMoreResult.audit.edges] },
      }),
    })
  return { ...query, loadMore }
}

/** What the unit and the person of the conditions are called: every record found names them. */
function namesIn(records: readonly AuditRecord[], { unit, person }: AuditFilter) {
  const units = records.flatMap(({ organizations }) => organizations)
  const persons = records.flatMap((record) => record.persons)
  return {
    unit: units.find(({ id }) => id === unit)?.name,
    person: persons.find(({ id }) => id === person)?.fullName,
  }
}

function AuditList() {
  const s = useOwnTexts(AUDIT_TEXTS)
  const [params, setParams] = useSearchParams()
  const filter = readFilter(params)
  const [shown, setShown] = useState<AuditRecord | null>(null)
  const { data, previousData, error, refetch, loadMore } = useRecords(filter)
  const list = (data ?? previousData)?.audit
  const isClosed = error !== undefined && failureOf(error).reason?.key === 'LOOK_NEEDED'
  const records = list?.edges.map(({ node }) => node) ?? []
  const change = (changes: Record<string, string | null>) => {
    setShown(null)
    setParams((known) => {
      const next = new URLSearchParams(known)
      for (const [key, value] of Object.entries(changes)) setOrDrop(next, key, value)
      return next
    })
  }
  return (
    <>
      <AuditFilterBar filter={filter} names={namesIn(records, filter)} onChange={change} />
      {isClosed && filter.person && <OpenPerson id={filter.person} />}
      {error && !data && !isClosed && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton rows={10} />}
      {list && !(error && !data) && (
        <div className="sb-box" aria-busy={!data}>
          {records.length === 0 ? (
            <EmptyState title={s('none')} hint={s('noneHint')} />
          ) : (
            <AuditRows records={records} onOpen={setShown} onActor={(who) => change({ who })} />
          )}
          {list.pageInfo.hasNextPage && (
            <p className="sb-audit-more">
              <Button onClick={() => void loadMore(list.pageInfo.endCursor)}>{s('more')}</Button>
            </p>
          )}
        </div>
      )}
      {shown && <AuditDrawer key={shown.sequence} record={shown} onClose={() => setShown(null)} />}
    </>
  )
}

/** The audit log: who did what to whom, when, from where and with what outcome. */
export function AuditPage() {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { viewerCanReadAudit } = useViewer()
  const title = s('title')
  useEffect(() => {
    document.title = `${title} · Vườn ươm`
  }, [title])
  if (!viewerCanReadAudit) return <Forbidden what={s('forbidden')} />
  return (
    <div className="sb-page sb-plain-page">
      <h1>{title}</h1>
      <p className="sb-quiet">{s('explain')}</p>
      <AuditList />
    </div>
  )
}
