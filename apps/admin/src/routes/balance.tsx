import { BalancePage } from '../features/balance-sheet/balance-page.js'

/** /units/:unitId/balance */
export function BalanceRoute() {
  return <BalancePage />
}
