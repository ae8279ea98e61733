import type { MigrationInterface, QueryRunner } from 'typeorm'

const tables = ['evidence', 'evidence_root', 'evidence_row', 'evidence_sample'] as const
const guards = tables.flatMap((table) => [
  { name: `${table}_unchanged`, on: `UPDATE ON ${table}` },
  { name: `${table}_kept`, on: `DELETE ON ${table}` },
])

const refusal = 'evidence stays as it was'

function triggerOf({ name, on }: (typeof guards)[number], sqlite: boolean): string {
  return sqlite
    ? `CREATE TRIGGER ${name} BEFORE ${on} BEGIN SELECT RAISE(ABORT, '${refusal}'); END`
    : `CREATE TRIGGER ${name} BEFORE ${on} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${refusal}'`
}

/** The account may not make triggers, or not while the server keeps a binary log. */
const notAllowed = new Set<unknown>([1142, 1227, 1419])

/** Lets the database refuse changed and deleted evidence. Where its account may not make triggers, checksums tell. */
export class GuardEvidence1763700000072 implements MigrationInterface {
  name = 'GuardEvidence1763700000072'

  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.connection.options.type === 'better-sqlite3'
    for (const guard of guards) {
      try {
        await runner.query(triggerOf(guard, sqlite))
      } catch (error) {
        if (!notAllowed.has((error as { errno?: unknown }).errno)) throw error
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of guards) await runner.query(`DROP TRIGGER IF EXISTS ${name}`)
  }
}
