import {
  count,
  day,
  entityOf,
  flag,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
} from '../../database/tables.js'

/**
 * A person, as known now; what counted at an event is frozen on the event. `kept_at`: the unit that put them on
 * record; `identity_copy` is above 0 where somebody who could not see the first put the same number on record again.
 */
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
    identity_copy: small,
    kept_at: count,
    note: optional(longText),
    external_ref: optional(text(80)),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: {
    ux_person_uid: ['uid'],
    ux_person_identity: ['identity_number', 'identity_copy'],
    ux_person_external_ref: ['external_ref'],
  },
})
