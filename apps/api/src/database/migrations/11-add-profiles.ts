import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, createTable, flag, key, optional, serial, small, text, type TableSpec } from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'profile',
    columns: {
      id: serial,
      fingerprint: text(200),
      female: optional(flag),
      ethnicity: optional(text(2)),
      religion: optional(text(2)),
      youth_union: optional(flag),
      schooling: optional(text(20)),
      degree: optional(text(20)),
      political_theory: optional(text(20)),
      occupation: optional(text(20)),
      source_kind: optional(text(20)),
      introducer: optional(text(20)),
    },
    primary: ['id'],
    unique: { ux_profile_fingerprint: ['fingerprint'] },
  },
  {
    name: 'ledger_profile_balance',
    columns: {
      year: small,
      organization: key,
      basis: small,
      profile: key,
      birth_month: small,
      joined_month: small,
      members: count,
      probationary_members: count,
    },
    primary: ['year', 'organization', 'basis', 'profile', 'birth_month', 'joined_month'],
    clustered: true,
  },
]

const added: Array<[string, string, string]> = [
  ['ledger_entry', 'profile', 'integer NOT NULL DEFAULT 0'],
  ['ledger_entry', 'age', 'smallint NULL'],
  ['ledger_entry', 'birth_month', 'smallint NOT NULL DEFAULT 0'],
  ['ledger_entry', 'joined_month', 'smallint NOT NULL DEFAULT 0'],
  ['ledger_entry', 'restored', 'smallint NOT NULL DEFAULT 0'],
  ['person_event', 'birth_month', 'smallint NOT NULL DEFAULT 0'],
  ['person_event', 'joined_on', 'date NULL'],
]

/** What the person is, on events that were recorded before it was frozen on every kind of event. */
const backfill = ['female', 'ethnicity', 'religion'].map(
  (name) =>
    `UPDATE person_event SET ${name} = (SELECT p.${name} FROM person p WHERE p.id = person_event.person)
     WHERE age IS NULL`,
)

function backfillOfDays(integer: string): string[] {
  const number = (text: string) => `CAST(${text} AS ${integer})`
  const born = '(SELECT p.birth_date FROM person p WHERE p.id = person_event.person)'
  const passed = `CASE WHEN SUBSTR(date, 6, 5) < SUBSTR(${born}, 6, 5) THEN 1 ELSE 0 END`
  const year = (day: string) => number(`SUBSTR(${day}, 1, 4)`)
  return [
    `UPDATE person_event SET birth_month = ${year(born)} * 12 + ${number(`SUBSTR(${born}, 6, 2)`)} - 1`,
    `UPDATE person_event SET age = ${year('date')} - ${year(born)} - ${passed} WHERE age IS NULL`,
  ]
}

/**
 * Entries tell whom they count; balances of a year lie by what is known of the members. Entries on record are
 * expressed anew by the first start afterwards.
 */
export class AddProfiles1763700000011 implements MigrationInterface {
  name = 'AddProfiles1763700000011'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
    for (const [table, column, type] of added)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
    const integer = runner.connection.options.type === 'mysql' ? 'SIGNED' : 'INTEGER'
    for (const statement of [...backfill, ...backfillOfDays(integer)]) await runner.query(statement)
    await runner.query(
      `INSERT INTO ledger_profile_balance
       SELECT year, organization, basis, 0, 0, 0, members, probationary_members FROM ledger_balance`,
    )
    const events = (await runner.query('SELECT id FROM person_event LIMIT 1')) as unknown[]
    if (events.length > 0)
      await runner.query("INSERT INTO installation_setting (name, value) VALUES ('entriesOutdated', 'true')")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM installation_setting WHERE name = 'entriesOutdated'")
    for (const [table, column] of [...added].reverse())
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`)
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
