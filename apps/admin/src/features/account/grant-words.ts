import { ROLES } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

interface Where {
  role: string
  onInstallation: boolean
  organization: { name: string } | null
}

/** A grant in words: "Ban tổ chức · Tỉnh Bình Thuận". */
export function useGrantWords(): (grant: Where) => string {
  const { label } = useTexts()
  const s = useOwnTexts(ACCOUNT_TEXTS)
  return ({ role, onInstallation, organization }) =>
    `${label(ROLES, role)} · ${onInstallation ? s('everywhere') : (organization?.name ?? s('hidden'))}`
}
