import '../app/i18n/page-texts.js'
import { HistoryPage } from '../features/history/history-page.js'

/** /units/:unitId/history */
export function HistoryRoute() {
  return <HistoryPage />
}
