import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

const old = 'ux_person_identity_number'
const numbers = 'ux_person_identity'

/**
 * The unit that put a person on record, by which they are seen before anything has happened to them. An identity
 * number is unique among the persons that one may see: who cannot see another with the same number is not told.
 */
export class KeepPeopleInScope1763700000031 implements MigrationInterface {
  name = 'KeepPeopleInScope1763700000031'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN kept_at integer NOT NULL DEFAULT 0')
    await runner.query('ALTER TABLE person ADD COLUMN identity_copy smallint NOT NULL DEFAULT 0')
    await runner.dropIndex('person', old)
    await runner.createIndex(
      'person',
      new TableIndex({ name: numbers, columnNames: ['identity_number', 'identity_copy'], isUnique: true }),
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('person', numbers)
    await runner.createIndex(
      'person',
      new TableIndex({ name: old, columnNames: ['identity_number'], isUnique: true }),
    )
    await runner.query('ALTER TABLE person DROP COLUMN identity_copy')
    await runner.query('ALTER TABLE person DROP COLUMN kept_at')
  }
}
