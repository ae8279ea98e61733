import '../app/i18n/page-texts.js'
import { BalancePage } from '../features/balance-sheet/balance-page.js'

/** /units/:unitId/balance */
export function BalanceRoute() {
  return <BalancePage />
}
