import { PersonalDataPage } from '../features/personal-data/personal-data-page.js'

/** /personal-data */
export function PersonalDataRoute() {
  return <PersonalDataPage />
}
