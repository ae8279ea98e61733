import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'
import { DUE_NUMBERS } from '../seeds/rule-versions.js'

/** Until when what is not a deadline of a dossier is due, and how long before one is warned. */
export class SeedDueNumbers1763700000086 implements MigrationInterface {
  name = 'SeedDueNumbers1763700000086'

  async up(runner: QueryRunner): Promise<void> {
    for (const { code, value, regulation, validFrom, validTo } of DUE_NUMBERS)
      await runner.query(
        `INSERT INTO rule_version (uid, code, value, per, regulation, article, confirmed, valid_from, valid_to)
         VALUES (?, ?, ?, NULL, ?, NULL, 0, ?, ?)`,
        [uuid(), code, value, regulation, validFrom, validTo],
      )
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = DUE_NUMBERS.map(({ code }) => code)
    await runner.query(`DELETE FROM rule_version WHERE code IN (${codes.map(() => '?').join(', ')})`, codes)
  }
}
