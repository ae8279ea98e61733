import '../app/i18n/page-texts.js'
import { ReorganizationsPage } from '../features/reorganization/reorganizations-page.js'

/** All reorganizations: those being drafted, those that were carried out. */
export function ReorganizationsRoute() {
  return <ReorganizationsPage />
}
