import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const table: TableSpec = {
  name: 'saved_query',
  columns: {
    id: serial,
    uid,
    about: text(10),
    name: text(200),
    body: longText,
    account: key,
    shared_organization: optional(key),
    shared_role: optional(text(30)),
    created_at: instant,
    updated_at: instant,
    version: { ...count, default: 1 },
  },
  primary: ['id'],
  unique: { ux_saved_query_uid: ['uid'], ux_saved_query_name: ['account', 'name'] },
  indices: { ix_saved_query_shared: ['shared_organization'] },
}

/** Questions of inspection that somebody keeps, and shares with a unit or a role there. */
export class CreateSavedQueries1763700000070 implements MigrationInterface {
  name = 'CreateSavedQueries1763700000070'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name)
  }
}
