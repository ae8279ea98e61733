import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  count,
  instant,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
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
  },
]

export class CreateImportBatches1763700000008 implements MigrationInterface {
  name = 'CreateImportBatches1763700000008'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
