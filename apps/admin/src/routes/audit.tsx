import '../app/i18n/page-texts.js'
import { AuditPage } from '../features/audit/audit-page.js'

/** /audit */
export function AuditRoute() {
  return <AuditPage />
}
