import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  count,
  day,
  flag,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'organization',
    columns: {
      id: serial,
      uid,
      opened: day,
      closed: day,
      heir: optional(key),
      rounding_mode: optional(text(10)),
      rounding_decimals: optional(count),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_organization_uid: ['uid'] },
  },
  {
    name: 'organization_version',
    columns: {
      organization: key,
      valid_from: day,
      valid_to: day,
      parent: key,
      name: text(200),
      search_key: text(200),
      sort_key: text(400),
      code: text(40),
      tier: text(30),
      kind: text(30),
      sector: optional(text(30)),
      sets: text(60),
    },
    primary: ['organization', 'valid_from'],
    indices: { ix_organization_version_parent: ['parent'], ix_organization_version_code: ['code'] },
  },
  {
    name: 'organization_event',
    columns: {
      id: serial,
      uid,
      kind: text(20),
      organization: key,
      effective_on: day,
      document: optional(key),
      note: optional(longText),
      before_state: longText,
      backfilled: flag,
      recorded_at: instant,
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_organization_event_uid: ['uid'] },
    indices: { ix_organization_event_organization: ['organization'] },
  },
  {
    name: 'organization_lineage',
    columns: { predecessor: key, successor: key, event: key, principal: flag },
    primary: ['predecessor', 'successor', 'event'],
    indices: { ix_organization_lineage_successor: ['successor'] },
  },
  {
    name: 'organization_path',
    columns: { ancestor: key, valid_to: day, via: key, descendant: key, valid_from: day, depth: count },
    primary: ['ancestor', 'valid_to', 'via', 'descendant'],
    indices: { ix_organization_path_descendant: ['descendant', 'valid_to', 'ancestor', 'via', 'valid_from'] },
    clustered: true,
  },
  {
    name: 'tier',
    columns: { code: text(30), label_vi: text(80), label_en: text(80), level: count, holds_members: flag },
    primary: ['code'],
  },
  {
    name: 'tier_placement',
    columns: { tier: text(30), parent_tier: text(30), valid_from: day, valid_to: day, regulation: text(200) },
    primary: ['tier', 'parent_tier', 'valid_from'],
  },
  {
    name: 'organization_kind',
    columns: { code: text(30), label_vi: text(80), label_en: text(80), position: count },
    primary: ['code'],
  },
  {
    name: 'sector',
    columns: { code: text(30), label_vi: text(80), label_en: text(80), position: count, enterprise: flag },
    primary: ['code'],
  },
  {
    name: 'write_lock',
    columns: { id: key, changes: count },
    primary: ['id'],
  },
]

export class CreateOrganizations1763700000001 implements MigrationInterface {
  name = 'CreateOrganizations1763700000001'

  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'better-sqlite3') {
      await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin')
    }
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
