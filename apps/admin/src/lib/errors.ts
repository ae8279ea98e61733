import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { ERROR_CODES, type ErrorCode, type Reason } from '@seedbed/shared'
import { isKnownReason } from './reason.js'

/** What is wrong with one of several rows; `theirs` is what someone else has made of it since (null: nothing). */
export interface RowFault {
  organizationId: string
  message: string
  reason?: Reason
  theirs?: {
    id: string | null
    version: number
    amountMin: number | null
    amountMax: number | null
    note: string | null
  } | null
}

/** What the user is told about a failure. */
export interface Failure {
  code: ErrorCode | 'NETWORK'
  /** The reason in the server's words. */
  message: string
  requestId?: string
  fields?: Record<string, string>
  /** Why, to be told in the user's language; absent where the server has only words. */
  reason?: Reason
  /** Faults of single rows that were sent together. */
  rows?: RowFault[]
  since?: string
  until?: string
  rule?: string
  regulation?: string
  /** What stands in the way, where it is more than one thing. */
  obstacles?: ReadonlyArray<{ vi: string; en: string }>
  /** Place of the operation of a reorganization that is refused. */
  position?: number
  /** Seconds after which another try may succeed. */
  retryAfter?: number
}

interface RawError {
  message?: string
  extensions?: Record<string, unknown>
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The reason, if this version of the application knows it and all that it rests on. */
function reasonIn(value: unknown): Reason | undefined {
  const told = value as Partial<Reason> | null | undefined
  if (!told?.key || !isKnownReason(told.key)) return undefined
  const params = told.params ?? {}
  const inner = Object.values(params).filter((param) => typeof param === 'object')
  return inner.every(reasonIn) ? { key: told.key, params } : undefined
}

function fromRaw(raw: RawError): Failure {
  const extensions = raw.extensions ?? {}
  const code = ERROR_CODES.find((known) => known === extensions.code) ?? 'INTERNAL_ERROR'
  return {
    code,
    message: raw.message ?? '',
    requestId: text(extensions.requestId),
    fields: extensions.fields as Record<string, string> | undefined,
    reason: reasonIn(extensions.reason),
    rows: extensions.rows as RowFault[] | undefined,
    since: text(extensions.since),
    until: text(extensions.until),
    rule: text(extensions.rule),
    regulation: text(extensions.regulation),
    obstacles: extensions.obstacles as Failure['obstacles'],
    position: (extensions.operation as { position?: number } | undefined)?.position,
    retryAfter: typeof extensions.retryAfter === 'number' ? extensions.retryAfter : undefined,
  }
}

function fromBody(body: string, status: number): Failure {
  try {
    const first = (JSON.parse(body) as { errors?: RawError[] }).errors?.[0]
    if (first) return fromRaw(first)
  } catch {
    /* not an answer of the API: a proxy or a server that is starting */
  }
  return { code: status === 503 ? 'UNAVAILABLE' : 'INTERNAL_ERROR', message: `HTTP ${status}` }
}

/** Reads any error of the client: a coded refusal, a server that is away, or no network. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) return fromRaw(error.errors[0] as RawError)
  if (ServerError.is(error)) return fromBody(error.bodyText, error.statusCode)
  return { code: 'NETWORK', message: error instanceof Error ? error.message : String(error) }
}
