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

/** What a person asked of whoever keeps their data, with the days by which it is due. */
export const DataRequestTable = entityOf({
  name: 'data_request',
  columns: {
    id: serial,
    uid,
    version: { ...count, default: 1 },
    person: key,
    organization: key,
    kind: text(12),
    status: text(12),
    received_on: day,
    words: longText,
    answer_due: day,
    carry_due: day,
    extended: flag,
    answered_on: optional(day),
    answer: optional(longText),
    closed_on: optional(day),
    account: key,
    actor_name: text(200),
    recorded_at: instant,
  },
  primary: ['id'],
  unique: { ux_data_request_uid: ['uid'] },
  indices: {
    ix_data_request_person: ['person'],
    ix_data_request_organization: ['organization', 'id'],
  },
})

/** Persons who are not shown in lists beyond those who keep them. */
export const PersonRestrictionTable = entityOf({
  name: 'person_restriction',
  columns: { person: key, request: key, since: day },
  primary: ['person'],
})
