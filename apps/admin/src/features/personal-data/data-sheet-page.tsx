import { ETHNIC_GROUPS, EVENT_KINDS, RELIGIONS } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay, formatInstant } from '../../lib/format.js'
import { LookList } from './look-list.js'
import type { DataSheet } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { PurposeList } from './purpose-list.js'
import { RequestLines } from './request-lines.js'

function Facts({ person }: Pick<DataSheet, 'person'>) {
  const { t } = useTexts()
  const facts = [
    [t('record.fullName'), person.fullName],
    [t('record.birthDate'), formatDay(person.birthDate)],
    [t('record.sex'), t(person.female ? 'person.female' : 'person.male')],
    [t('person.ethnicity'), ETHNIC_GROUPS[person.ethnicity] ?? person.ethnicity],
    [
      t('person.religion'),
      person.religion ? (RELIGIONS[person.religion] ?? person.religion) : t('person.noReligion'),
    ],
    [t('person.identity'), person.identityNumber ?? '–'],
    [t('person.note'), person.note ?? '–'],
  ]
  return (
    <dl className="sb-sheet-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Events({ person }: Pick<DataSheet, 'person'>) {
  const { t, label } = useTexts()
  return (
    <table className="sb-plain">
      <tbody>
        {person.events.map((event) => (
          <tr key={event.id}>
            <td>{formatDay(event.on)}</td>
            <td>{label(EVENT_KINDS, event.kind)}</td>
            <td>
              {[event.organization?.name ?? t('person.elsewhere'), event.toOrganization?.name]
                .filter(Boolean)
                .join(' → ')}
            </td>
            <td>
              {[event.document?.number, event.note, event.correctionReason].filter(Boolean).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The sheet as it is read and printed. */
export function DataSheetPage({ sheet }: { sheet: DataSheet }) {
  const s = useOwnTexts(DATA_TEXTS)
  const { person, requests, purposes } = sheet
  return (
    <article className="sb-sheet">
      <p>{s('drawnBy', { at: formatInstant(sheet.drawnUpAt), by: sheet.drawnUpBy })}</p>
      {sheet.restrictedSince && <p>{s('restricted', { day: formatDay(sheet.restrictedSince) })}</p>}
      <h3>{s('facts')}</h3>
      <Facts person={person} />
      <h3>{s('events')}</h3>
      <Events person={person} />
      <h3>{s('requests')}</h3>
      <RequestLines requests={requests} />
      <h3>{s('looks')}</h3>
      <LookList looks={person.looks.edges.map(({ node }) => node)} />
      <h3>{s('purposes')}</h3>
      <PurposeList purposes={purposes} />
    </article>
  )
}
