import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, day, key, longText, optional, serial, text, uid, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'document',
    columns: {
      id: serial,
      uid,
      organization: key,
      number: text(80),
      title: text(400),
      issuer: optional(text(200)),
      signed_on: optional(day),
      note: optional(longText),
      external_ref: optional(text(80)),
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_document_uid: ['uid'], ux_document_external_ref: ['external_ref'] },
    indices: { ix_document_organization: ['organization'] },
  },
]

export class CreateDocuments1763700000002 implements MigrationInterface {
  name = 'CreateDocuments1763700000002'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
