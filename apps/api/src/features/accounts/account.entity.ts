import {
  count,
  day,
  entityOf,
  flag,
  instant,
  key,
  optional,
  serial,
  text,
  uid,
} from '../../database/tables.js'

/** Who can sign in. Days and times are of this table; what must stay secret lies in another. */
export const AccountTable = entityOf({
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
})

/** The password, hashed, until when a one-time one can be used, and the second factor with its last used step. */
export const AccountSecretTable = entityOf({
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
})

/** Codes for whoever lost the second factor; each works once. */
export const RecoveryCodeTable = entityOf({
  name: 'recovery_code',
  columns: { id: serial, account: key, code_hash: text(64), used_at: optional(instant) },
  primary: ['id'],
  indices: { ix_recovery_code_account: ['account'] },
})

/** A role at a unit (0: at everything) during [valid_from, valid_to). */
export const AccountGrantTable = entityOf({
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
})

/** A browser that has signed in; the token itself is only there. */
export const SessionTable = entityOf({
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
})

/** A script's way in, by one grant of an account. */
export const AccessTokenTable = entityOf({
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
})

/** Failures to sign in by the hash of who was claimed, known or not. */
export const SignInThrottleTable = entityOf({
  name: 'sign_in_throttle',
  columns: { who: text(64), failures: count, last_at: instant, locked_until: optional(instant) },
  primary: ['who'],
})
