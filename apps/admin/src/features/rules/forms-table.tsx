import { useQuery } from '@apollo/client/react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { FormsQuery } from './rules-query.js'

/** The forms in force today, who makes each out, and by which guidance. */
export function FormsTable() {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { data, error, refetch } = useQuery(FormsQuery, { variables: { on: today } })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton />
  return (
    <table className="sb-people sb-forms">
      <thead>
        <tr>
          <th scope="col">{t('rules.form')}</th>
          <th scope="col">{t('rules.formTitle')}</th>
          <th scope="col">{t('rules.issuer')}</th>
          <th scope="col">{t('rules.regulation')}</th>
        </tr>
      </thead>
      <tbody>
        {data.dossierForms.flatMap(({ code, versions }) =>
          versions.map((one) => (
            <tr key={code}>
              <td>{code}</td>
              <td>{one.title}</td>
              <td>{one.issuer}</td>
              <td>
                {one.regulation} <small>{formatDay(one.validFrom)}</small>
                {!one.confirmed && <small> · {t('rules.unconfirmed')}</small>}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
