import { entityOf, instant, key, longText, optional, text, uid } from '../database/tables.js'

/** What was done, by whom, from where and with what outcome; rows are only ever added. */
export const AuditRecordTable = entityOf({
  name: 'audit_record',
  columns: {
    sequence: key,
    recorded_at: instant,
    request: uid,
    actor_kind: text(12),
    actor_account: optional(key),
    actor_name: text(200),
    origin: optional(text(64)),
    operation: text(80),
    outcome: text(10),
    code: optional(text(32)),
    object_kind: optional(text(80)),
    object: optional(text(64)),
    units: longText,
    persons: longText,
    input: longText,
    before_state: optional(longText),
    after_state: optional(longText),
    hash: text(64),
  },
  primary: ['sequence'],
  indices: {
    ix_audit_record_actor: ['actor_account', 'sequence'],
    ix_audit_record_operation: ['operation', 'sequence'],
    ix_audit_record_time: ['recorded_at', 'sequence'],
  },
})

/** Which units and persons a record concerns, to find it by; the record itself holds the same, under its hash. */
export const AuditSubjectTable = entityOf({
  name: 'audit_subject',
  columns: { kind: text(8), subject: key, sequence: key },
  primary: ['kind', 'subject', 'sequence'],
  indices: { ix_audit_subject_sequence: ['sequence'] },
  clustered: true,
})

/** The last record: one row, held by whoever adds the next. */
export const AuditHeadTable = entityOf({
  name: 'audit_head',
  columns: { id: key, sequence: key, hash: text(64) },
  primary: ['id'],
})
