import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server'
import type { ErrorCode } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { retryAfter } from '../errors/format-error.js'
import { checkCost } from './cost.js'

const maxErrors = 10

/** HTTP status of an answer that holds no data, by its first code. */
const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  THROTTLED: 429,
  UNAVAILABLE: 503,
  INTERNAL_ERROR: 500,
}

export function statusOf(code: unknown): number {
  return statuses[code as ErrorCode] ?? 400
}

/** Refuses operations whose answer could be too big. */
export const costLimit: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        if (operation) checkCost(schema, document, operation, request.variables)
        return Promise.resolve()
      },
    }),
}

function tidy({ response }: GraphQLRequestContext<RequestContext>): void {
  if (response.body?.kind !== 'single') return
  const result = response.body.singleResult
  if (!result.errors) return
  const codes = result.errors.map((error) => error.extensions?.['code'])
  result.errors = result.errors.slice(0, maxErrors)
  if (codes.includes('UNAVAILABLE')) {
    response.http.status = 503
    response.http.headers.set('retry-after', String(retryAfter))
  } else if (result.data === undefined) response.http.status = statusOf(codes[0])
}

/** At most ten errors in an answer; 503 with Retry-After while the database is away. */
export const answerManners: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: (requestContext) => {
        tidy(requestContext as GraphQLRequestContext<RequestContext>)
        return Promise.resolve()
      },
    }),
}
