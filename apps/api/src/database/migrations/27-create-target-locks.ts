import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  instant,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const table: TableSpec = {
  name: 'target_lock',
  columns: {
    id: serial,
    uid,
    organization: key,
    year: small,
    locked_at: instant,
    locked_by: optional(text(200)),
    reason: longText,
    unlocked_at: optional(instant),
    unlocked_by: optional(text(200)),
    unlock_reason: optional(longText),
  },
  primary: ['id'],
  unique: { ux_target_lock_uid: ['uid'] },
  indices: { ix_target_lock_organization: ['organization', 'year'] },
}

/** Years whose targets are closed, and how they were opened again. */
export class CreateTargetLocks1763700000027 implements MigrationInterface {
  name = 'CreateTargetLocks1763700000027'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name)
  }
}
