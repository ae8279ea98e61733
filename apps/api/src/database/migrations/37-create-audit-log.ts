import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, instant, key, longText, optional, text, uid, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'audit_record',
    columns: {
      sequence: key,
      recorded_at: instant,
      request: uid,
      actor_kind: text(12),
      actor_account: optional(key),
      actor_name: text(200),
      origin: optional(text(64)),
      operation: text(80),
      outcome: text(10),
      code: optional(text(32)),
      object_kind: optional(text(80)),
      object: optional(text(64)),
      units: longText,
      persons: longText,
      input: longText,
      before_state: optional(longText),
      after_state: optional(longText),
      hash: text(64),
    },
    primary: ['sequence'],
    indices: {
      ix_audit_record_actor: ['actor_account', 'sequence'],
      ix_audit_record_operation: ['operation', 'sequence'],
      ix_audit_record_time: ['recorded_at', 'sequence'],
    },
  },
  {
    name: 'audit_subject',
    columns: { kind: text(8), subject: key, sequence: key },
    primary: ['kind', 'subject', 'sequence'],
    indices: { ix_audit_subject_sequence: ['sequence'] },
    clustered: true,
  },
  {
    name: 'audit_head',
    columns: { id: key, sequence: key, hash: text(64) },
    primary: ['id'],
  },
]

/** The audit log and its head, which stands before the first record. */
export class CreateAuditLog1763700000037 implements MigrationInterface {
  name = 'CreateAuditLog1763700000037'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    await runner.query('INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, ?)', ['0'.repeat(64)])
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
