import { ACTOR_KINDS, AUDIT_OUTCOMES, OPERATIONS } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatInstant } from '../../lib/format.js'
import type { AuditRecord } from './audit-query.js'
import { AUDIT_TEXTS } from './audit-texts.js'

/** How many of those concerned a line names. */
const NAMED = 3

interface Props {
  records: readonly AuditRecord[]
  onOpen: (record: AuditRecord) => void
  onActor: (name: string) => void
}

function Row({ record, onOpen, onActor }: Omit<Props, 'records'> & { record: AuditRecord }) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { label, t } = useTexts()
  const what = label(OPERATIONS, record.operation)
  const concerned = [
    ...record.persons.map(({ fullName }) => fullName),
    ...record.organizations.map(({ name }) => name),
  ]
  return (
    <tr data-sequence={record.sequence}>
      <td className="sb-audit-when">{formatInstant(record.recordedAt)}</td>
      <td data-label={s('actor')}>
        <button
          type="button"
          className="sb-link-button"
          aria-label={s('onlyActor', { name: record.actorName })}
          onClick={() => onActor(record.actorName)}
        >
          {record.actorName || label(ACTOR_KINDS, record.actorKind)}
        </button>
        {record.actorKind !== 'ACCOUNT' && <small>{label(ACTOR_KINDS, record.actorKind)}</small>}
      </td>
      <th scope="row">
        <button
          type="button"
          className="sb-link-button"
          aria-label={s('open', { what })}
          onClick={() => onOpen(record)}
        >
          {what}
        </button>
      </th>
      <td data-label={s('concerns')}>
        {concerned.slice(0, NAMED).join(' · ') || '–'}
        {concerned.length > NAMED && <small> +{concerned.length - NAMED}</small>}
      </td>
      <td data-label={s('outcome')} className={`sb-audit-${record.outcome.toLowerCase()}`}>
        {label(AUDIT_OUTCOMES, record.outcome)}
        {record.code && <small>{t(`error.${record.code}` as Parameters<typeof t>[0])}</small>}
      </td>
    </tr>
  )
}

/** Records, one a line, the latest first: when, who, what, whom it concerns and how it ended. */
export function AuditRows({ records, ...acts }: Props) {
  const s = useOwnTexts(AUDIT_TEXTS)
  return (
    <table className="sb-audit-table">
      <thead>
        <tr>
          {(['when', 'actor', 'operation', 'concerns', 'outcome'] as const).map((name) => (
            <th key={name} scope="col">
              {s(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={record.sequence} record={record} {...acts} />
        ))}
      </tbody>
    </table>
  )
}
