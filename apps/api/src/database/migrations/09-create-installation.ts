import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, text, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'installation_setting',
    columns: { name: text(40), value: text(200) },
    primary: ['name'],
  },
]

export class CreateInstallation1763700000009 implements MigrationInterface {
  name = 'CreateInstallation1763700000009'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
