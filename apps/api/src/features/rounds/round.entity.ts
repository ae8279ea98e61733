import {
  count,
  day,
  entityOf,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
} from '../../database/tables.js'

/** A round of inspection or supervision of a unit; both days inclusive. */
export const InspectionRoundTable = entityOf({
  name: 'inspection_round',
  columns: {
    id: serial,
    uid,
    version: { ...count, default: 1 },
    organization: key,
    body: text(30),
    kind: text(30),
    theme: text(400),
    document: optional(key),
    from_day: day,
    to_day: day,
    looks_from: optional(day),
    closed_on: optional(day),
    account: key,
    actor_name: text(200),
    recorded_at: instant,
    external_ref: optional(text(80)),
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_inspection_round_uid: ['uid'],
    ux_inspection_round_external_ref: ['external_ref'],
  },
  indices: { ix_inspection_round_organization: ['organization', 'id'] },
})

/** A unit (person 0) or a person whom a round inspects or supervises, with the unit where they belonged then. */
export const InspectionSubjectTable = entityOf({
  name: 'inspection_subject',
  columns: {
    id: serial,
    uid,
    version: { ...count, default: 1 },
    round: key,
    organization: key,
    person: key,
    state: text(20),
    result: optional(text(30)),
    concluded_on: optional(day),
    words: optional(longText),
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_inspection_subject_uid: ['uid'],
    ux_inspection_subject_round: ['round', 'person', 'organization'],
  },
  indices: {
    ix_inspection_subject_organization: ['organization', 'concluded_on'],
    ix_inspection_subject_person: ['person'],
  },
})

/** An account that works on a round. */
export const InspectionWorkerTable = entityOf({
  name: 'inspection_worker',
  columns: { round: key, account: key },
  primary: ['round', 'account'],
  indices: { ix_inspection_worker_account: ['account'] },
})
