import { reason, type ErrorCode } from '@seedbed/shared'
import type { ValidationError } from 'class-validator'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { currentRequestId } from '../graphql/request-id.js'
import { conflict, SeedbedError } from './errors.js'
import { fieldsOfRequest, fieldsOfValidation, withoutHelp } from './input-faults.js'
import { loggable } from './loggable.js'
import { isTaken } from './taken.js'
import { isUnavailable } from './unavailable.js'

/** Seconds after which a client should try again when the database is away. */
export const retryAfter = 5

/** Codes by which Apollo and type-graphql blame the request. */
const requestFaults = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error
}

function badRequest(error: GraphQLError, code: unknown): SeedbedError | undefined {
  const invalid = error.extensions['validationErrors'] as ValidationError[] | undefined
  if (invalid) {
    const fields = fieldsOfValidation(invalid)
    return new SeedbedError('INVALID_INPUT', Object.values(fields).join('; ') || 'The input is not valid', {
      fields,
    })
  }
  if (!requestFaults.has(code) && !/^Argument "/u.test(error.message)) return undefined
  const tooLong = /contains more (?:than|that) \d+ tokens/u.test(error.message)
  if (tooLong) return new SeedbedError('TOO_COMPLEX', 'The document is too long')
  const fields = fieldsOfRequest(error)
  if (!fields) return new SeedbedError('INVALID_INPUT', withoutHelp(error.message))
  const words = Object.entries(fields).map(([field, reason]) => `${field}: ${reason}`)
  return new SeedbedError('INVALID_INPUT', words.join('; '), { fields })
}

/** The refusal that stands for whatever was thrown, or nothing when the fault is ours. */
function refusalFor(error: unknown, code: unknown): SeedbedError | undefined {
  const origin = originOf(error)
  if (origin instanceof SeedbedError) return origin
  if (isUnavailable(origin)) return unavailable()
  if (isTaken(origin)) return conflict(reason('RECORDED_MEANWHILE'))
  if (code === 'UNAUTHORIZED') return new SeedbedError('FORBIDDEN', 'This is not allowed')
  if (code === 'UNAUTHENTICATED') return new SeedbedError('UNAUTHENTICATED', 'Sign in first')
  return error instanceof GraphQLError ? badRequest(error, code) : undefined
}

/** The code of the closed list by which whatever was thrown leaves the API. */
export function codeOf(error: unknown): ErrorCode {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined
  return refusalFor(error, code)?.code ?? 'INTERNAL_ERROR'
}

export function unavailable(): SeedbedError {
  return new SeedbedError('UNAVAILABLE', 'The database does not answer at the moment', { retryAfter })
}

/** The answer that a refusal becomes, in GraphQL and in plain JSON answers alike. */
export function toAnswer(refusal: SeedbedError): GraphQLFormattedError {
  const requestId = currentRequestId()
  return { message: refusal.message, extensions: { code: refusal.code, ...refusal.details, requestId } }
}

/**
 * The one place where errors become answers: refusals keep their code and details, faults of the request become
 * INVALID_INPUT with the fields, a database that is away UNAVAILABLE; everything else is logged and masked as
 * INTERNAL_ERROR with the request id.
 */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    }
    const entry = () => ({
      requestId: currentRequestId(),
      path: formatted.path,
      error: loggable(originOf(error)),
    })
    const refusal = refusalFor(error, formatted.extensions?.['code'])
    if (refusal?.code === 'UNAVAILABLE') logger.warn(entry(), 'database away')
    if (refusal) return { ...place, ...toAnswer(refusal) }
    logger.error(entry(), 'request failed')
    const masked = new SeedbedError('INTERNAL_ERROR', 'Something went wrong on our side')
    return { ...place, ...toAnswer(masked) }
  }
}
