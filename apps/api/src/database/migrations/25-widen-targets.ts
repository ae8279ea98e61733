import type { MigrationInterface, QueryRunner } from 'typeorm'

const added: Array<[string, string]> = [
  ['rate', 'integer NULL'],
  ['rate_max', 'integer NULL'],
  ['base', 'integer NULL'],
  ['base_on', 'date NULL'],
  ['unit_condition', 'varchar(30) NULL'],
  ['tier', 'varchar(30) NULL'],
  ['unit_kind', 'varchar(30) NULL'],
  ['unit_sector', 'varchar(30) NULL'],
  ['group_id', 'integer NULL'],
  ['backfilled', 'tinyint NOT NULL DEFAULT 0'],
  ['removed', 'tinyint NOT NULL DEFAULT 0'],
]

/** Rates with their frozen denominator, shares of units, targets for a type of cell or a group; removed ones stay. */
export class WidenTargets1763700000025 implements MigrationInterface {
  name = 'WidenTargets1763700000025'

  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of added) await runner.query(`ALTER TABLE target ADD COLUMN ${column} ${type}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [column] of [...added].reverse())
      await runner.query(`ALTER TABLE target DROP COLUMN ${column}`)
  }
}
