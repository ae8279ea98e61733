import { WarningOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { FailureText } from '../../components/error-state.js'
import type { Failure } from '../../lib/errors.js'
import { formatInstant } from '../../lib/format.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'

/** Until when one is kept waiting, in minutes and by the clock. */
function Throttled({ failure }: { failure: Failure }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const minutes = Number(failure.reason?.params?.['minutes'] ?? Math.ceil((failure.retryAfter ?? 900) / 60))
  const [until] = useState(() => new Date(Date.now() + (failure.retryAfter ?? minutes * 60) * 1000))
  return (
    <>
      <span>{s('throttled', { n: minutes })}</span>
      <span className="sb-failure-detail">
        {s('throttledUntil', { time: formatInstant(until.toISOString()).slice(-5) })}
      </span>
    </>
  )
}

function Words({ failure }: { failure: Failure }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  if (failure.code === 'THROTTLED') return <Throttled failure={failure} />
  if (failure.reason?.key === 'CODE_WRONG') return <span>{s('codeWrong')}</span>
  if (failure.reason?.key === 'SIGN_IN_FAILED')
    return (
      <>
        <span>{s('failed')}</span>
        <span className="sb-failure-detail">{s('failedHint')}</span>
      </>
    )
  return <FailureText failure={failure} />
}

/** Why a step of the way in was refused, in words for whoever stands before it. */
export function StepFailure({ failure }: { failure: Failure | null }) {
  if (!failure) return null
  return (
    <Alert
      className="sb-door-alert"
      type="error"
      role="alert"
      showIcon
      icon={<WarningOutlined />}
      title={<Words failure={failure} />}
    />
  )
}
