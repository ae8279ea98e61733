import '../app/i18n/page-texts.js'
import { TargetsPage } from '../features/targets/targets-page.js'

/** /units/:unitId/targets */
export function TargetsRoute() {
  return <TargetsPage />
}
