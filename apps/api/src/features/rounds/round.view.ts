import type { InspectionRound, InspectionSubject } from './round.type.js'
import type { RoundRow } from './round.service.js'
import type { SubjectRow } from './subject.service.js'

/** A round as the API shows it. */
export function toRound(row: RoundRow): InspectionRound {
  const { uid, version, body, kind, theme, fromDay, toDay, looksFrom, closedOn, actorName } = row
  return { row, id: uid, version, body, kind, theme, fromDay, toDay, looksFrom, closedOn, actorName }
}

/** A subject as the API shows it. */
export function toSubject({ uid, organization, person, ...row }: SubjectRow): InspectionSubject {
  return { ...row, id: uid, organizationKey: organization, personKey: person, isPerson: person !== 0 }
}
