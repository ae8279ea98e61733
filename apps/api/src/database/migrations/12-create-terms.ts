import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, createTable, day, key, optional, serial, text, uid, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
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
  },
]

/** Terms of committees; roundings that drop zeros at the end. */
export class CreateTerms1763700000012 implements MigrationInterface {
  name = 'CreateTerms1763700000012'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    await runner.query('ALTER TABLE organization ADD COLUMN rounding_zeros tinyint NOT NULL DEFAULT 1')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization DROP COLUMN rounding_zeros')
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
