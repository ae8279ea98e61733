import '../app/i18n/page-texts.js'
import { AdmissionsPage } from '../features/admissions/admissions-page.js'

/** /units/:unitId/admissions */
export function AdmissionsRoute() {
  return <AdmissionsPage />
}
