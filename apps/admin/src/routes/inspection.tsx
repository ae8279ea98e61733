import '../app/i18n/page-texts.js'
import { InspectionPage } from '../features/findings/inspection-page.js'

/** /units/:unitId/inspection */
export function InspectionRoute() {
  return <InspectionPage />
}
