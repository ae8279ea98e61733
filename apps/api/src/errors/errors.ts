import { reason, reasonText, type ErrorCode, type Reason } from '@seedbed/shared'

/** What is wrong with one row of many that were sent together; `theirs` is what someone else has made of it since. */
export interface RowFault {
  organizationId: string
  code: ErrorCode
  message: string
  field?: string
  reason?: Reason
  theirs?: RowState | null
}

/** What stands in a row. */
export interface RowState {
  id: string | null
  version: number
  amountMin: number | null
  amountMax: number | null
  note: string | null
}

/** What a refusal can carry besides its words; all of it reaches the client in `extensions`. */
export interface ErrorDetails {
  /** INVALID_INPUT: what is wrong, by name of the field. */
  fields?: Record<string, string>
  /** INVALID_INPUT, CONFLICT: why, for readers of any language; absent where only programs meet it. */
  reason?: Reason
  /** DATE_OUT_OF_RANGE: first and last day on which the unit exists. */
  since?: string
  until?: string
  /** INVALID_INPUT, CONFLICT: what is wrong with single rows of many; nothing of any row was written. */
  rows?: RowFault[]
  /** RULE_REFUSED: the rule and the regulation it comes from. */
  rule?: string
  regulation?: string
  /** CONFLICT over a version: the one sent and the one that stands. */
  expectedVersion?: number
  actualVersion?: number
  /** An operation of a reorganization that cannot be carried out, and how many more cannot. */
  operation?: { id: string; position: number }
  more?: number
  /** Why something cannot be undone: everything that rests on it. */
  obstacles?: readonly Reason[]
  /** UNAVAILABLE, THROTTLED: seconds after which to try again. */
  retryAfter?: number
}

/** A refusal with one of the closed codes. Everything else that is thrown leaves the API as INTERNAL_ERROR. */
export class SeedbedError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
    this.name = 'SeedbedError'
  }
}

/** Missing and out of scope answer alike. */
export function notFound(what: string): SeedbedError {
  return new SeedbedError('NOT_FOUND', `${what} not found`)
}

/** The viewer may see it, but not do this there. */
export function forbidden(why: Reason): SeedbedError {
  return new SeedbedError('FORBIDDEN', reasonText(why, 'en'), { reason: why })
}

/** A reason with its words in English, which is what messages are written in; plain words have none. */
function wordsOf(why: Reason | string): { words: string; reason: Pick<ErrorDetails, 'reason'> } {
  if (typeof why === 'string') return { words: why, reason: {} }
  return { words: reasonText(why, 'en'), reason: { reason: why } }
}

/** One field is wrong. */
export function invalidInput(field: string, why: Reason | string): SeedbedError {
  const { words, reason: told } = wordsOf(why)
  return new SeedbedError('INVALID_INPUT', `${field}: ${words}`, { fields: { [field]: words }, ...told })
}

/** Refuses a text that is longer than what is kept of it; both engines then refuse alike. */
export function refuseLonger(field: string, text: string | null | undefined, limit: number): void {
  if ((text?.length ?? 0) > limit) throw invalidInput(field, reason('TOO_LONG', { limit }))
}

/** The state of things does not allow it. */
export function conflict(why: Reason | string, details: ErrorDetails = {}): SeedbedError {
  const { words, reason: told } = wordsOf(why)
  return new SeedbedError('CONFLICT', words, { ...told, ...details })
}

/** Someone changed the row since it was read. */
export function staleVersion(what: string, expectedVersion: number, actualVersion: number): SeedbedError {
  return conflict(`${what} was changed by someone else meanwhile`, {
    reason: reason('CHANGED_MEANWHILE'),
    expectedVersion,
    actualVersion,
  })
}

/** The day lies outside the life of the unit; both days are inclusive, `until` absent while it lives. */
export function dateOutOfRange(message: string, since: string, until?: string): SeedbedError {
  return new SeedbedError('DATE_OUT_OF_RANGE', message, until === undefined ? { since } : { since, until })
}
