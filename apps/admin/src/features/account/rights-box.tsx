import { ROLES } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import type { OwnGrant } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

function Line({ grant }: { grant: OwnGrant }) {
  const { label } = useTexts()
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const { role, organization, onInstallation, validFrom, validTo, active } = grant
  const days = validTo
    ? s('between', { from: formatDay(validFrom), to: formatDay(validTo) })
    : s('since', { day: formatDay(validFrom) })
  return (
    <li className={active ? undefined : 'sb-account-over'}>
      <div>
        <strong>{label(ROLES, role)}</strong>{' '}
        {organization ? (
          <Link to={`/units/${organization.id}`}>{organization.name}</Link>
        ) : (
          s(onInstallation ? 'everywhere' : 'hidden')
        )}
      </div>
      <small>{active ? days : `${days} · ${s('over')}`}</small>
    </li>
  )
}

/** The grants of one's own, those in force first. */
export function RightsBox({ grants }: { grants: readonly OwnGrant[] }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const sorted = grants.toSorted((a, b) => Number(b.active) - Number(a.active))
  return (
    <Box title={s('rights')} note={s('rightsNote')}>
      {!grants.some(({ active }) => active) && <p className="sb-warn">{s('noRights')}</p>}
      <ul className="sb-account-list">
        {sorted.map((grant) => (
          <Line key={grant.id} grant={grant} />
        ))}
      </ul>
    </Box>
  )
}
