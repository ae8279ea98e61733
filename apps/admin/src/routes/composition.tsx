import { CompositionPage } from '../features/composition/composition-page.js'

/** /units/:unitId/composition */
export function CompositionRoute() {
  return <CompositionPage />
}
