import { OverviewPage } from '../features/figures/overview-page.js'

/** /units/:unitId */
export function OverviewRoute() {
  return <OverviewPage />
}
