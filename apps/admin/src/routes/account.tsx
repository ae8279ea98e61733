import '../app/i18n/page-texts.js'
import '../lib/reason-words.js'
import { AccountPage } from '../features/account/account-page.js'

/** /account */
export function AccountRoute() {
  return <AccountPage />
}
