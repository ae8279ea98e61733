import { DOSSIER_DEADLINES, type Day } from '@seedbed/shared'
import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay, shortName } from '../../lib/format.js'
import { dossierHref } from '../../lib/place.js'
import { DeadlineWords, pressing } from './deadline-words.js'
import type { DossierRow } from './dossier-query.js'
import { STATE_LABELS } from './step-words.js'

interface Props {
  rows: readonly DossierRow[]
  on: Day
  chosen: ReadonlySet<string>
  onToggle?: (id: string) => void
}

/** Dossiers, one a line with the deadline that presses most; on a phone one below the other. */
export function DossierTable({ rows, on, chosen, onToggle }: Props) {
  const { t, label } = useTexts()
  const { params, unitId } = usePlace()
  return (
    <table className="sb-people sb-dossiers">
      <thead>
        <tr>
          {onToggle && (
            <th scope="col">
              <span className="sb-visually-hidden">{t('dossier.chooseHead')}</span>
            </th>
          )}
          <th scope="col">{t('admissions.person')}</th>
          <th scope="col">{t('admissions.organization')}</th>
          <th scope="col">{t('dossier.state')}</th>
          <th scope="col">{t('dossier.deadline')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [first] = pressing(row.deadlines)
          return (
            <tr key={row.id}>
              {onToggle && (
                <td>
                  <Checkbox
                    aria-label={t('sources.choose', { name: row.person.fullName })}
                    checked={chosen.has(row.id)}
                    onChange={() => onToggle(row.id)}
                  />
                </td>
              )}
              <td>
                <Link className="sb-name" to={dossierHref(params, unitId, row.id, row.person.id)}>
                  {row.person.fullName}
                </Link>
              </td>
              <td title={row.organization.name}>{shortName(row.organization.name)}</td>
              <td>
                {label(STATE_LABELS, row.state)}{' '}
                <small>{t('sources.since', { day: formatDay(row.since) })}</small>
              </td>
              <td>
                {first && (
                  <>
                    {label(DOSSIER_DEADLINES, first.kind)}
                    <br />
                    <DeadlineWords state={first.state} dueOn={first.dueOn} metOn={first.metOn} on={on} />
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
