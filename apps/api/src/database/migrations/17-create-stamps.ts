import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, key, text, type TableSpec } from '../tables.js'

const stamp: TableSpec = {
  name: 'stamp',
  columns: { subject: key, value: text(16) },
  primary: ['subject'],
  clustered: true,
}

/** Stamps of what the instances keep in memory; what has none yet has not been written to since. */
export class CreateStamps1763700000017 implements MigrationInterface {
  name = 'CreateStamps1763700000017'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, stamp)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(stamp.name)
  }
}
