import { DATA_REQUEST_KINDS, DATA_REQUEST_STATUSES } from '@seedbed/shared'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay } from '../../lib/format.js'
import type { DataRequest } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { RequestActs, type RequestAct } from './request-acts.js'

function actsFor({ status, kind, extended }: DataRequest): RequestAct[] {
  if (status === 'RECEIVED') return extended ? ['answer'] : ['answer', 'extend']
  if (status === 'ANSWERED') return extended ? ['carryOut'] : ['carryOut', 'extend']
  return status === 'CARRIED_OUT' && kind === 'RESTRICTION' ? ['lift'] : []
}

function Due({ request }: { request: DataRequest }) {
  const s = useOwnTexts(DATA_TEXTS)
  const { status, overdue, answerDue, carryDue, closedOn } = request
  if (closedOn) return <small>{s('closed', { day: formatDay(closedOn) })}</small>
  const due = [
    ...(status === 'RECEIVED' ? [s('answerDue', { day: formatDay(answerDue) })] : []),
    s('carryDue', { day: formatDay(carryDue) }),
  ].join(' · ')
  return (
    <small className={overdue ? 'sb-warn' : undefined}>
      {due}
      {overdue && ` · ⚠ ${s('overdue')}`}
    </small>
  )
}

/** Requests with what is due, and what can be done about each. */
export function RequestList(props: { requests: readonly DataRequest[]; named?: boolean }) {
  const { label } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  const [doing, setDoing] = useState<{ act: RequestAct; request: DataRequest } | null>(null)
  if (props.requests.length === 0) return <p className="sb-quiet">{s('noRequests')}</p>
  return (
    <>
      <ul className="sb-requests">
        {props.requests.map((request) => (
          <li key={request.id}>
            <div>
              <strong>{label(DATA_REQUEST_KINDS, request.kind)}</strong>
              {props.named && ` · ${request.person?.fullName ?? s('somebody')}`}
              <small>
                {formatDay(request.receivedOn)} · {label(DATA_REQUEST_STATUSES, request.status)}
              </small>
              <p>{request.words}</p>
              {request.answer && (
                <p className="sb-quiet">
                  {s('answer')}: {request.answer}
                </p>
              )}
              <Due request={request} />
            </div>
            <div className="sb-request-acts">
              {actsFor(request).map((act) => (
                <Button key={act} size="small" onClick={() => setDoing({ act, request })}>
                  {s(act)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {doing && <RequestActs {...doing} onClose={() => setDoing(null)} />}
    </>
  )
}
