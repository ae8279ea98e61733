import { OPEN_END } from '@seedbed/shared'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'
import { SEEDED_PURPOSES } from '../seeds/processing-purposes.js'
import { count, createTable, day, longText, serial, text, uid, type TableSpec } from '../tables.js'

const purpose: TableSpec = {
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
}

/** What personal data is processed for, with the texts and legal bases with which an installation begins. */
export class CreateProcessingPurposes1763700000042 implements MigrationInterface {
  name = 'CreateProcessingPurposes1763700000042'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, purpose)
    for (const { code, textVi, textEn, basis } of SEEDED_PURPOSES)
      for (const [index, { from, legalBasis }] of basis.entries())
        await runner.query(
          `INSERT INTO processing_purpose (uid, version, code, valid_from, valid_to, text_vi, text_en, legal_basis)
           VALUES (?, 1, ?, ?, ?, ?, ?, ?)`,
          [uuid(), code, from, basis[index + 1]?.from ?? OPEN_END, textVi, textEn, legalBasis],
        )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('processing_purpose')
  }
}
