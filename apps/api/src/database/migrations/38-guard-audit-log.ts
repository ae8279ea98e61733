import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the database itself refuses, by name of the trigger: everything but adding records one after the other. */
const guards = [
  { name: 'audit_record_unchanged', on: 'UPDATE ON audit_record' },
  { name: 'audit_record_kept', on: 'DELETE ON audit_record' },
  { name: 'audit_subject_unchanged', on: 'UPDATE ON audit_subject' },
  { name: 'audit_subject_kept', on: 'DELETE ON audit_subject' },
  { name: 'audit_head_kept', on: 'DELETE ON audit_head' },
  { name: 'audit_head_forward', on: 'UPDATE ON audit_head', unless: 'NEW.sequence = OLD.sequence + 1' },
] as const

const refusal = 'records of the audit log are only ever added'

function triggerOf(guard: (typeof guards)[number], sqlite: boolean): string {
  const condition = 'unless' in guard ? guard.unless : undefined
  if (sqlite) {
    const when = condition ? ` WHEN NOT (${condition})` : ''
    return `CREATE TRIGGER ${guard.name} BEFORE ${guard.on}${when} BEGIN SELECT RAISE(ABORT, '${refusal}'); END`
  }
  const signal = `SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${refusal}'`
  const body = condition ? `BEGIN IF NOT (${condition}) THEN ${signal}; END IF; END` : signal
  return `CREATE TRIGGER ${guard.name} BEFORE ${guard.on} FOR EACH ROW ${body}`
}

/** The account may not make triggers, or not while the server keeps a binary log. */
const notAllowed = new Set<unknown>([1142, 1227, 1419])

/**
 * Lets the database refuse changed and deleted records. Where its account may not make triggers the chain alone
 * guards them; `verify --audit` says so.
 */
export class GuardAuditLog1763700000038 implements MigrationInterface {
  name = 'GuardAuditLog1763700000038'

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
