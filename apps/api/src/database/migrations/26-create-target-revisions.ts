import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  flag,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  type TableSpec,
} from '../tables.js'

const table: TableSpec = {
  name: 'target_revision',
  columns: {
    id: serial,
    target: key,
    number: count,
    recorded_at: optional(instant),
    actor: optional(key),
    actor_name: optional(text(200)),
    reason: optional(longText),
    backfilled: flag,
    removed: flag,
    year_from: count,
    year_to: count,
    amount_min: count,
    amount_max: optional(count),
    rate: optional(count),
    rate_max: optional(count),
    base: optional(count),
    base_on: optional(day),
    document: optional(key),
    note: optional(longText),
  },
  primary: ['id'],
  unique: { ux_target_revision_number: ['target', 'number'] },
}

/** What every target was before it was changed. Those on record begin with what they are now; nobody knows since when. */
export class CreateTargetRevisions1763700000026 implements MigrationInterface {
  name = 'CreateTargetRevisions1763700000026'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
    await runner.query(
      `INSERT INTO target_revision (target, number, year_from, year_to, amount_min, amount_max, document, note)
       SELECT id, version, year_from, year_to, amount_min, amount_max, document, note FROM target`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name)
  }
}
