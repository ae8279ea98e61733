import '../app/i18n/page-texts.js'
import '../lib/reason-words.js'
import { AccountsPage } from '../features/accounts/accounts-page.js'

/** /accounts */
export function AccountsRoute() {
  return <AccountsPage />
}
