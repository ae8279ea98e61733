import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
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

const version = { ...count, default: 1 }

const tables: TableSpec[] = [
  {
    name: 'target_plan',
    columns: {
      id: serial,
      uid,
      organization: key,
      year: small,
      name: text(200),
      state: text(10),
      note: optional(longText),
      document: optional(key),
      signatory: optional(text(200)),
      created_at: instant,
      created_by: optional(text(200)),
      issued_at: optional(instant),
      issued_by: optional(text(200)),
      version,
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_target_plan_uid: ['uid'], ux_target_plan_name: ['organization', 'year', 'name'] },
  },
  {
    name: 'target_plan_line',
    columns: { plan: key, organization: key, amount: count, note: optional(longText) },
    primary: ['plan', 'organization'],
    clustered: true,
  },
  {
    name: 'target_registration',
    columns: {
      id: serial,
      uid,
      organization: key,
      year: small,
      wanted: optional(count),
      expected: optional(count),
      note: optional(longText),
      recorded_at: instant,
      recorded_by: optional(text(200)),
      version,
      batch: optional(key),
    },
    primary: ['id'],
    unique: {
      ux_target_registration_uid: ['uid'],
      ux_target_registration_year: ['organization', 'year'],
    },
  },
]

/** Drafts of a year's targets for the units below one, and what units register and expect themselves. */
export class CreateTargetPlans1763700000028 implements MigrationInterface {
  name = 'CreateTargetPlans1763700000028'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
