import '../app/i18n/page-texts.js'
import { RulesPage } from '../features/rules/rules-page.js'

/** /rules */
export function RulesRoute() {
  return <RulesPage />
}
