import { useQuery } from '@apollo/client/react'
import { findIndicator } from '@seedbed/shared'
import { DiffOutlined, NumberOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay, formatInstant } from '../../lib/format.js'
import { addressOf, questionIn } from './draft.js'
import { EvidenceQuery, type EvidenceAnswer } from './evidence-query.js'
import { EvidenceRows } from './evidence-rows.js'
import { useSentenceOf } from './evidence-view.js'
import { KEPT_TEXTS } from './kept-texts.js'

const RerunBox = lazy(async () => ({ default: (await import('./rerun-box.js')).RerunBox }))
const SampleDialog = lazy(async () => ({ default: (await import('./sample-dialog.js')).SampleDialog }))

function Facts({ evidence }: { evidence: EvidenceAnswer }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const facts = [
    [w('asOf'), formatDay(evidence.asOf)],
    [w('rows'), formatCount(evidence.totalCount, language)],
    [w('when'), formatInstant(evidence.recordedAt)],
    [w('who'), evidence.actorName ?? '–'],
  ] as const
  return (
    <dl className="sb-query-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{w('checksum')}</dt>
        <dd>
          <code>{evidence.checksum}</code>{' '}
          <b className={evidence.unaltered ? undefined : 'sb-query-altered'}>
            {evidence.unaltered ? `✓ ${w('unaltered')}` : `⚠ ${w('altered')}`}
          </b>
        </dd>
      </div>
    </dl>
  )
}

function Totals({ evidence }: { evidence: EvidenceAnswer }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const told = evidence.totals.flatMap(({ indicator, figure }) =>
    figure ? [`${findIndicator(indicator)?.label[language] ?? indicator}: ${figure.text}`] : [],
  )
  return told.length === 0 ? null : (
    <p className="sb-query-totals">
      <b>{w('total')}</b> {told.join(' · ')}
    </p>
  )
}

function Samples({ evidence }: { evidence: EvidenceAnswer }) {
  const w = useOwnTexts(KEPT_TEXTS)
  return evidence.samples.map(({ id, drawn, seed, recordedAt, actorName, rows }) => (
    <Box
      key={id}
      title={w('sampleOf', { n: drawn, seed, at: formatInstant(recordedAt), who: actorName ?? '–' })}
    >
      <EvidenceRows evidence={evidence} rows={rows} />
    </Box>
  ))
}

/** A piece of evidence: the question, the rows as they were, whether it is unaltered, and what differs today. */
export function EvidencePage({ id }: { id: string }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { unitId, hrefTo } = usePlace()
  const { data, error, refetch, fetchMore } = useQuery(EvidenceQuery, { variables: { id, after: null } })
  const [comparing, setComparing] = useState(false)
  const [sampling, setSampling] = useState(false)
  const back = <Link to={hrefTo(unitId, 'query', { view: 'evidence' })}>‹ {w('back')}</Link>
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton />
  const { evidence } = data
  const { edges, pageInfo } = evidence.rows
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (known, { fetchMoreResult: { evidence: next } }) => ({
        evidence: {
          ...next,
          rows: { ...next.rows, edges: [...known.evidence.rows.edges, ...next.rows.edges] },
        },
      }),
    })
  return (
    <>
      <p>{back}</p>
      <Head evidence={evidence}>
        <Button icon={<DiffOutlined />} onClick={() => setComparing(true)}>
          {w('rerun')}
        </Button>
        <Button icon={<NumberOutlined />} onClick={() => setSampling(true)}>
          {w('sample')}
        </Button>
      </Head>
      <Suspense fallback={<TableSkeleton rows={3} />}>
        {comparing && <RerunBox id={id} />}
        {sampling && <SampleDialog evidence={evidence} onClose={() => setSampling(false)} />}
      </Suspense>
      <Samples evidence={evidence} />
      <div className="sb-box">
        <EvidenceRows evidence={evidence} rows={edges.map(({ node }) => node)} />
        <Totals evidence={evidence} />
        {pageInfo.hasNextPage && <Button onClick={() => void more()}>{w('more')}</Button>}
      </div>
    </>
  )
}

function Head({ evidence, children }: { evidence: EvidenceAnswer; children: React.ReactNode }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { unitId } = usePlace()
  const sentence = useSentenceOf(evidence)
  const asked = questionIn(evidence)
  return (
    <Box title={evidence.note || w('untitled')}>
      <p className="sb-query-sentence">{sentence}</p>
      <Facts evidence={evidence} />
      <div className="sb-query-acts">
        {children}
        {asked && (
          <Link className="sb-query-link" to={addressOf(unitId, asked)}>
            {w('ask')}
          </Link>
        )}
      </div>
    </Box>
  )
}
