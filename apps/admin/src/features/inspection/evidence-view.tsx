import { useQuery } from '@apollo/client/react'
import { sentenceOfPersonQuery, sentenceOfQuery, type Day } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay, formatInstant } from '../../lib/format.js'
import { questionIn } from './draft.js'
import { EvidenceListQuery, type EvidenceLine } from './evidence-query.js'
import { KEPT_TEXTS } from './kept-texts.js'
import { useQueryNames } from './use-names.js'

const EvidencePage = lazy(async () => ({ default: (await import('./evidence-page.js')).EvidencePage }))

/** The question behind evidence as a sentence, with the units as they were called then. */
export function useSentenceOf(kept: { about: 'UNITS' | 'PERSONS'; body: string; asOf: Day }): string {
  const { language } = useTexts()
  const asked = questionIn(kept)
  const names = useQueryNames(asked?.query.scope ?? [], kept.asOf)
  if (!asked) return ''
  return asked.about === 'UNITS'
    ? sentenceOfQuery(asked.query, language, names)
    : sentenceOfPersonQuery(asked.query, language, names)
}

function Line({ line }: { line: EvidenceLine }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const { unitId, hrefTo } = usePlace()
  const sentence = useSentenceOf(line)
  return (
    <li className="sb-query-kept">
      <div>
        <Link to={hrefTo(unitId, 'query', { view: 'evidence', evidence: line.id })}>
          {line.note || w('untitled')}
        </Link>
        <p>{sentence}</p>
        <small>
          {w('rows')}: {formatCount(line.totalCount, language)} · {w('asOf')} {formatDay(line.asOf)} ·{' '}
          {formatInstant(line.recordedAt)} · {line.actorName} · {line.checksum.slice(0, 8)}…
        </small>
      </div>
    </li>
  )
}

function List() {
  const w = useOwnTexts(KEPT_TEXTS)
  const { data, error, refetch, fetchMore } = useQuery(EvidenceListQuery, { variables: { after: null } })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={5} />
  const { edges, pageInfo } = data.evidenceList
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (known, { fetchMoreResult }) => ({
        evidenceList: {
          ...fetchMoreResult.evidenceList,
          edges: [...known.evidenceList.edges, ...fetchMoreResult.evidenceList.edges],
        },
      }),
    })
  return (
    <div className="sb-box">
      {edges.length === 0 && <EmptyState title={w('noEvidence')} hint={w('noEvidenceHint')} />}
      <ul>
        {edges.map(({ node }) => (
          <Line key={node.id} line={node} />
        ))}
      </ul>
      {pageInfo.hasNextPage && <Button onClick={() => void more()}>{w('more')}</Button>}
    </div>
  )
}

/** Evidence: all that the viewer may see, or one piece of it. */
export function EvidenceView() {
  const { params } = usePlace()
  const id = params.get('evidence')
  if (!id) return <List />
  return (
    <Suspense fallback={<TableSkeleton />}>
      <EvidencePage key={id} id={id} />
    </Suspense>
  )
}
