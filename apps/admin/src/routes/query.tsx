import '../app/i18n/page-texts.js'
import { QueryPage } from '../features/inspection/query-page.js'

/** /units/:unitId/query */
export function QueryRoute() {
  return <QueryPage />
}
