import {
  count,
  entityOf,
  instant,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
} from '../../database/tables.js'

const version = { ...count, default: 1 }

/** A draft of the targets of a year for the units below one, without a document until it is issued. */
export const TargetPlanTable = entityOf({
  name: 'target_plan',
  columns: {
    id: serial,
    uid,
    organization: key,
    year: small,
    name: text(200),
    state: text(10),
    note: optional(longText),
    document: optional(key),
    signatory: optional(text(200)),
    created_at: instant,
    created_by: optional(text(200)),
    issued_at: optional(instant),
    issued_by: optional(text(200)),
    version,
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_target_plan_uid: ['uid'], ux_target_plan_name: ['organization', 'year', 'name'] },
})

export const TargetPlanLineTable = entityOf({
  name: 'target_plan_line',
  columns: { plan: key, organization: key, amount: count, note: optional(longText) },
  primary: ['plan', 'organization'],
  clustered: true,
})
