import { CANDIDATE_STAGES, SOURCE_KINDS } from '@seedbed/shared'
import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay, shortName } from '../../lib/format.js'
import type { Selection } from './candidate-board.js'
import { NextStep } from './next-step.js'
import type { Candidate } from './sources-query.js'

/** The candidates, one a line, with what comes next. */
export function CandidateTable({ rows, selection }: { rows: readonly Candidate[]; selection: Selection }) {
  const { t, label } = useTexts()
  const { hrefTo, setParam } = usePlace()
  return (
    <table className="sb-people sb-candidates">
      <thead>
        <tr>
          <th scope="col">{t('admissions.person')}</th>
          <th scope="col">{t('admissions.organization')}</th>
          <th scope="col">{t('sources.stage')}</th>
          <th scope="col">{t('sources.sinceHead')}</th>
          <th scope="col">{t('record.sourceKind')}</th>
          <th scope="col">{t('sources.mentors')}</th>
          <th scope="col">{t('sources.next')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.id}>
            <td>
              {one.organization.viewerCanRecordSources && (
                <Checkbox
                  aria-label={t('sources.choose', { name: one.person.fullName })}
                  checked={selection.ids.has(one.id)}
                  onChange={() => selection.toggle(one.id)}
                />
              )}{' '}
              <button type="button" onClick={() => setParam({ person: one.id })}>
                {one.person.fullName}
              </button>
            </td>
            <td>
              <Link to={hrefTo(one.organization.id, 'sources')} title={one.organization.name}>
                {shortName(one.organization.name)}
              </Link>
            </td>
            <td>{label(CANDIDATE_STAGES, one.stage)}</td>
            <td>{formatDay(one.since)}</td>
            <td>{label(SOURCE_KINDS, one.sourceKind) || '–'}</td>
            <td>{one.mentors.map(({ mentor }) => mentor.fullName).join(', ') || '–'}</td>
            <td>{one.nextSteps[0] ? <NextStep step={one.nextSteps[0]} /> : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
