import '../app/i18n/page-texts.js'
import { MeetingPage } from '../features/meeting/meeting-page.js'

/** /units/:unitId/dossiers/meeting */
export function MeetingRoute() {
  return <MeetingPage />
}
