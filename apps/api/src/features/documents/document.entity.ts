import { day, entityOf, key, longText, optional, serial, text, uid } from '../../database/tables.js'

/** Decisions, resolutions, directives that acts and targets rest on. */
export const DocumentTable = entityOf({
  name: 'document',
  columns: {
    id: serial,
    uid,
    organization: key,
    number: text(80),
    title: text(400),
    issuer: optional(text(200)),
    signed_on: optional(day),
    note: optional(longText),
    external_ref: optional(text(80)),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_document_uid: ['uid'], ux_document_external_ref: ['external_ref'] },
  indices: { ix_document_organization: ['organization'] },
})
