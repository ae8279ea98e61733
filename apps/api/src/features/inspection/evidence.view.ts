import type { EvidenceHead } from './evidence.service.js'
import type { Evidence, EvidenceTotal } from './evidence.type.js'

/** Evidence as the API shows it. */
export function toEvidence(head: EvidenceHead): Evidence {
  const { uid, about, note, body, asOf, recordedAt, actorName, rowCount, totals, checksum } = head
  return {
    ...{ head, id: uid, about, note, body, asOf, recordedAt, actorName, checksum },
    ...{ totalCount: rowCount, totals: JSON.parse(totals) as EvidenceTotal[] },
  }
}
