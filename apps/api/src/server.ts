import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import type { GraphQLSchema } from 'graphql'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { refusedAtDoor } from './audit/refused-at-door.js'
import { authenticate, type Identity } from './auth/authenticate.js'
import { DEFAULT_SESSION_LIMITS, type Door, type SessionLimits } from './auth/door.js'
import { gate } from './auth/gate.js'
import type { Config } from './config.js'
import { createContext, type Clock, type RequestContext } from './context.js'
import type { Database } from './database/database.js'
import { errorFormatter } from './errors/format-error.js'
import { answerManners, costLimit } from './graphql/apollo-plugins.js'
import { currentRequestId } from './graphql/request-id.js'
import { checkRequest, REQUEST_LIMITS } from './graphql/request-limits.js'
import { answerClientError } from './http/client-error.js'
import { errorAnswer } from './http/error-answer.js'
import { hostCheck, requestId, securityHeaders, strictTransport } from './http/headers.js'
import { originOf } from './http/origin.js'
import { health } from './http/health.js'
import { jsonBody } from './http/json-body.js'
import { sameOrigin } from './http/same-origin.js'
import { isSafelisted, notSafelisted, type Safelist } from './http/safelist.js'
import { bearerToken, giveToken, sessionToken, takeToken } from './http/session-cookie.js'
import { onlyJson } from './http/only-json.js'
import { webApplication } from './http/web-application.js'

/** What the server is made of; tests put in their own. */
export interface ServerParts {
  config: Pick<Config, 'environment' | 'host' | 'port' | 'adminDirectory'> &
    Partial<Pick<Config, 'origin' | 'trustedProxies' | 'sessions'>>
  database: Database
  schema: GraphQLSchema
  logger: Logger
  clock?: Clock
  /** The documents that run; all do without it. */
  safelist?: Safelist
}

export interface RunningServer {
  url: string
  close(): Promise<void>
}

function createApollo({ config, schema, logger }: ServerParts): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    introspection: config.environment !== 'production',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: config.environment,
    parseOptions: { maxTokens: REQUEST_LIMITS.tokens },
    formatError: errorFormatter(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      costLimit,
      answerManners,
    ],
  })
}

const withinLimits: RequestHandler = (request, _response, next) => {
  checkRequest(request.body)
  next()
}

/** How requests come in: limits of sessions, and whether browsers reach it by HTTPS only. */
interface Entrance {
  limits: SessionLimits
  secure: boolean
}

/** Finds out who asks, and lets in only what they may ask at all. */
function identify(parts: ServerParts, { limits, secure }: Entrance): RequestHandler {
  const { database, clock } = parts
  return async (request, response, next) => {
    const system = createContext({ database, requestId: currentRequestId(), ...(clock ? { clock } : {}) })
    const shown = {
      bearer: bearerToken(request),
      cookie: sessionToken(request, secure),
      address: originOf(request),
    }
    const identity = await authenticate(system, shown, limits)
    const query = (request.body as { query?: unknown } | undefined)?.query
    try {
      gate(identity.viewer, query)
    } catch (refusal) {
      await refusedAtDoor({ ...system, actor: identity.actor }, query, refusal)
    }
    response.locals['identity'] = identity
    next()
  }
}

/** With a safelist nothing else runs, but for tokens that may run operations of their own. */
function onlySafelisted(parts: ServerParts): RequestHandler {
  const { safelist = null, database } = parts
  return async (request, response, next) => {
    const query = (request.body as { query?: unknown } | undefined)?.query
    const identity = response.locals['identity'] as Partial<Identity> | undefined
    const { viewer } = identity ?? {}
    if (viewer?.kind === 'TOKEN' && viewer.anyOperation) return next()
    if (isSafelisted(safelist, query)) return next()
    const ctx = createContext({ database, requestId: currentRequestId(), ...identity })
    await refusedAtDoor(ctx, query, notSafelisted())
  }
}

function doorTo(request: Request, response: Response, { limits, secure }: Entrance): Door {
  return {
    address: originOf(request),
    agent: request.headers['user-agent'] ?? null,
    limits,
    give: (token) => giveToken(response, token, secure),
    take: () => takeToken(response, secure),
  }
}

/** Set off when the connection ends before it was answered: nobody waits any longer. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  return gone.signal
}

/** The whole application as an Express handler, and how to end its GraphQL part. */
export async function createApp(parts: ServerParts): Promise<{ app: Express; stop(): Promise<void> }> {
  const { config, database, logger, clock } = parts
  const apollo = createApollo(parts)
  await apollo.start()
  const origin = config.origin ?? null
  const entrance = {
    limits: config.sessions ?? DEFAULT_SESSION_LIMITS,
    secure: origin?.protocol === 'https:',
  }
  const context = ({ req, res }: { req: Request; res: Response }) =>
    Promise.resolve(
      createContext({
        database,
        requestId: currentRequestId(),
        door: doorTo(req, res, entrance),
        signal: goneSignal(res),
        ...(res.locals['identity'] as Identity),
        ...(clock ? { clock } : {}),
      }),
    )
  const app = express()
  app.disable('x-powered-by').disable('etag')
  if (config.trustedProxies) app.set('trust proxy', config.trustedProxies)
  app.use(requestId, securityHeaders, strictTransport(entrance.secure), hostCheck(config.host, origin))
  app.get('/health', health(database))
  app.use(
    '/graphql',
    onlyJson,
    sameOrigin,
    jsonBody(REQUEST_LIMITS.bodyBytes),
    withinLimits,
    identify(parts, entrance),
    onlySafelisted(parts),
    expressMiddleware(apollo, { context }),
  )
  app.use(webApplication(config.adminDirectory))
  app.use(errorAnswer(logger))
  return { app, stop: () => apollo.stop() }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
}

/** Idle connections outlive those of clients and proxies, so that none is closed while a request is on its way. */
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 }

/** Starts to answer; port 0 takes a free one. `close` lets running requests end, for five seconds at most. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { app, stop } = await createApp(parts)
  const server = createServer(timeouts, app).on('clientError', answerClientError)
  const { port, address, family } = await listen(server, parts.config.port, parts.config.host)
  const name = parts.config.host === 'localhost' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address
  return {
    url: `http://${name}:${port}`,
    close: async () => {
      await close(server)
      await stop()
    },
  }
}
