import { FileExcelOutlined, FileTextOutlined } from '@ant-design/icons'
import { CANDIDATE_STAGES, type PersonQuery } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { failureOf } from '../../lib/errors.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { downloadXlsx } from '../../lib/xlsx.js'
import type { PersonRun } from './ask-persons.js'
import { AnswerActs } from './answer-acts.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import type { FoundPerson, FoundPersons } from './person-query.js'
import { PERSON_TEXTS } from './person-texts.js'
import { Progress } from './result-box.js'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))

/** The columns of an answer about persons, as texts; days as they are written. */
function useColumns(query: PersonQuery | null) {
  const p = useOwnTexts(PERSON_TEXTS)
  const { label, language } = useTexts()
  const ofCandidates = query?.subject !== 'ADMISSIONS'
  const columns: Array<[string, (row: FoundPerson) => string | number]> = [
    ...(ofCandidates
      ? ([[p('stage'), ({ stage }) => label(CANDIDATE_STAGES, stage)]] as Array<
          [string, (row: FoundPerson) => string]
        >)
      : []),
    [p(ofCandidates ? 'since' : 'decided'), ({ on }) => formatDay(on)],
    [p('certified'), ({ certifiedOn }) => formatDay(certifiedOn)],
    [p('expires'), ({ certificateExpiresOn }) => formatDay(certificateExpiresOn)],
    [p('recorded'), ({ recordedOn }) => formatDay(recordedOn)],
    [p('lag'), ({ lag }) => lag],
  ]
  return { columns, language, names: [p('name'), p('unit')] as const }
}

interface Props {
  run: PersonRun
  sentence: string
  stale: boolean
  onStop: () => void
  onMore: () => Promise<void>
  onRetry: () => void
  whole: (query: PersonQuery) => Promise<FoundPersons>
}

function useDownload(query: PersonQuery, sentence: string, whole: Props['whole']) {
  const w = useOwnTexts(QUERY_TEXTS)
  const say = useNotice()
  const { columns, names } = useColumns(query)
  const [busy, setBusy] = useState(false)
  const download = async (kind: 'csv' | 'xlsx') => {
    setBusy(true)
    try {
      const { edges } = await whole(query)
      const rows = [
        [...names, ...columns.map(([head]) => head)],
        ...edges.map(({ node }) => [
          node.person.fullName,
          node.organization?.name ?? null,
          ...columns.map(([, cell]) => cell(node)),
        ]),
      ]
      const name = `${w('persons')} ${formatDay(query.asOf).replaceAll('/', '-')}.${kind}`
      if (kind === 'csv') await downloadCsv(name, toCsv([[sentence], ...rows]))
      else
        await downloadXlsx(name, [
          { name: w('sheet'), rows, heads: 1, widths: [30, 40, ...columns.map(() => 18)] },
          { name: w('question'), rows: [[sentence]], widths: [120] },
        ])
    } catch (error) {
      say(w('downloadFailed', { why: failureOf(error).message }))
    } finally {
      setBusy(false)
    }
  }
  return { download, busy }
}

function Rows({ query, answer }: { query: PersonQuery; answer: FoundPersons }) {
  const { columns, names } = useColumns(query)
  const { hrefTo, setParam } = usePlace()
  return (
    <div className="sb-query-scroll" tabIndex={0} role="region" aria-label={names[0]}>
      <table className="sb-plain">
        <thead>
          <tr>
            {[...names, ...columns.map(([head]) => head)].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.edges.map(({ cursor, node }) => (
            <tr key={`${node.person.id} ${cursor}`}>
              <td>
                <button
                  type="button"
                  className="sb-name-button"
                  onClick={() => setParam({ person: node.person.id })}
                >
                  {node.person.fullName}
                </button>
              </td>
              <td>
                {node.organization && <Link to={hrefTo(node.organization.id)}>{node.organization.name}</Link>}
              </td>
              {columns.map(([head, cell]) => (
                <td key={head}>{cell(node)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Done({ run, ...props }: { run: Extract<PersonRun, { phase: 'done' }> } & Omit<Props, 'run'>) {
  const w = useOwnTexts(QUERY_TEXTS)
  const p = useOwnTexts(PERSON_TEXTS)
  const { language } = useTexts()
  const { query, answer } = run
  const { download, busy } = useDownload(query, props.sentence, props.whole)
  const left = answer.totalCount - answer.edges.length
  return (
    <>
      <div className="sb-query-found">
        <p role="status">
          <b data-found>{w('foundPersons', { n: formatCount(answer.totalCount, language) })}</b>
        </p>
        {answer.totalCount > 0 && (
          <div className="sb-query-acts">
            <Button icon={<FileExcelOutlined />} disabled={busy} onClick={() => void download('xlsx')}>
              {w('xlsx')}
            </Button>
            <Button icon={<FileTextOutlined />} disabled={busy} onClick={() => void download('csv')}>
              {w('csv')}
            </Button>
            <AnswerActs asked={{ persons: query }} sentence={props.sentence} />
          </div>
        )}
      </div>
      {props.stale && <p className="sb-query-stale">{w('stale')}</p>}
      <div className="sb-box">
        {answer.totalCount === 0 ? (
          <EmptyState title={w('nonePersons')} hint={w('noneHint')} />
        ) : (
          <Rows query={query} answer={answer} />
        )}
      </div>
      {answer.pageInfo.hasNextPage && (
        <Button onClick={() => void props.onMore()}>
          {w('loadMore', { n: formatCount(left, language) })}
        </Button>
      )}
      <p className="sb-foot-line">{p('reasonRule')}</p>
    </>
  )
}

/** The persons found, or how far the asking has come. */
export function PersonResult(props: Props) {
  const { run, onStop, onRetry } = props
  const w = useOwnTexts(QUERY_TEXTS)
  const { params, setParam } = usePlace()
  const person = params.get('person')
  return (
    <section className="sb-query-answer" aria-label={w('result')}>
      {run.phase === 'idle' && (
        <div className="sb-box">
          <EmptyState title={w('notRun')} hint={w('notRunHint')} />
        </div>
      )}
      {run.phase === 'asking' && (
        <>
          <Progress text={w('counting')} onStop={onStop} />
          <TableSkeleton rows={6} />
        </>
      )}
      {run.phase === 'cancelled' && <p className="sb-query-stale">{w('cancelled')}</p>}
      {run.phase === 'failed' && <ErrorState error={run.error} retry={onRetry} />}
      {run.phase === 'done' && <Done {...props} run={run} />}
      {person && (
        <Suspense fallback={null}>
          <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />
        </Suspense>
      )}
    </section>
  )
}
