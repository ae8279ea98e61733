import { count, entityOf, key, longText, optional, serial, text, uid } from '../../database/tables.js'

/** What a unit is to reach in a year, or in each year of a term. */
export const TargetTable = entityOf({
  name: 'target',
  columns: {
    id: serial,
    uid,
    organization: key,
    kind: text(20),
    indicator: text(40),
    year_from: count,
    year_to: count,
    amount_min: count,
    amount_max: optional(count),
    document: optional(key),
    note: optional(longText),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_target_uid: ['uid'] },
  indices: { ix_target_organization: ['organization', 'year_from'] },
})
