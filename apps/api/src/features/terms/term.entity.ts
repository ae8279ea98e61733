import { count, day, entityOf, key, optional, serial, text, uid } from '../../database/tables.js'

/** From one congress of a unit to the next: [valid_from, valid_to). */
export const TermTable = entityOf({
  name: 'term',
  columns: {
    id: serial,
    uid,
    organization: key,
    name: text(200),
    valid_from: day,
    valid_to: day,
    document: optional(key),
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_term_uid: ['uid'] },
  indices: { ix_term_organization: ['organization', 'valid_from'] },
})
