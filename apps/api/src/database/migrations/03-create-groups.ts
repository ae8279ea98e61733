import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, day, key, optional, serial, text, uid, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'group_set',
    columns: { id: serial, uid, name: text(200), batch: optional(key) },
    primary: ['id'],
    unique: { ux_group_set_uid: ['uid'], ux_group_set_name: ['name'] },
  },
  {
    name: 'organization_group',
    columns: { id: serial, uid, group_set: key, name: text(200), batch: optional(key) },
    primary: ['id'],
    unique: { ux_organization_group_uid: ['uid'], ux_organization_group_name: ['group_set', 'name'] },
  },
  {
    name: 'group_membership',
    columns: {
      organization: key,
      group_set: key,
      valid_from: day,
      valid_to: day,
      group_id: key,
      batch: optional(key),
    },
    primary: ['organization', 'group_set', 'valid_from'],
    indices: { ix_group_membership_group: ['group_id'] },
  },
]

export class CreateGroups1763700000003 implements MigrationInterface {
  name = 'CreateGroups1763700000003'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
