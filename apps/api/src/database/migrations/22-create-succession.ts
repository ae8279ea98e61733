import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, createTable, key, optional, serial, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'organization_share',
    columns: { organization: key, person: key, heir: key, reorganization: key },
    primary: ['organization', 'person'],
    indices: { ix_organization_share_reorganization: ['reorganization'] },
    clustered: true,
  },
  {
    name: 'rehomed_event',
    columns: {
      id: serial,
      reorganization: key,
      source: count,
      event: key,
      organization: key,
      to_organization: optional(key),
    },
    primary: ['id'],
    unique: { ux_rehomed_event: ['reorganization', 'source', 'event'] },
  },
]

/**
 * Where the persons of split cells went, and events that count at an heir. What ended cells hand on names both cells
 * from now on: the first start expresses it anew.
 */
export class CreateSuccession1763700000022 implements MigrationInterface {
  name = 'CreateSuccession1763700000022'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    await runner.query('CREATE INDEX ix_person_event_to_organization ON person_event (to_organization)')
    const [ended] = (await runner.query(
      'SELECT 1 AS found FROM organization WHERE heir IS NOT NULL LIMIT 1',
    )) as unknown[]
    const [known] = (await runner.query(
      "SELECT 1 AS found FROM installation_setting WHERE name = 'entriesOutdated'",
    )) as unknown[]
    if (ended && !known)
      await runner.query("INSERT INTO installation_setting (name, value) VALUES ('entriesOutdated', 'true')")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('person_event', 'ix_person_event_to_organization')
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
