import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, count, key, longText, optional, serial, text, uid, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'target',
    columns: {
      id: serial,
      uid,
      organization: key,
      kind: text(20),
      indicator: text(40),
      year_from: count,
      year_to: count,
      amount_min: count,
      amount_max: optional(count),
      document: optional(key),
      note: optional(longText),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_target_uid: ['uid'] },
    indices: { ix_target_organization: ['organization', 'year_from'] },
  },
]

export class CreateTargets1763700000007 implements MigrationInterface {
  name = 'CreateTargets1763700000007'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
