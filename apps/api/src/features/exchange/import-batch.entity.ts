import { count, entityOf, instant, longText, optional, serial, text, uid } from '../../database/tables.js'

/**
 * One import: what came from where and when, and when it was undone. `before_state` keeps what it changed of things
 * that stood before (roundings, settings, memberships of groups), so that it can be put back.
 */
export const ImportBatchTable = entityOf({
  name: 'import_batch',
  columns: {
    id: serial,
    uid,
    source: text(200),
    checksum: text(64),
    lines: count,
    imported_at: instant,
    undone_at: optional(instant),
    before_state: longText,
  },
  primary: ['id'],
  unique: { ux_import_batch_uid: ['uid'] },
})
