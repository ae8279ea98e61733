import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  flag,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const dated = {
  regulation: text(80),
  confirmed: flag,
  valid_from: day,
  valid_to: day,
  note: optional(longText),
  version: { ...count, default: 1 },
  batch: optional(key),
}

const tables: TableSpec[] = [
  {
    name: 'rule_version',
    columns: {
      id: serial,
      uid,
      code: text(40),
      value: count,
      per: optional(small),
      article: optional(text(80)),
      ...dated,
    },
    primary: ['id'],
    unique: { ux_rule_version_uid: ['uid'] },
    indices: { ix_rule_version_code: ['code', 'valid_from'] },
  },
  {
    name: 'dossier_form',
    columns: { id: serial, uid, code: text(20), title: text(200), issuer: text(200), ...dated },
    primary: ['id'],
    unique: { ux_dossier_form_uid: ['uid'] },
    indices: { ix_dossier_form_code: ['code', 'valid_from'] },
  },
  {
    name: 'requirement',
    columns: {
      id: serial,
      uid,
      organization: key,
      title: text(200),
      stage: text(20),
      source_kind: optional(text(20)),
      valid_from: day,
      valid_to: day,
      document: optional(key),
      note: optional(longText),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_requirement_uid: ['uid'] },
    indices: { ix_requirement_organization: ['organization', 'valid_from'] },
  },
  {
    name: 'work_year',
    columns: { year: small, source: text(200), version: { ...count, default: 1 }, batch: optional(key) },
    primary: ['year'],
  },
  {
    name: 'special_day',
    columns: { date: day, year: small, kind: text(20), name: text(200) },
    primary: ['date'],
    indices: { ix_special_day_year: ['year'] },
  },
]

/** Rules, forms and requirements with days of their own; the calendar of working days. */
export class CreateRules1763700000045 implements MigrationInterface {
  name = 'CreateRules1763700000045'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
