import { lastDayOf } from './life.js'
import type { OrganizationOnDay } from './organization.service.js'
import type { Organization } from './organization.type.js'

/** A unit as the API shows it; days turn from half-open to inclusive here. */
export function toOrganization(unit: OrganizationOnDay): Organization {
  return {
    unit,
    id: unit.uid,
    version: unit.version,
    code: unit.code,
    name: unit.name,
    tier: unit.tier,
    kind: unit.kind,
    sector: unit.sector,
    holdsMembers: Number(unit.holdsMembers) === 1,
    validFrom: unit.opened,
    validTo: lastDayOf(unit) ?? null,
    at: unit.at,
  }
}

/** The same for what may be missing. */
export function toOrganizationOrNull(unit: OrganizationOnDay | null): Organization | null {
  return unit && toOrganization(unit)
}
