import type { EventRow } from './event.repository.js'
import type { Admission, OpeningBalance, PersonEvent } from './membership.type.js'
import type { OpeningBalanceRow } from './opening-balance.service.js'

/** An event as the API shows it. */
export function toPersonEvent(row: EventRow): PersonEvent {
  const { uid, date, person, organization, toOrganization, document, ...rest } = row
  return {
    ...rest,
    id: uid,
    on: date,
    personKey: person,
    organizationKey: organization,
    toOrganizationKey: toOrganization,
    documentKey: document,
  }
}

/** An admission as the API shows it. */
export function toAdmission(row: EventRow): Admission {
  if (!row.attributes) throw new Error(`Event ${row.uid} has no attributes`)
  return {
    id: row.uid,
    eventKey: row.id,
    personKey: row.person,
    organizationKey: row.organization,
    on: row.date,
    readmission: row.readmission,
    attributes: row.attributes,
    introducer: row.introducer,
    courseCompletedOn: row.courseCompletedOn,
    backfilled: row.backfilled,
  }
}

/** An opening balance as the API shows it. */
export function toOpeningBalance(row: OpeningBalanceRow): OpeningBalance {
  const { uid, date, organization, document, ...rest } = row
  return { ...rest, id: uid, on: date, organizationKey: organization, documentKey: document }
}
