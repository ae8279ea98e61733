import '../app/i18n/page-texts.js'
import { UnitsPage } from '../features/figures/units-page.js'

/** /units/:unitId/units */
export function UnitsRoute() {
  return <UnitsPage />
}
