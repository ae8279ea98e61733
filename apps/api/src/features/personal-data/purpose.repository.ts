import type { Day, ProcessingPurposeCode } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, insertRows, select } from '../../database/sql.js'

/** A version of a purpose; half-open. */
export interface PurposeRow {
  id: number
  uid: string
  version: number
  code: ProcessingPurposeCode
  validFrom: Day
  validTo: Day
  textVi: string
  textEn: string
  legalBasis: string
}

const columns = `pp.id, pp.uid, pp.version, pp.code, pp.valid_from AS validFrom, pp.valid_to AS validTo,
  pp.text_vi AS textVi, pp.text_en AS textEn, pp.legal_basis AS legalBasis`

/** Every version of every purpose, by code and day. */
export function listPurposes(ctx: RequestContext): Promise<PurposeRow[]> {
  return select<PurposeRow>(
    ctx,
    `SELECT ${columns} FROM processing_purpose pp ORDER BY pp.code, pp.valid_from`,
    [],
  )
}

/** Stores a version. */
export function insertPurpose(ctx: RequestContext, row: Omit<PurposeRow, 'id'>): Promise<void> {
  return insertRows(ctx, 'processing_purpose', [
    {
      uid: row.uid,
      version: row.version,
      code: row.code,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      text_vi: row.textVi,
      text_en: row.textEn,
      legal_basis: row.legalBasis,
    },
  ])
}

/** The version ends where the next begins. */
export function endPurpose(ctx: RequestContext, id: number, validTo: Day): Promise<void> {
  return execute(ctx, 'UPDATE processing_purpose SET valid_to = ?, version = version + 1 WHERE id = ?', [
    validTo,
    id,
  ])
}
