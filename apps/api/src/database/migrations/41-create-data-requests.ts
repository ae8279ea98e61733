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

const tables: TableSpec[] = [
  {
    name: 'data_request',
    columns: {
      id: serial,
      uid,
      version: { ...count, default: 1 },
      person: key,
      organization: key,
      kind: text(12),
      status: text(12),
      received_on: day,
      words: longText,
      answer_due: day,
      carry_due: day,
      extended: flag,
      answered_on: optional(day),
      answer: optional(longText),
      closed_on: optional(day),
      account: key,
      actor_name: text(200),
      recorded_at: instant,
    },
    primary: ['id'],
    unique: { ux_data_request_uid: ['uid'] },
    indices: {
      ix_data_request_person: ['person'],
      ix_data_request_organization: ['organization', 'id'],
    },
  },
  {
    name: 'person_restriction',
    columns: { person: key, request: key, since: day },
    primary: ['person'],
  },
]

export class CreateDataRequests1763700000041 implements MigrationInterface {
  name = 'CreateDataRequests1763700000041'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name)
  }
}
