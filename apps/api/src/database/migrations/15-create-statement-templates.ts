import { DEFAULT_STATEMENT } from '@seedbed/shared'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'
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

const table: TableSpec = {
  name: 'statement_template',
  columns: {
    id: serial,
    uid,
    organization: optional(key),
    code: text(40),
    title: text(200),
    valid_from: day,
    valid_to: day,
    body: longText,
    version: { ...count, default: 1 },
    batch: optional(key),
  },
  primary: ['id'],
  unique: { ux_statement_template_uid: ['uid'] },
  indices: { ix_statement_template_organization: ['organization', 'code'] },
}

/** Templates of statements, and the one with which an installation begins. */
export class CreateStatementTemplates1763700000015 implements MigrationInterface {
  name = 'CreateStatementTemplates1763700000015'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
    const { code, title, parts } = DEFAULT_STATEMENT
    await runner.query(
      'INSERT INTO statement_template (uid, code, title, valid_from, valid_to, body) VALUES (?, ?, ?, ?, ?, ?)',
      [uuid(), code, title, '1930-02-03', '9999-12-31', JSON.stringify(parts)],
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name)
  }
}
