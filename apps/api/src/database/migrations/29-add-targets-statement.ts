import { TARGETS_STATEMENT } from '@seedbed/shared'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'

/** The sentence about targets, for everybody. */
export class AddTargetsStatement1763700000029 implements MigrationInterface {
  name = 'AddTargetsStatement1763700000029'

  async up(runner: QueryRunner): Promise<void> {
    const { code, title, parts } = TARGETS_STATEMENT
    await runner.query(
      'INSERT INTO statement_template (uid, code, title, valid_from, valid_to, body) VALUES (?, ?, ?, ?, ?, ?)',
      [uuid(), code, title, '1930-02-03', '9999-12-31', JSON.stringify(parts)],
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM statement_template WHERE organization IS NULL AND code = ?', [
      TARGETS_STATEMENT.code,
    ])
  }
}
