import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import type { Clock } from '../src/context.js'
import type { Database } from '../src/database/database.js'
import { buildApiSchema } from '../src/schema.js'
import { startServer, type RunningServer } from '../src/server.js'

export interface ApiError {
  message: string
  path?: (string | number)[]
  extensions: { code: string; fields?: Record<string, string>; [detail: string]: unknown }
}

/** An answer of the API over HTTP, whatever it says. */
export interface Answer<Data> {
  status: number
  requestId: string | null
  headers: Headers
  body: { data?: Data | null; errors?: ApiError[] }
}

type Variables = Record<string, unknown>

/** What a client shows at the door: the cookie of a browser or the token of a script. */
export interface Pass {
  cookie?: string
  bearer?: string
}

/** A client over HTTP that keeps its cookie; its failures print the question, the answer and the request id. */
export class ApiClient {
  constructor(
    readonly url: string,
    private pass: Pass = {},
  ) {}

  /** The same server as somebody else sees it. */
  as(pass: Pass): ApiClient {
    return new ApiClient(this.url, { ...pass })
  }

  /** What it shows at the door now. */
  get shown(): Pass {
    return { ...this.pass }
  }

  private get headers(): Record<string, string> {
    const { cookie, bearer } = this.pass
    return {
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    }
  }

  private keepCookie(headers: Headers): void {
    for (const header of headers.getSetCookie()) {
      const [pair = ''] = header.split(';')
      if (pair.endsWith('=')) delete this.pass.cookie
      else this.pass = { ...this.pass, cookie: pair }
    }
  }

  async ask<Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify({ query, variables }),
    })
    this.keepCookie(response.headers)
    const body = (await response.json()) as Answer<Data>['body']
    return {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      headers: response.headers,
      body,
    }
  }

  /** The data of an answer without errors. */
  async data<Data = Record<string, never>>(query: string, variables: Variables = {}): Promise<Data> {
    const answer = await this.ask<Data>(query, variables)
    if (answer.body.errors || !answer.body.data) throw unexpected('data', query, variables, answer)
    return answer.body.data
  }

  /** The first error of an answer that must have one. */
  async refusal(query: string, variables: Variables = {}): Promise<ApiError> {
    const answer = await this.ask(query, variables)
    const [first] = answer.body.errors ?? []
    if (!first) throw unexpected('a refusal', query, variables, answer)
    return first
  }
}

function unexpected(wanted: string, query: string, variables: Variables, answer: Answer<unknown>): Error {
  const lines = [
    `Expected ${wanted}, got HTTP ${answer.status} (request ${answer.requestId ?? 'unknown'})`,
    `query: ${query.trim()}`,
    `variables: ${JSON.stringify(variables)}`,
    `answer: ${JSON.stringify(answer.body, null, 2).slice(0, 4_000)}`,
  ]
  return new Error(lines.join('\n'))
}

export interface ApiParts {
  clock?: Clock
  schema?: () => Promise<GraphQLSchema>
  environment?: 'production' | 'test'
  adminDirectory?: string
  /** Address under which browsers reach the server. */
  origin?: string
  signInRequired?: boolean
  /** Hashes of the documents that run; all do without it. */
  safelist?: ReadonlySet<string>
}

/** A server on a free port over the database of this file, for the tests of this file. */
export function useApi(database: () => Database, parts: ApiParts = {}): () => ApiClient {
  let server: RunningServer | undefined
  beforeAll(async () => {
    const { environment = 'test', adminDirectory = '/nonexistent', clock } = parts
    server = await startServer({
      config: {
        environment,
        adminDirectory,
        host: '127.0.0.1',
        port: 0,
        origin: parts.origin === undefined ? null : new URL(parts.origin),
      },
      signInRequired: parts.signInRequired ?? false,
      ...(parts.safelist ? { safelist: parts.safelist } : {}),
      database: database(),
      schema: await (parts.schema ?? buildApiSchema)(),
      logger: pino({ level: 'silent' }),
      ...(clock ? { clock } : {}),
    })
  })
  afterAll(() => server?.close())
  return () => {
    if (!server) throw new Error('The server is there only inside tests and hooks')
    return new ApiClient(server.url)
  }
}
