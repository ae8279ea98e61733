import { ACTOR_KINDS, AUDIT_OUTCOMES, OPERATIONS } from '@seedbed/shared'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatInstant } from '../../lib/format.js'
import { auditHref } from '../../lib/place.js'
import type { AuditRecord } from './audit-query.js'
import { AUDIT_TEXTS } from './audit-texts.js'
import { FIELD_WORDS } from './field-words.js'
import { namesOf, toldValue } from './told-value.js'

function Facts({ record }: { record: AuditRecord }) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { label, t } = useTexts()
  const facts: ReadonlyArray<readonly [string, ReactNode]> = [
    [s('when'), formatInstant(record.recordedAt)],
    [s('actor'), [record.actorName, label(ACTOR_KINDS, record.actorKind)].filter(Boolean).join(' · ')],
    [s('origin'), record.origin ?? '–'],
    [s('outcome'), label(AUDIT_OUTCOMES, record.outcome)],
    ...(record.code ? [[s('why'), t(`error.${record.code}` as TextKey)] as const] : []),
    [s('number'), record.sequence],
    [s('request'), <code key="request">{record.requestId}</code>],
    [s('hash'), <code key="hash">{record.hash}</code>],
  ]
  return (
    <dl className="sb-audit-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Changes({ record }: { record: AuditRecord }) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { label } = useTexts()
  const names = namesOf(record)
  const words = { yes: s('yes'), no: s('no'), rows: (n: number) => s('rows', { n }) }
  const changes = record.changes.filter(({ field }) => field !== 'version')
  if (changes.length === 0) return <p className="sb-quiet">{s('noChanges')}</p>
  const covered = changes.some(({ before, after }) => [before, after].some((value) => value?.includes('•••')))
  return (
    <>
      <table className="sb-audit-changes">
        <thead>
          <tr>
            <th scope="col">{s('field')}</th>
            <th scope="col">{s('before')}</th>
            <th scope="col">{s('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{label(FIELD_WORDS, field)}</th>
              <td>{toldValue(before, names, words)}</td>
              <td>{toldValue(after, names, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {covered && <p className="sb-quiet">{s('coveredNote')}</p>}
    </>
  )
}

function Concerned({ record }: { record: AuditRecord }) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const lists = [
    {
      title: s('persons'),
      rows: record.persons.map(({ id, fullName }) => ({ id, name: fullName, to: auditHref({ person: id }) })),
    },
    {
      title: s('units'),
      rows: record.organizations.map(({ id, name }) => ({ id, name, to: auditHref({ unit: id }) })),
    },
  ]
  return lists.map(
    ({ title, rows }) =>
      rows.length > 0 && (
        <section key={title}>
          <h3>{title}</h3>
          <ul className="sb-audit-concerned">
            {rows.map(({ id, name, to }) => (
              <li key={id}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      ),
  )
}

/** One record with all that it says: the facts, before and after, and whom it concerns. */
export function AuditDrawer({ record, onClose }: { record: AuditRecord; onClose: () => void }) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { label } = useTexts()
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={label(OPERATIONS, record.operation)}
      className="sb-audit-one"
    >
      <Facts record={record} />
      <h3>{s('changes')}</h3>
      <Changes record={record} />
      <Concerned record={record} />
    </Drawer>
  )
}
