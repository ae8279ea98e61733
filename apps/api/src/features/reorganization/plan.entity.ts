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
  text,
  uid,
} from '../../database/tables.js'

/** Operations on the tree that one decision orders: drafted, rehearsed, applied, perhaps undone. */
export const ReorganizationTable = entityOf({
  name: 'reorganization',
  columns: {
    id: serial,
    uid,
    organization: key,
    status: text(10),
    title: text(400),
    decision_number: optional(text(80)),
    signatory: optional(text(200)),
    signed_on: optional(day),
    effective_on: day,
    target_rule: text(12),
    document: optional(key),
    note: optional(longText),
    version: { ...count, default: 1 },
    created_at: instant,
    applied_at: optional(instant),
    undone_at: optional(instant),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_reorganization_uid: ['uid'] },
  indices: { ix_reorganization_organization: ['organization'] },
})

/** One operation; `body` is its JSON (see operation.ts), units by their outer ids. */
export const ReorganizationOperationTable = entityOf({
  name: 'reorganization_operation',
  columns: { id: serial, uid, reorganization: key, position: count, kind: text(20), body: longText },
  primary: ['id'],
  unique: { ux_reorganization_operation_uid: ['uid'] },
  indices: { ix_reorganization_operation_place: ['reorganization', 'position'] },
})

/** To which successor (by its place in the list) a person of a split cell goes; by hand or by rule. */
export const ReorganizationShareTable = entityOf({
  name: 'reorganization_share',
  columns: { operation: key, person: key, successor: count, by_rule: flag },
  primary: ['operation', 'person'],
  clustered: true,
})

/** What an applied reorganization wrote beside the tree, so that it can be undone. */
export const ReorganizationEffectTable = entityOf({
  name: 'reorganization_effect',
  columns: { id: serial, reorganization: key, kind: text(20), ref: key, body: optional(longText) },
  primary: ['id'],
  indices: { ix_reorganization_effect_reorganization: ['reorganization', 'kind'] },
})
