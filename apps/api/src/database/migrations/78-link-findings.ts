import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A finding can be on a dossier, and rest on evidence. */
export class LinkFindings1763700000078 implements MigrationInterface {
  name = 'LinkFindings1763700000078'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE finding ADD COLUMN dossier integer')
    await runner.query('ALTER TABLE finding ADD COLUMN evidence integer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE finding DROP COLUMN evidence')
    await runner.query('ALTER TABLE finding DROP COLUMN dossier')
  }
}
