import '../app/i18n/page-texts.js'
import { WorkbenchPage } from '../features/reorganization/workbench-page.js'

/** One reorganization: its operations, its rehearsal, carrying it out. */
export function ReorganizationRoute() {
  return <WorkbenchPage />
}
