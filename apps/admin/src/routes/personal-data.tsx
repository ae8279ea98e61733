import '../app/i18n/page-texts.js'
import '../lib/reason-words.js'
import { PersonalDataPage } from '../features/personal-data/personal-data-page.js'

/** /personal-data */
export function PersonalDataRoute() {
  return <PersonalDataPage />
}
