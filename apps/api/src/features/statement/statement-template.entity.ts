import { count, day, entityOf, key, longText, optional, serial, text, uid } from '../../database/tables.js'

/** How a unit and those below it word a paragraph of figures; without a unit: everybody. */
export const StatementTemplateTable = entityOf({
  name: 'statement_template',
  columns: {
    id: serial,
    uid,
    organization: optional(key),
    code: text(40),
    title: text(200),
    valid_from: day,
    valid_to: day,
    body: longText,
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_statement_template_uid: ['uid'] },
  indices: { ix_statement_template_organization: ['organization', 'code'] },
})
