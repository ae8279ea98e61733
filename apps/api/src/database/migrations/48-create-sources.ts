import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const version = { ...count, default: 1 }

const tables: TableSpec[] = [
  {
    name: 'mentorship',
    columns: {
      id: serial,
      uid,
      person: key,
      mentor: key,
      valid_from: day,
      valid_to: day,
      document: optional(key),
      note: optional(longText),
      version,
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_mentorship_uid: ['uid'] },
    indices: { ix_mentorship_person: ['person', 'valid_to'], ix_mentorship_mentor: ['mentor'] },
  },
  {
    name: 'mentor_review',
    columns: {
      id: serial,
      uid,
      person: key,
      mentor: key,
      date: day,
      result: text(20),
      note: optional(longText),
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_mentor_review_uid: ['uid'] },
    indices: { ix_mentor_review_person: ['person', 'date'] },
  },
  {
    name: 'candidate_handover',
    columns: {
      id: serial,
      uid,
      person: key,
      from_organization: key,
      to_organization: key,
      offered_on: day,
      settled_on: optional(day),
      outcome: optional(text(20)),
      note: optional(longText),
      answer: optional(longText),
      version,
    },
    primary: ['id'],
    unique: { ux_candidate_handover_uid: ['uid'] },
    indices: {
      ix_candidate_handover_person: ['person'],
      ix_candidate_handover_to: ['to_organization', 'outcome'],
    },
  },
  {
    name: 'no_source',
    columns: {
      id: serial,
      uid,
      organization: key,
      valid_from: day,
      valid_to: day,
      cause: text(20),
      document: optional(key),
      note: optional(longText),
      version,
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_no_source_uid: ['uid'] },
    indices: { ix_no_source_organization: ['organization', 'valid_from'] },
  },
  {
    name: 'requirement_met',
    columns: {
      id: serial,
      person: key,
      requirement: key,
      met_on: day,
      note: optional(longText),
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_requirement_met: ['person', 'requirement'] },
  },
]

const added: Array<[table: string, column: string, type: string]> = [
  ['candidate_spell', 'source_kind', 'varchar(20) NULL'],
  ['candidate_spell', 'introducer', 'varchar(20) NULL'],
  ['person', 'residence', 'varchar(200) NULL'],
]

/** Mentors, reviews, hand-overs, statements of no source; where persons live, to tell doubles apart. */
export class CreateSources1763700000048 implements MigrationInterface {
  name = 'CreateSources1763700000048'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    for (const [table, column, type] of added)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
    await runner.query('CREATE INDEX ix_person_birth ON person (birth_date, search_key)')
  }

  async down(runner: QueryRunner): Promise<void> {
    const isSqlite = runner.connection.options.type === 'better-sqlite3'
    await runner.query(`DROP INDEX ix_person_birth${isSqlite ? '' : ' ON person'}`)
    for (const [table, column] of [...added].reverse())
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`)
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
