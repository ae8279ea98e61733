import { count, entityOf, instant, optional, serial, text, uid } from '../../database/tables.js'

/** One import: what came from where and when, and when it was undone. */
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
  },
  primary: ['id'],
  unique: { ux_import_batch_uid: ['uid'] },
})
