import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A look at a person within a round of inspection names the round. */
export class NameTheRoundOfALook1763700000077 implements MigrationInterface {
  name = 'NameTheRoundOfALook1763700000077'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person_look ADD COLUMN round integer')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person_look DROP COLUMN round')
  }
}
