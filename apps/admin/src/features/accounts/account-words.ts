import { ROLES } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay } from '../../lib/format.js'
import type { Account, AccountGrant } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

/** An account and its grants in words. */
export function useAccountWords() {
  const { label } = useTexts()
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const place = ({ onInstallation, organization }: AccountGrant) =>
    onInstallation ? s('everywhere') : (organization?.name ?? s('hidden'))
  return {
    role: ({ role }: AccountGrant) => label(ROLES, role),
    place,
    grant: (grant: AccountGrant) => `${label(ROLES, grant.role)} · ${place(grant)}`,
    days: ({ validFrom, validTo }: AccountGrant) =>
      `${formatDay(validFrom)} – ${validTo ? formatDay(validTo) : '…'}`,
    state: ({ disabledAt, mustChangePassword }: Account) =>
      s(disabledAt ? 'disabled' : mustChangePassword ? 'oneTime' : 'inUse'),
  }
}
