import type { ErrorRequestHandler } from 'express'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { SeedbedError } from '../errors/errors.js'
import { errorFormatter, retryAfter } from '../errors/format-error.js'
import { statusOf } from '../graphql/apollo-plugins.js'

/** What Express and its body parser throw. */
interface HttpError {
  status?: number
  type?: string
}

const bodyFaults: Record<string, string> = {
  'entity.parse.failed': 'The body is not JSON',
  'entity.too.large': 'The body is too large',
  'charset.unsupported': 'The body must be in UTF-8',
  'encoding.unsupported': 'The encoding of the body is not supported',
}

/** Faults of the request that Express found become refusals; a body that is too large is TOO_COMPLEX. */
function refusalOf(error: unknown): unknown {
  const { status = 500, type = '' } = error as HttpError
  if (error instanceof SeedbedError || status < 400 || status > 499) return error
  const code = type === 'entity.too.large' ? 'TOO_COMPLEX' : 'INVALID_INPUT'
  return new SeedbedError(code, bodyFaults[type] ?? 'The request is not valid')
}

const httpStatuses: Record<string, number> = { NOT_FOUND: 404, FORBIDDEN: 403 }

/** The last handler: whatever went wrong outside GraphQL is answered in the same form, as short JSON. */
export function errorAnswer(logger: Logger): ErrorRequestHandler {
  const format = errorFormatter(logger)
  return (error: unknown, _request, response, _next) => {
    const cause = refusalOf(error)
    const originalError = cause instanceof Error ? cause : new Error(String(cause))
    const answer = format({ message: '' }, new GraphQLError(originalError.message, { originalError }))
    const code = String(answer.extensions?.['code'])
    if (code === 'UNAVAILABLE') response.set('Retry-After', String(retryAfter))
    const status = (error as HttpError | null)?.status
    const known = typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
    response.status(known ?? httpStatuses[code] ?? statusOf(code)).json({ errors: [answer] })
  }
}
