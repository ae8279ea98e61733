import { AccountPage } from '../features/account/account-page.js'

/** /account */
export function AccountRoute() {
  return <AccountPage />
}
