import { count, day, entityOf, longText, serial, text, uid } from '../../database/tables.js'

/** What personal data is processed for and on what legal basis, from day to day (half-open). */
export const ProcessingPurposeTable = entityOf({
  name: 'processing_purpose',
  columns: {
    id: serial,
    uid,
    version: { ...count, default: 1 },
    code: text(20),
    valid_from: day,
    valid_to: day,
    text_vi: longText,
    text_en: longText,
    legal_basis: longText,
  },
  primary: ['id'],
  unique: { ux_processing_purpose_uid: ['uid'], ux_processing_purpose_code: ['code', 'valid_from'] },
})
