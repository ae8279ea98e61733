import { CaretRightOutlined, LinkOutlined } from '@ant-design/icons'
import { useQuery } from '@apollo/client/react'
import { faultOfOrganizationQuery, sentenceOfQuery, type OrganizationQuery } from '@seedbed/shared'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { capitalized, formatCount } from '../../lib/format.js'
import { tellReason } from '../../lib/reason.js'
import { AnswerActs } from './answer-acts.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { QueryBuilder } from './query-builder.js'
import { EstimateQuery } from './query-query.js'
import { ResultBox } from './result-box.js'
import { useDraft } from './use-draft.js'
import { useQueryNames } from './use-names.js'
import { useRun } from './use-run.js'
import { useSettled } from './use-settled.js'

/** What the question would cost, told before it runs. */
function Estimate({ query, faulty }: { query: OrganizationQuery; faulty: boolean }) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { language } = useTexts()
  const settled = useSettled(query, 500)
  const { data, previousData } = useQuery(EstimateQuery, {
    variables: { query: settled },
    skip: faulty || settled !== query,
    fetchPolicy: 'cache-first',
  })
  const known = (data ?? previousData)?.queryEstimate
  if (!known || faulty) return null
  const n = (value: number) => formatCount(value, language)
  if (known.cost > known.limit)
    return <p className="sb-query-fault">{w('heavy', { cost: n(known.cost), limit: n(known.limit) })}</p>
  return <p className="sb-query-estimate">{w('estimate', { n: n(known.asked) })}</p>
}

function useFault(query: OrganizationQuery) {
  const { language } = useTexts()
  return useMemo(() => {
    const fault = faultOfOrganizationQuery(query)
    return fault && { field: fault.field, words: capitalized(tellReason(fault.why, language), language) }
  }, [query, language])
}

const unitsIn = ({ scope, lineageOf }: OrganizationQuery) => [
  ...(scope ?? []),
  ...(lineageOf ? [lineageOf] : []),
]

/** Runs a question that a copied address brings, once. */
function useRunOfAddress(run: () => void) {
  const { params } = usePlace()
  const wanted = params.get('run') === '1'
  const seen = useRef(false)
  useEffect(() => {
    if (wanted && !seen.current) run()
    seen.current = true
  })
}

/** A question about units: made above, told as a sentence, asked on demand, answered below. */
export function AskUnits() {
  const { place, setParam } = usePlace()
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const say = useNotice()
  const { draft, query, change } = useDraft()
  const { run, start, stop, more } = useRun()
  const names = useQueryNames(unitsIn(query), place.treeAt ?? place.asOf)
  const fault = useFault(query)
  const sentence = sentenceOfQuery(query, language, names)
  const ask = (asked: OrganizationQuery) => {
    setParam({ run: '1' }, true)
    void start(asked)
  }
  useRunOfAddress(() => {
    if (!fault) void start(query)
  })
  const asked = run.phase === 'idle' ? null : run.query
  const stale = asked !== null && JSON.stringify(asked) !== JSON.stringify(query)
  const running = run.phase === 'counting' || run.phase === 'reading'
  const order = (indicator: string | null, direction: 'ASC' | 'DESC') => {
    const orderBy = [{ ...(indicator ? { indicator } : {}), direction }]
    change({ orderBy })
    ask({ ...query, orderBy })
  }
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    say(w('copied'))
  }
  return (
    <>
      <QueryBuilder draft={draft} names={names} fault={fault} onChange={change}>
        <div className="sb-query-reads">
          <small>{w('reads')}</small>
          <p className="sb-query-sentence" aria-live="polite">
            {sentence}
          </p>
          {fault ? (
            <p className="sb-query-fault">{fault.words}</p>
          ) : (
            <Estimate query={query} faulty={Boolean(fault)} />
          )}
          <div className="sb-query-acts">
            <Button
              type="primary"
              size="large"
              icon={<CaretRightOutlined />}
              disabled={Boolean(fault)}
              loading={running}
              onClick={() => ask(query)}
            >
              {w(asked && !stale ? 'runAgain' : 'run')}
            </Button>
            <Button size="large" icon={<LinkOutlined />} onClick={() => void copy()}>
              {w('copy')}
            </Button>
          </div>
        </div>
      </QueryBuilder>
      <ResultBox
        run={run}
        sentence={asked ? sentenceOfQuery(asked, language, names) : sentence}
        stale={stale}
        acts={
          asked && (
            <AnswerActs asked={{ organizations: asked }} sentence={sentenceOfQuery(asked, language, names)} />
          )
        }
        onOrder={order}
        onMore={more}
        onStop={stop}
        onRetry={() => void start(query)}
      />
    </>
  )
}
