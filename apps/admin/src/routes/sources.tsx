import { SourcesPage } from '../features/sources/sources-page.js'

/** /units/:unitId/sources */
export function SourcesRoute() {
  return <SourcesPage />
}
