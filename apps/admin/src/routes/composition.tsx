import '../app/i18n/page-texts.js'
import { CompositionPage } from '../features/composition/composition-page.js'

/** /units/:unitId/composition */
export function CompositionRoute() {
  return <CompositionPage />
}
