import '../app/i18n/page-texts.js'
import { ComparisonPage } from '../features/comparison/comparison-page.js'

/** Figures beside those of another time or unit. */
export function ComparisonRoute() {
  return <ComparisonPage />
}
