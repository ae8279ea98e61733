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
  uid,
  type TableSpec,
} from '../tables.js'

const table: TableSpec = {
  name: 'declared_figure',
  columns: {
    id: serial,
    uid,
    organization: key,
    indicator: text(40),
    from_day: optional(day),
    as_of: day,
    amount: optional(count),
    qualifier: text(20),
    printed_percentage: optional(text(20)),
    document: optional(key),
    note: optional(longText),
    backfilled: flag,
    recorded_at: instant,
    version: { ...count, default: 1 },
    corrected_on: optional(day),
    correction_reason: optional(longText),
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_declared_figure_uid: ['uid'] },
  indices: { ix_declared_figure_organization: ['organization', 'as_of'] },
}

export class CreateDeclaredFigures1763700000013 implements MigrationInterface {
  name = 'CreateDeclaredFigures1763700000013'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name)
  }
}
