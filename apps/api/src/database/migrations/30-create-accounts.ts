import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  flag,
  instant,
  key,
  optional,
  serial,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'account',
    columns: {
      id: serial,
      uid,
      user_name: text(60),
      name: text(200),
      search_key: text(200),
      sort_key: text(400),
      disabled_at: optional(instant),
      last_sign_in_at: optional(instant),
      created_at: instant,
      version: { ...count, default: 1 },
    },
    primary: ['id'],
    unique: { ux_account_uid: ['uid'], ux_account_user_name: ['user_name'] },
  },
  {
    name: 'account_secret',
    columns: {
      account: key,
      password_hash: text(200),
      must_change: flag,
      password_until: optional(instant),
      totp_secret: optional(text(64)),
      totp_confirmed: flag,
      totp_step: { ...count },
    },
    primary: ['account'],
  },
  {
    name: 'recovery_code',
    columns: { id: serial, account: key, code_hash: text(64), used_at: optional(instant) },
    primary: ['id'],
    indices: { ix_recovery_code_account: ['account'] },
  },
  {
    name: 'account_grant',
    columns: {
      id: serial,
      uid,
      account: key,
      role: text(30),
      organization: key,
      valid_from: day,
      valid_to: day,
      granted_by: optional(key),
      granted_at: instant,
      version: { ...count, default: 1 },
    },
    primary: ['id'],
    unique: { ux_account_grant_uid: ['uid'] },
    indices: { ix_account_grant_account: ['account'], ix_account_grant_organization: ['organization'] },
  },
  {
    name: 'session',
    columns: {
      id: serial,
      uid,
      token_hash: text(64),
      account: key,
      stage: text(20),
      started_at: instant,
      seen_at: instant,
      expires_at: instant,
      address: optional(text(60)),
      agent: optional(text(200)),
    },
    primary: ['id'],
    unique: { ux_session_uid: ['uid'], ux_session_token_hash: ['token_hash'] },
    indices: { ix_session_account: ['account'] },
  },
  {
    name: 'access_token',
    columns: {
      id: serial,
      uid,
      token_hash: text(64),
      account: key,
      grant_id: key,
      name: text(100),
      any_operation: flag,
      created_at: instant,
      expires_at: instant,
      revoked_at: optional(instant),
      last_used_at: optional(instant),
    },
    primary: ['id'],
    unique: { ux_access_token_uid: ['uid'], ux_access_token_token_hash: ['token_hash'] },
    indices: { ix_access_token_account: ['account'] },
  },
  {
    name: 'sign_in_throttle',
    columns: { who: text(64), failures: count, last_at: instant, locked_until: optional(instant) },
    primary: ['who'],
  },
]

/** Accounts with their secrets, grants, sessions and tokens; failures to sign in, shared by all instances. */
export class CreateAccounts1763700000030 implements MigrationInterface {
  name = 'CreateAccounts1763700000030'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
