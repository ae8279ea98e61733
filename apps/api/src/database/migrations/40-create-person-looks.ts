import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  createTable,
  instant,
  key,
  longText,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const look: TableSpec = {
  name: 'person_look',
  columns: {
    id: serial,
    uid,
    kind: text(12),
    person: key,
    organization: key,
    account: key,
    actor_name: text(200),
    address: optional(text(64)),
    reason: longText,
    at: instant,
    until: optional(instant),
  },
  primary: ['id'],
  unique: { ux_person_look_uid: ['uid'] },
  indices: {
    ix_person_look_person: ['person', 'account', 'until'],
    ix_person_look_organization: ['organization', 'id'],
  },
}

export class CreatePersonLooks1763700000040 implements MigrationInterface {
  name = 'CreatePersonLooks1763700000040'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, look)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('person_look')
  }
}
