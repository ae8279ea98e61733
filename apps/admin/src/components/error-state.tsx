import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { useTexts, type TextKey } from '../app/i18n/i18n.js'
import { vi } from '../app/i18n/vi.js'
import { failureOf, type Failure } from '../lib/errors.js'
import { formatDay } from '../lib/format.js'
import { tellReason, tellRule } from '../lib/reason.js'

interface Props {
  error: unknown
  retry?: () => void
  /** The thing asked for does not exist, though nothing failed. */
  notFound?: boolean
}

/** The name of a field as the forms call it, also of one deep in an input; its technical name where no form has it. */
function fieldName(field: string, t: (key: TextKey) => string): string {
  const last = field.split('.').at(-1) ?? field
  const key = [`record.${last}`, `field.${last}`].find((candidate) => candidate in vi)
  return key ? t(key as TextKey) : field
}

/** Failures whose words say nothing that their code does not say, or nothing to a reader. */
const technical = new Set<Failure['code']>(['NETWORK', 'INTERNAL_ERROR', 'NOT_FOUND', 'UNAVAILABLE'])

function asSentence(words: string): string {
  const first = words.charAt(0).toLocaleUpperCase()
  return `${first}${words.slice(1)}${/[.!?]$/u.test(words) ? '' : '.'}`
}

/** What happened in the user's language, field by field where the server says so. */
export function FailureText({ failure }: { failure: Failure }) {
  const { t, language } = useTexts()
  const why = failure.reason && tellReason(failure.reason, language)
  const reasons = Object.entries(failure.fields ?? {})
  const words = why ?? (technical.has(failure.code) || failure.since ? '' : failure.message)
  return (
    <>
      <span>{t(`error.${failure.code}` as TextKey)}</span>
      {failure.code === 'DATE_OUT_OF_RANGE' && failure.since && (
        <span>
          {' '}
          {failure.until
            ? t('error.life', { since: formatDay(failure.since), until: formatDay(failure.until) })
            : t('error.lifeSince', { since: formatDay(failure.since) })}
        </span>
      )}
      {failure.rule && (
        <span className="sb-failure-detail">
          {[tellRule(failure.rule, language), failure.regulation].filter(Boolean).join(' · ')}
        </span>
      )}
      {reasons.map(([field, reason]) => (
        <span key={field} className="sb-failure-detail">
          {fieldName(field, t)}: {why ?? reason}
        </span>
      ))}
      {reasons.length === 0 && words && <span className="sb-failure-detail">{asSentence(words)}</span>}
      {failure.position !== undefined && (
        <span className="sb-failure-detail">{t('error.operation', { n: failure.position })}</span>
      )}
      {failure.obstacles?.map((obstacle, index) => (
        <span key={index} className="sb-failure-detail">
          {obstacle[language]}
        </span>
      ))}
      {failure.requestId && (
        <span className="sb-failure-id">{t('error.requestId', { id: failure.requestId })}</span>
      )}
    </>
  )
}

/** A failure in place of what it kept from being shown: what happened, the request id, and another try. */
export function ErrorState({ error, retry, notFound }: Props) {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const failure: Failure = notFound && !error ? { code: 'NOT_FOUND', message: '' } : failureOf(error)
  const isTooEarly = failure.since !== undefined && (params.get('asOf') ?? '9') < failure.since
  return (
    <div className="sb-state sb-state-error" role="alert">
      <p className="sb-state-title">
        <WarningOutlined aria-hidden /> <FailureText failure={failure} />
      </p>
      {isTooEarly && (
        <Button onClick={() => setParams({ asOf: failure.since ?? '' })}>{t('error.seeSince')}</Button>
      )}
      {retry && !isTooEarly && <Button onClick={retry}>{t('error.retry')}</Button>}
    </div>
  )
}
