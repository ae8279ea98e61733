import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, day, key, optional, serial, text, type TableSpec } from '../tables.js'

const table: TableSpec = {
  name: 'candidate_spell',
  columns: {
    id: serial,
    person: key,
    organization: key,
    stage: text(20),
    valid_from: day,
    valid_to: day,
    entered_on: day,
    listed_on: optional(day),
    certified_on: optional(day),
    event: key,
  },
  primary: ['id'],
  indices: {
    ix_candidate_spell_organization: ['organization', 'valid_to'],
    ix_candidate_spell_person: ['person'],
  },
}

const stocks = ['identified', 'sympathiser', 'in_class', 'certified'].map((stage) => `candidates_${stage}`)
const flows = [
  ...['identified', 'listed', 'enrolled', 'certified', 'struck'],
  ...['candidates_admitted', 'candidates_moved_in', 'candidates_moved_out', 'new_member_course_completed'],
]

const added: Array<[table: string, column: string, type: string]> = [
  ...[...stocks, ...flows].map((name): [string, string, string] => [
    'ledger_entry',
    name,
    'smallint NOT NULL DEFAULT 0',
  ]),
  ...['ledger_balance', 'ledger_profile_balance'].flatMap((balance) =>
    stocks.map((name): [string, string, string] => [balance, name, 'integer NOT NULL DEFAULT 0']),
  ),
  ['person_event', 'certificate_number', 'varchar(40) NULL'],
  ['person_event', 'strike_reason', 'varchar(20) NULL'],
]

/** Candidates by stage: columns of the ledger, what their events say, and the spells for lists. */
export class AddCandidates1763700000047 implements MigrationInterface {
  name = 'AddCandidates1763700000047'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
    for (const [name, column, type] of added)
      await runner.query(`ALTER TABLE ${name} ADD COLUMN ${column} ${type}`)
    await runner.query('CREATE INDEX ix_person_event_certificate ON person_event (certificate_number)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      runner.connection.options.type === 'better-sqlite3'
        ? 'DROP INDEX ix_person_event_certificate'
        : 'DROP INDEX ix_person_event_certificate ON person_event',
    )
    for (const [name, column] of [...added].reverse())
      await runner.query(`ALTER TABLE ${name} DROP COLUMN ${column}`)
    await runner.dropTable(table.name)
  }
}
