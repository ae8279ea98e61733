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
    name: 'reorganization',
    columns: {
      id: serial,
      uid,
      organization: key,
      status: text(10),
      title: text(400),
      decision_number: optional(text(80)),
      signatory: optional(text(200)),
      signed_on: optional(day),
      effective_on: day,
      target_rule: text(12),
      document: optional(key),
      note: optional(longText),
      version: { ...count, default: 1 },
      created_at: instant,
      applied_at: optional(instant),
      undone_at: optional(instant),
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_reorganization_uid: ['uid'] },
    indices: { ix_reorganization_organization: ['organization'] },
  },
  {
    name: 'reorganization_operation',
    columns: { id: serial, uid, reorganization: key, position: count, kind: text(20), body: longText },
    primary: ['id'],
    unique: { ux_reorganization_operation_uid: ['uid'] },
    indices: { ix_reorganization_operation_place: ['reorganization', 'position'] },
  },
  {
    name: 'reorganization_share',
    columns: { operation: key, person: key, successor: count, by_rule: flag },
    primary: ['operation', 'person'],
    clustered: true,
  },
  {
    name: 'reorganization_effect',
    columns: { id: serial, reorganization: key, kind: text(20), ref: key, body: optional(longText) },
    primary: ['id'],
    indices: { ix_reorganization_effect_reorganization: ['reorganization', 'kind'] },
  },
]

/** Reorganizations with their operations; acts on units name the one that they belong to. */
export class CreateReorganizations1763700000020 implements MigrationInterface {
  name = 'CreateReorganizations1763700000020'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    await runner.query('ALTER TABLE organization_event ADD COLUMN reorganization integer NULL')
    await runner.query(
      'CREATE INDEX ix_organization_event_reorganization ON organization_event (reorganization)',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('organization_event', 'ix_organization_event_reorganization')
    await runner.query('ALTER TABLE organization_event DROP COLUMN reorganization')
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
