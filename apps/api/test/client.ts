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

/** A client over HTTP; its failures print the question, the answer and the request id. */
export class ApiClient {
  constructor(readonly url: string) {}

  async ask<Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
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
}

/** A server on a free port over the database of this file, for the tests of this file. */
export function useApi(database: () => Database, parts: ApiParts = {}): () => ApiClient {
  let server: RunningServer | undefined
  beforeAll(async () => {
    const { environment = 'test', adminDirectory = '/nonexistent', clock } = parts
    server = await startServer({
      config: { environment, adminDirectory, host: '127.0.0.1', port: 0 },
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
