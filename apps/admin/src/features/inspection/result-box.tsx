import { FileExcelOutlined, FileTextOutlined } from '@ant-design/icons'
import { formatNumber } from '@seedbed/shared'
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount } from '../../lib/format.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { ResultTable } from './result-table.js'
import { useResultDownload } from './result-download.js'
import type { Run } from './use-run.js'

/** Seconds since it was first drawn. */
function Seconds() {
  const w = useOwnTexts(QUERY_TEXTS)
  const [n, setN] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setN((known) => known + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return n > 0 ? <small>{w('seconds', { n })}</small> : null
}

/** How far the asking has come, with the way to stop it. */
export function Progress({ text, onStop }: { text: string; onStop: () => void }) {
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <div className="sb-query-progress" role="status">
      <span className="sb-query-moving" aria-hidden />
      <b>{text}</b> <Seconds />
      <Button onClick={onStop}>{w('stop')}</Button>
    </div>
  )
}

function Done({
  run,
  sentence,
  stale,
  acts,
  onOrder,
  onMore,
}: {
  run: Extract<Run, { phase: 'done' }>
} & Omit<Props, 'run' | 'onStop' | 'onRetry'>) {
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const { answer, query, milliseconds } = run
  const { download, downloading } = useResultDownload(query, sentence)
  const [loading, setLoading] = useState(false)
  const left = answer.totalCount - answer.edges.length
  const share =
    answer.asked > 0 ? ` · ${formatNumber((answer.totalCount / answer.asked) * 100, 1, language)}\u00a0%` : ''
  return (
    <>
      <div className="sb-query-found">
        <p role="status">
          <b data-found>{w('found', { n: formatCount(answer.totalCount, language) })}</b>{' '}
          <span>
            {w('ofAsked', { n: formatCount(answer.asked, language) })}
            {share} · {w('seconds', { n: formatNumber(milliseconds / 1000, 1, language) })}
          </span>
        </p>
        {answer.totalCount > 0 && (
          <div className="sb-query-acts">
            <Button
              icon={<FileExcelOutlined />}
              loading={downloading === 'xlsx'}
              onClick={() => void download('xlsx')}
            >
              {w('xlsx')}
            </Button>
            <Button
              icon={<FileTextOutlined />}
              loading={downloading === 'csv'}
              onClick={() => void download('csv')}
            >
              {w('csv')}
            </Button>
            {acts}
          </div>
        )}
      </div>
      {stale && <p className="sb-query-stale">{w('stale')}</p>}
      {answer.totalCount === 0 ? (
        <div className="sb-box">
          <EmptyState title={w('none')} hint={w('noneHint')} />
        </div>
      ) : (
        <>
          <ResultTable query={query} answer={answer} onOrder={onOrder} />
          {answer.pageInfo.hasNextPage && (
            <Button
              loading={loading}
              onClick={() => {
                setLoading(true)
                void onMore().finally(() => setLoading(false))
              }}
            >
              {w('loadMore', { n: formatCount(left, language) })}
            </Button>
          )}
        </>
      )}
    </>
  )
}

interface Props {
  run: Run
  /** The question that was asked, as a sentence. */
  sentence: string
  /** The question on screen is another by now. */
  stale: boolean
  /** What can be done with the answer. */
  acts?: ReactNode
  onOrder: (indicator: string | null, direction: 'ASC' | 'DESC') => void
  onMore: () => Promise<void>
  onStop: () => void
  onRetry: () => void
}

/** The answer to a question, or how far it has come, why there is none, and what to do. */
export function ResultBox(props: Props) {
  const { run, onStop, onRetry } = props
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <section className="sb-query-answer" aria-label={w('result')}>
      {run.phase === 'idle' && (
        <div className="sb-box">
          <EmptyState title={w('notRun')} hint={w('notRunHint')} />
        </div>
      )}
      {run.phase === 'counting' && <Progress text={w('counting')} onStop={onStop} />}
      {run.phase === 'reading' && (
        <Progress text={w('reading', { n: formatCount(run.found, language) })} onStop={onStop} />
      )}
      {(run.phase === 'counting' || run.phase === 'reading') && <TableSkeleton rows={6} />}
      {run.phase === 'cancelled' && (
        <p className="sb-query-stale" role="status">
          {w('cancelled')}
        </p>
      )}
      {run.phase === 'failed' && <ErrorState error={run.error} retry={onRetry} />}
      {run.phase === 'done' && <Done {...props} run={run} />}
    </section>
  )
}
