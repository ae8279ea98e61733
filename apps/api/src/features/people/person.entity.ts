import {
  count,
  day,
  entityOf,
  flag,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
} from '../../database/tables.js'

/** A person, as known now; what counted at an event is frozen on the event. */
export const PersonTable = entityOf({
  name: 'person',
  columns: {
    id: serial,
    uid,
    full_name: text(200),
    search_key: text(200),
    sort_key: text(400),
    birth_date: day,
    female: flag,
    ethnicity: text(2),
    religion: optional(text(2)),
    identity_number: optional(text(12)),
    residence: optional(text(200)),
    note: optional(longText),
    external_ref: optional(text(80)),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_person_uid: ['uid'],
    ux_person_identity_number: ['identity_number'],
    ux_person_external_ref: ['external_ref'],
  },
  indices: { ix_person_birth: ['birth_date', 'search_key'] },
})
