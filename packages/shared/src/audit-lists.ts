import type { Label } from './text.js'

/** How an operation on record ended. */
export const AUDIT_OUTCOMES = {
  DONE: { vi: 'Đã thực hiện', en: 'Done' },
  REFUSED: { vi: 'Bị từ chối', en: 'Refused' },
  FAILED: { vi: 'Lỗi hệ thống', en: 'Failed' },
} satisfies Record<string, Label>
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES

/** Who acts: signed in, by an access token, at the command line, the system itself, or nobody yet. */
export const ACTOR_KINDS = {
  ACCOUNT: { vi: 'Tài khoản', en: 'Account' },
  TOKEN: { vi: 'Mã truy cập', en: 'Access token' },
  COMMAND: { vi: 'Dòng lệnh', en: 'Command line' },
  SYSTEM: { vi: 'Hệ thống', en: 'The system' },
  ANONYMOUS: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
} satisfies Record<string, Label>
export type ActorKind = keyof typeof ACTOR_KINDS
