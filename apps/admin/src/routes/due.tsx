import '../app/i18n/page-texts.js'
import { DuePage } from '../features/due/due-page.js'

/** /units/:unitId/due */
export function DueRoute() {
  return <DuePage />
}
