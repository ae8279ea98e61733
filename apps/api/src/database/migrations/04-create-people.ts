import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  count,
  day,
  flag,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'person',
    columns: {
      id: serial,
      uid,
      full_name: text(200),
      search_key: text(200),
      sort_key: text(400),
      birth_date: day,
      female: flag,
      ethnicity: text(2),
      religion: optional(text(2)),
      identity_number: optional(text(12)),
      note: optional(longText),
      external_ref: optional(text(80)),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: {
      ux_person_uid: ['uid'],
      ux_person_identity_number: ['identity_number'],
      ux_person_external_ref: ['external_ref'],
    },
  },
]

export class CreatePeople1763700000004 implements MigrationInterface {
  name = 'CreatePeople1763700000004'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
