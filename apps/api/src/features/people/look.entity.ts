import { entityOf, instant, key, longText, optional, serial, text, uid } from '../../database/tables.js'

/** A look at a person that had to be justified: opened from outside, or the identity number seen. Never changed. */
export const PersonLookTable = entityOf({
  name: 'person_look',
  columns: {
    id: serial,
    uid,
    kind: text(12),
    person: key,
    organization: key,
    account: key,
    actor_name: text(200),
    address: optional(text(64)),
    reason: longText,
    at: instant,
    until: optional(instant),
    round: optional(key),
  },
  primary: ['id'],
  unique: { ux_person_look_uid: ['uid'] },
  indices: {
    ix_person_look_person: ['person', 'account', 'until'],
    ix_person_look_organization: ['organization', 'id'],
  },
})
