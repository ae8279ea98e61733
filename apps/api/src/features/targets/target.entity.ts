import {
  count,
  day,
  entityOf,
  flag,
  instant,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
} from '../../database/tables.js'

/** What a unit is to reach in a year, in each year of a term, or in the whole of one. Rates are hundredths of a percent. */
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
    rate: optional(count),
    rate_max: optional(count),
    base: optional(count),
    base_on: optional(day),
    unit_condition: optional(text(30)),
    tier: optional(text(30)),
    unit_kind: optional(text(30)),
    unit_sector: optional(text(30)),
    group_id: optional(key),
    backfilled: flag,
    removed: flag,
  },
  primary: ['id'],
  unique: { ux_target_uid: ['uid'] },
  indices: { ix_target_organization: ['organization', 'year_from'] },
})

/** What a target was from one of its versions on; `number` is that version. */
export const TargetRevisionTable = entityOf({
  name: 'target_revision',
  columns: {
    id: serial,
    target: key,
    number: count,
    recorded_at: optional(instant),
    actor: optional(key),
    actor_name: optional(text(200)),
    reason: optional(longText),
    backfilled: flag,
    removed: flag,
    year_from: count,
    year_to: count,
    amount_min: count,
    amount_max: optional(count),
    rate: optional(count),
    rate_max: optional(count),
    base: optional(count),
    base_on: optional(day),
    document: optional(key),
    note: optional(longText),
  },
  primary: ['id'],
  unique: { ux_target_revision_number: ['target', 'number'] },
})

/** A year whose targets are closed for a unit and all below it, until it is opened again. */
export const TargetLockTable = entityOf({
  name: 'target_lock',
  columns: {
    id: serial,
    uid,
    organization: key,
    year: small,
    locked_at: instant,
    locked_by: optional(text(200)),
    reason: longText,
    unlocked_at: optional(instant),
    unlocked_by: optional(text(200)),
    unlock_reason: optional(longText),
  },
  primary: ['id'],
  unique: { ux_target_lock_uid: ['uid'] },
  indices: { ix_target_lock_organization: ['organization', 'year'] },
})

/** What a unit registers for itself for a year, and how many it expects by the end of it. */
export const TargetRegistrationTable = entityOf({
  name: 'target_registration',
  columns: {
    id: serial,
    uid,
    organization: key,
    year: small,
    wanted: optional(count),
    expected: optional(count),
    note: optional(longText),
    recorded_at: instant,
    recorded_by: optional(text(200)),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_target_registration_uid: ['uid'],
    ux_target_registration_year: ['organization', 'year'],
  },
})
