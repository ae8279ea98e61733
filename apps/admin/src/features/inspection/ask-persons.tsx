import { useApolloClient } from '@apollo/client/react'
import { CaretRightOutlined, LinkOutlined } from '@ant-design/icons'
import {
  codesOf,
  faultOfPersonQuery,
  PERSON_SUBJECTS,
  sentenceOfPersonQuery,
  type PersonQuery,
  type PersonSubject,
} from '@seedbed/shared'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { capitalized, formatDay } from '../../lib/format.js'
import { tellReason } from '../../lib/reason.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { PersonConditions } from './person-conditions.js'
import { personQueryOf, readPersonDraft, writePersonDraft, type PersonDraft } from './person-draft.js'
import { FindPersonsQuery, type FoundPersons } from './person-query.js'
import { PersonResult } from './person-result.js'
import { PERSON_TEXTS } from './person-texts.js'
import { ScopeUnits } from './scope-fields.js'
import { useQueryNames } from './use-names.js'

/** Where the asking about persons stands. */
export type PersonRun =
  | { phase: 'idle' | 'cancelled' }
  | { phase: 'asking'; query: PersonQuery }
  | { phase: 'failed'; query: PersonQuery; error: unknown }
  | { phase: 'done'; query: PersonQuery; answer: FoundPersons }

const PAGE = 100

function usePersonRun() {
  const client = useApolloClient()
  const [run, setRun] = useState<PersonRun>({ phase: 'idle' })
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])
  const page = async (query: PersonQuery, after: string | null, signal: AbortSignal, first = PAGE) => {
    const { data } = await client.query({
      query: FindPersonsQuery,
      variables: { query, first, after },
      fetchPolicy: 'no-cache',
      context: { fetchOptions: { signal }, queryDeduplication: false },
    })
    return data!.findPersons
  }
  const start = async (query: PersonQuery) => {
    current.current?.abort()
    const controller = new AbortController()
    current.current = controller
    setRun({ phase: 'asking', query })
    try {
      const answer = await page(query, null, controller.signal)
      if (current.current === controller && !controller.signal.aborted)
        setRun({ phase: 'done', query, answer })
    } catch (error) {
      if (current.current === controller && !controller.signal.aborted)
        setRun({ phase: 'failed', query, error })
    }
  }
  const stop = () => {
    current.current?.abort()
    setRun({ phase: 'cancelled' })
  }
  const more = async () => {
    if (run.phase !== 'done') return
    const next = await page(run.query, run.answer.pageInfo.endCursor, new AbortController().signal)
    setRun({ ...run, answer: { ...next, edges: [...run.answer.edges, ...next.edges] } })
  }
  const whole = async (query: PersonQuery): Promise<FoundPersons> => {
    const { signal } = new AbortController()
    const answer = await page(query, null, signal, 200)
    const edges = [...answer.edges]
    for (let { pageInfo } = answer; pageInfo.hasNextPage;) {
      const next = await page(query, pageInfo.endCursor, signal, 200)
      edges.push(...next.edges)
      pageInfo = next.pageInfo
    }
    return { ...answer, edges }
  }
  return { run, start, stop, more, whole }
}

function useQuestion() {
  const { params, place, unitId, setParam } = usePlace()
  const { language } = useTexts()
  const written = params.get('q')
  const draft = useMemo(() => readPersonDraft(written), [written])
  const query = useMemo(() => personQueryOf(draft, place, unitId), [draft, place, unitId])
  const fault = useMemo(() => {
    const found = faultOfPersonQuery(query)
    return found && { field: found.field, words: capitalized(tellReason(found.why, language), language) }
  }, [query, language])
  const change = (changes: Partial<PersonDraft>) =>
    setParam({ q: writePersonDraft({ ...draft, ...changes }), run: null }, true)
  return { draft, query, fault, change }
}

/** A question about candidates or admissions: made above, told as a sentence, asked on demand, answered below. */
export function AskPersons() {
  const { place, params, question, setParam } = usePlace()
  const { label, language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const p = useOwnTexts(PERSON_TEXTS)
  const say = useNotice()
  const { draft, query, fault, change } = useQuestion()
  const { run, start, stop, more, whole } = usePersonRun()
  const names = useQueryNames(query.scope ?? [], place.treeAt ?? place.asOf)
  const sentence = sentenceOfPersonQuery(query, language, names)
  const wanted = params.get('run') === '1'
  const seen = useRef(false)
  useEffect(() => {
    if (wanted && !seen.current && !fault) void start(query)
    seen.current = true
  })
  const asked = 'query' in run ? run.query : null
  const stale = asked !== null && JSON.stringify(asked) !== JSON.stringify(query)
  const days =
    draft.subject === 'ADMISSIONS'
      ? w('periodOf', { from: formatDay(question.from), to: formatDay(question.asOf) })
      : formatDay(question.asOf)
  return (
    <>
      <Box title={w('builder')} className="sb-query-builder">
        <fieldset className="sb-query-step">
          <legend>{p('whom')}</legend>
          <div className="sb-query-row">
            <Segmented<PersonSubject>
              aria-label={p('subject')}
              value={draft.subject}
              options={codesOf(PERSON_SUBJECTS).map((value) => ({
                value,
                label: label(PERSON_SUBJECTS, value),
              }))}
              onChange={(subject) => change({ subject, where: undefined })}
            />
            <span className="sb-query-period">{days}</span>
          </div>
          <ScopeUnits scope={draft.scope} names={names} onScope={(scope) => change({ scope })} />
        </fieldset>
        <fieldset className="sb-query-step">
          <legend>{w('where')}</legend>
          <PersonConditions
            where={draft.where}
            subject={draft.subject}
            fault={fault}
            onChange={(where) => change({ where })}
          />
        </fieldset>
        <div className="sb-query-reads">
          <small>{w('reads')}</small>
          <p className="sb-query-sentence" aria-live="polite">
            {sentence}
          </p>
          {fault && <p className="sb-query-fault">{fault.words}</p>}
          <div className="sb-query-acts">
            <Button
              type="primary"
              size="large"
              icon={<CaretRightOutlined />}
              disabled={Boolean(fault)}
              loading={run.phase === 'asking'}
              onClick={() => {
                setParam({ run: '1' }, true)
                void start(query)
              }}
            >
              {w(asked && !stale ? 'runAgain' : 'run')}
            </Button>
            <Button
              size="large"
              icon={<LinkOutlined />}
              onClick={() =>
                void navigator.clipboard.writeText(window.location.href).then(() => say(w('copied')))
              }
            >
              {w('copy')}
            </Button>
          </div>
        </div>
      </Box>
      <PersonResult
        run={run}
        sentence={sentence}
        stale={stale}
        onStop={stop}
        onMore={more}
        onRetry={() => void start(query)}
        whole={whole}
      />
    </>
  )
}
