import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
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
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'evidence',
    columns: {
      id: serial,
      uid,
      about: text(10),
      note: longText,
      body: longText,
      as_of: day,
      recorded_at: instant,
      account: optional(key),
      actor_name: optional(text(200)),
      row_count: count,
      totals: longText,
      checksum: text(64),
    },
    primary: ['id'],
    unique: { ux_evidence_uid: ['uid'] },
  },
  {
    name: 'evidence_root',
    columns: { evidence: key, organization: key },
    primary: ['evidence', 'organization'],
    clustered: true,
  },
  {
    name: 'evidence_row',
    columns: { evidence: key, position: count, organization: key, person: optional(key), content: longText },
    primary: ['evidence', 'position'],
    clustered: true,
  },
  {
    name: 'evidence_sample',
    columns: {
      id: serial,
      uid,
      evidence: key,
      seed: text(60),
      size: optional(count),
      percent: optional(text(20)),
      positions: longText,
      recorded_at: instant,
      actor_name: optional(text(200)),
      checksum: text(64),
    },
    primary: ['id'],
    unique: { ux_evidence_sample_uid: ['uid'] },
    indices: { ix_evidence_sample_evidence: ['evidence'] },
  },
]

/** Answers that were frozen, row by row, and the samples drawn from them. */
export class CreateEvidence1763700000071 implements MigrationInterface {
  name = 'CreateEvidence1763700000071'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
