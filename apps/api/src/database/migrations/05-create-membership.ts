import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  count,
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

const recorded = {
  document: optional(key),
  note: optional(longText),
  backfilled: flag,
  recorded_at: instant,
  version: { ...count, default: 1 },
  corrected_on: optional(day),
  correction_reason: optional(longText),
  batch: optional(key),
}

const tables: TableSpec[] = [
  {
    name: 'person_event',
    columns: {
      id: serial,
      uid,
      person: key,
      kind: text(20),
      date: day,
      organization: key,
      to_organization: optional(key),
      probationary: optional(flag),
      readmission: flag,
      introducer: optional(text(20)),
      removal_reason: optional(text(20)),
      outside_kind: optional(text(20)),
      outside_place: optional(text(200)),
      course_audience: optional(text(20)),
      course_name: optional(text(200)),
      course_completed_on: optional(day),
      age: optional(count),
      female: optional(flag),
      ethnicity: optional(text(2)),
      religion: optional(text(2)),
      youth_union: optional(flag),
      schooling: optional(text(20)),
      degree: optional(text(20)),
      political_theory: optional(text(20)),
      occupation: optional(text(20)),
      source_kind: optional(text(20)),
      sector: optional(text(30)),
      ...recorded,
    },
    primary: ['id'],
    unique: { ux_person_event_uid: ['uid'] },
    indices: {
      ix_person_event_person: ['person'],
      ix_person_event_organization: ['organization', 'kind', 'date'],
      ix_person_event_kind: ['kind', 'date', 'id'],
    },
  },
  {
    name: 'opening_balance',
    columns: {
      id: serial,
      uid,
      organization: key,
      date: day,
      members: count,
      probationary_members: count,
      ...recorded,
    },
    primary: ['id'],
    unique: { ux_opening_balance_uid: ['uid'] },
    indices: { ix_opening_balance_organization: ['organization'] },
  },
]

export class CreateMembership1763700000005 implements MigrationInterface {
  name = 'CreateMembership1763700000005'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
