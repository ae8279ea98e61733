import '../app/i18n/page-texts.js'
import { DossiersPage } from '../features/dossiers/dossiers-page.js'

/** /units/:unitId/dossiers */
export function DossiersRoute() {
  return <DossiersPage />
}
