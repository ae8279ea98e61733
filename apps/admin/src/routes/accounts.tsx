import { AccountsPage } from '../features/accounts/accounts-page.js'

/** /accounts */
export function AccountsRoute() {
  return <AccountsPage />
}
