import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  type TableSpec,
  count,
  createTable,
  day,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'inspection_round',
    columns: {
      id: serial,
      uid,
      version: { ...count, default: 1 },
      organization: key,
      body: text(30),
      kind: text(30),
      theme: text(400),
      document: optional(key),
      from_day: day,
      to_day: day,
      looks_from: optional(day),
      closed_on: optional(day),
      account: key,
      actor_name: text(200),
      recorded_at: instant,
      external_ref: optional(text(80)),
      batch: optional(key),
    },
    primary: ['id'],
    unique: {
      ux_inspection_round_uid: ['uid'],
      ux_inspection_round_external_ref: ['external_ref'],
    },
    indices: { ix_inspection_round_organization: ['organization', 'id'] },
  },
  {
    name: 'inspection_subject',
    columns: {
      id: serial,
      uid,
      version: { ...count, default: 1 },
      round: key,
      organization: key,
      person: key,
      state: text(20),
      result: optional(text(30)),
      concluded_on: optional(day),
      words: optional(longText),
      batch: optional(key),
    },
    primary: ['id'],
    unique: {
      ux_inspection_subject_uid: ['uid'],
      ux_inspection_subject_round: ['round', 'person', 'organization'],
    },
    indices: {
      ix_inspection_subject_organization: ['organization', 'concluded_on'],
      ix_inspection_subject_person: ['person'],
    },
  },
  {
    name: 'inspection_worker',
    columns: { round: key, account: key },
    primary: ['round', 'account'],
    indices: { ix_inspection_worker_account: ['account'] },
  },
]

/** Rounds of inspection and supervision, with their subjects and who works on them. */
export class CreateInspectionRounds1763700000075 implements MigrationInterface {
  name = 'CreateInspectionRounds1763700000075'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name)
  }
}
