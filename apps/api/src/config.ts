import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** What the process is told from outside, checked. Paths are absolute. */
export interface Config {
  readonly environment: 'production' | 'development' | 'test'
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  /** The built web application. */
  readonly adminDirectory: string
  readonly database: DatabaseConfig
  /** Whether an empty database gets the demonstration data. */
  readonly demonstration: boolean
}

export type DatabaseConfig =
  { readonly dialect: 'sqlite'; readonly file: string } | { readonly dialect: 'mysql'; readonly url: string }

/** All that is wrong with the environment, one line each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

/** The repository, from apps/api/src or apps/api/dist. */
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host)
}

function isMysqlUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'mysql:' && url.hostname !== '' && /^\/[\w$-]+$/u.test(url.pathname)
}

const hostRefusal =
  'must be 127.0.0.1, ::1 or localhost: without accounts everybody who reaches the server may change everything'

const environmentShape = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .optional(),
  HOST: z.string().refine(isLoopback, hostRefusal).optional(),
  SEEDBED_DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isMysqlUrl,
      'must be mysql://user:password@host:port/database, or absent for the embedded database',
    )
    .optional(),
  SEEDBED_DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
})

/** A variable that is set to nothing counts as not set. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

/**
 * Reads the configuration from the environment, the only place that does; throws ConfigError with all faults at
 * once. Without NODE_ENV it is production, because that is the careful one.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentShape.safeParse(withoutEmpty(environment))
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  const { NODE_ENV, PORT, HOST, SEEDBED_DATA_DIR, DATABASE_URL, SEEDBED_DEMO } = parsed.data
  const dataDirectory = resolve(root, SEEDBED_DATA_DIR ?? '.seedbed')
  return {
    environment: NODE_ENV ?? 'production',
    port: PORT ?? 4000,
    host: HOST ?? '127.0.0.1',
    dataDirectory,
    adminDirectory: join(root, 'apps', 'admin', 'dist'),
    database: DATABASE_URL
      ? { dialect: 'mysql', url: DATABASE_URL }
      : { dialect: 'sqlite', file: join(dataDirectory, 'seedbed.sqlite') },
    demonstration: SEEDBED_DEMO !== 'off',
  }
}
