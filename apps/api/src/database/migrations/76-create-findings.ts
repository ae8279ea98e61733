import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  type ColumnSpec,
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

const mended: ColumnSpec = { type: 'tinyint', nullable: true }

const tables: TableSpec[] = [
  {
    name: 'finding',
    columns: {
      id: serial,
      uid,
      version: { ...count, default: 1 },
      kind: text(30),
      state: text(20),
      inspecting: key,
      round: optional(key),
      about: text(20),
      organization: key,
      person: optional(key),
      target: optional(key),
      document: optional(key),
      words: longText,
      responsible: key,
      made_on: day,
      due_on: optional(day),
      mended,
      closed_on: optional(day),
      external_ref: optional(text(80)),
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_finding_uid: ['uid'], ux_finding_external_ref: ['external_ref'] },
    indices: {
      ix_finding_responsible: ['responsible', 'state', 'due_on'],
      ix_finding_organization: ['organization'],
      ix_finding_inspecting: ['inspecting'],
      ix_finding_round: ['round'],
      ix_finding_person: ['person'],
    },
  },
  {
    name: 'finding_step',
    columns: {
      id: serial,
      uid,
      finding: key,
      number: count,
      kind: text(20),
      on_day: day,
      state: text(20),
      due_on: optional(day),
      mended,
      words: optional(longText),
      account: key,
      actor_name: text(200),
      at: instant,
    },
    primary: ['id'],
    unique: { ux_finding_step_uid: ['uid'], ux_finding_step_number: ['finding', 'number'] },
  },
]

/** What inspections found, and every step of what became of it. */
export class CreateFindings1763700000076 implements MigrationInterface {
  name = 'CreateFindings1763700000076'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name)
  }
}
