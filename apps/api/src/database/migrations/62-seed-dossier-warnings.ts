import type { MigrationInterface, QueryRunner } from 'typeorm'
import { v7 as uuid } from 'uuid'
import { DOSSIER_WARNINGS } from '../seeds/rule-versions.js'

/** How long before the deadlines of a dossier one is warned. */
export class SeedDossierWarnings1763700000062 implements MigrationInterface {
  name = 'SeedDossierWarnings1763700000062'

  async up(runner: QueryRunner): Promise<void> {
    for (const { code, value, regulation, validFrom, validTo } of DOSSIER_WARNINGS)
      await runner.query(
        `INSERT INTO rule_version (uid, code, value, per, regulation, article, confirmed, valid_from, valid_to)
         VALUES (?, ?, ?, NULL, ?, NULL, 0, ?, ?)`,
        [uuid(), code, value, regulation, validFrom, validTo],
      )
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = DOSSIER_WARNINGS.map(({ code }) => code)
    await runner.query(`DELETE FROM rule_version WHERE code IN (${codes.map(() => '?').join(', ')})`, codes)
  }
}
