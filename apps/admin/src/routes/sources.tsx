import '../app/i18n/page-texts.js'
import { SourcesPage } from '../features/sources/sources-page.js'

/** /units/:unitId/sources */
export function SourcesRoute() {
  return <SourcesPage />
}
