import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why a unit was ended. */
export class AddDissolveReason1763700000016 implements MigrationInterface {
  name = 'AddDissolveReason1763700000016'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization_event ADD COLUMN reason varchar(30) NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organization_event DROP COLUMN reason')
  }
}
