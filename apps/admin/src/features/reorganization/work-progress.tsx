import { REORGANIZATION_ACTS, REORGANIZATION_STEPS, type ReorganizationAct } from '@seedbed/shared'
import { Alert, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount } from '../../lib/format.js'
import { percentOf, useWork, type Work } from './use-work.js'
import { useWords } from './use-words.js'

function Bar({ work }: { work: Work }) {
  const { w, label, language } = useWords()
  const step = label(REORGANIZATION_STEPS, work.step)
  const count = work.total
    ? w('work.count', { done: formatCount(work.done, language), total: formatCount(work.total, language) })
    : ''
  return (
    <>
      <Progress
        percent={percentOf(work)}
        showInfo={false}
        aria-label={label(REORGANIZATION_ACTS, work.act)}
      />
      <p className="sb-quiet" role="status">
        {[step, count].filter(Boolean).join(': ')}
      </p>
    </>
  )
}

/** Work that was begun in a dialog: how far it is, and that one may leave it alone. */
export function WorkProgress({ id, act, text }: { id: string; act: ReorganizationAct; text: string }) {
  const { w } = useWords()
  const { work, running } = useWork(id, true)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="sb-box sb-work" aria-busy="true">
      <strong>{text}</strong>
      {running && work?.act === act ? (
        <Bar work={work} />
      ) : (
        <Progress percent={0} showInfo={false} aria-label={text} />
      )}
      <p className="sb-quiet">
        {w('work.leaveHint')} {seconds > 0 && w('working.seconds', { n: seconds })}
      </p>
    </div>
  )
}

/** Tells once that work which ran while the page was open has come to its end; an open dialog tells it itself. */
function useReport(work: Work | null, running: boolean) {
  const { w } = useWords()
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const { params } = usePlace()
  const seen = useRef(false)
  const dialog = params.get('dialog')
  useEffect(() => {
    if (running) seen.current = true
    if (running || !seen.current || !work) return
    seen.current = false
    if (dialog !== null) return
    if (!work.refusal) say(w(work.act === 'APPLY' ? 'apply.done' : 'undo.done'))
    void afterWrite()
  }, [running, work, dialog, say, afterWrite, w])
}

/** On the page of a reorganization: work that goes on, whoever began it, or why the last came to nothing. */
export function WorkBanner({ id, status }: { id: string; status: string }) {
  const { w, label, language } = useWords()
  const { work, running } = useWork(id)
  useReport(work, running)
  if (!work) return null
  const act = label(REORGANIZATION_ACTS, work.act)
  if (running)
    return (
      <section className="sb-box sb-work" aria-label={act} aria-busy="true">
        <strong>{w('work.running', { act })}</strong>
        <Bar work={work} />
      </section>
    )
  const stands = status === (work.act === 'APPLY' ? 'DRAFT' : 'APPLIED')
  if (!work.refusal || !stands) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={w('work.failed', { act, why: work.refusal[language] })}
      role="status"
    />
  )
}
