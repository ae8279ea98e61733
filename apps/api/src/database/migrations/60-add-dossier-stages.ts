import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTable, day, key, serial, text, type TableSpec } from '../tables.js'

const table: TableSpec = {
  name: 'dossier_spell',
  columns: {
    id: serial,
    person: key,
    opening: key,
    organization: key,
    state: text(25),
    valid_from: day,
    valid_to: day,
    event: key,
  },
  primary: ['id'],
  indices: {
    ix_dossier_spell_organization: ['organization', 'valid_to'],
    ix_dossier_spell_person: ['person'],
    ix_dossier_spell_opening: ['opening'],
  },
}

const stages = ['dossier_open', 'verifying', 'ready', 'cell_approved', 'section_appraised', 'proposed']
const stocks = stages.map((stage) => `candidates_${stage}`)
const flows = [
  ...['dossiers_opened', 'cell_approved', 'cell_vote_failed', 'proposed', 'dossiers_rejected'],
  ...['dossiers_returned', 'recognition_vote_failed'],
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
  ['person_event', 'outcome', 'varchar(20) NULL'],
]

/** Stages of dossiers: columns of the ledger, how a vote came out, and the states for lists. */
export class AddDossierStages1763700000060 implements MigrationInterface {
  name = 'AddDossierStages1763700000060'

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table)
    for (const [name, column, type] of added)
      await runner.query(`ALTER TABLE ${name} ADD COLUMN ${column} ${type}`)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, column] of [...added].reverse())
      await runner.query(`ALTER TABLE ${name} DROP COLUMN ${column}`)
    await runner.dropTable(table.name)
  }
}
