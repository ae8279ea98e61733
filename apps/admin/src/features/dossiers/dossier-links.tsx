import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay } from '../../lib/format.js'
import { dossierHref } from '../../lib/place.js'
import { PersonDossiersQuery } from './dossier-query.js'
import { STATE_LABELS } from './step-words.js'

/** The dossiers of a person, each with its state and the way to it; nothing for who has none. */
export function DossierLinks({ person }: { person: string }) {
  const { t, label } = useTexts()
  const { params } = usePlace()
  const navigate = useNavigate()
  const { data } = useQuery(PersonDossiersQuery, { variables: { id: person } })
  const dossiers = data?.person?.dossiers ?? []
  if (dossiers.length === 0) return null
  return (
    <ul className="sb-facts-list" aria-label={t('dossier.of')}>
      {dossiers.map(({ id, state, since, organization }) => (
        <li key={id} className="sb-with-act">
          <span>
            <strong>{label(STATE_LABELS, state)}</strong>
            <small>
              {t('dossier.of')} · {t('sources.since', { day: formatDay(since) })} · {organization.name}
            </small>
          </span>
          <Button onClick={() => void navigate(dossierHref(params, organization.id, id, person))}>
            {t('dossier.see')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
