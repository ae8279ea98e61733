import { DATA_REQUEST_KINDS, DATA_REQUEST_STATUSES } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay } from '../../lib/format.js'
import type { DataRequest } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

/** Requests to be read, without what can be done about them. */
export function RequestLines({ requests }: { requests: readonly DataRequest[] }) {
  const { label } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  if (requests.length === 0) return <p>{s('noRequests')}</p>
  return (
    <ul>
      {requests.map((request) => (
        <li key={request.id}>
          {formatDay(request.receivedOn)} · {label(DATA_REQUEST_KINDS, request.kind)} ·{' '}
          {label(DATA_REQUEST_STATUSES, request.status)}: {request.words}
        </li>
      ))}
    </ul>
  )
}
