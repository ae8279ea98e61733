import type { LookRow } from './look.service.js'
import type { PersonLook } from './look.type.js'

/** A look as the API shows it. */
export const toLook = ({ uid, person, organization, round, ...row }: LookRow): PersonLook => ({
  ...row,
  id: uid,
  personKey: person,
  organizationKey: organization,
  roundKey: round,
})
