import '../app/i18n/page-texts.js'
import { DossierPage } from '../features/dossiers/dossier-page.js'

/** /units/:unitId/dossiers/:dossierId */
export function DossierRoute() {
  return <DossierPage />
}
