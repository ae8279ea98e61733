import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DEFAULT_SESSION_LIMITS, type SessionLimits } from './auth/door.js'
import { withPassword, withSecrets } from './secrets.js'

/** What the process is told from outside, checked. Paths are absolute. */
export interface Config {
  readonly environment: 'production' | 'development' | 'test'
  readonly port: number
  readonly host: string
  /** Address under which browsers reach it, when that is not the one on which it listens. */
  readonly origin: URL | null
  /** Addresses of the proxies in front of it, which say where a request comes from; Express's `trust proxy`. */
  readonly trustedProxies: string | null
  readonly sessions: SessionLimits
  readonly dataDirectory: string
  /** The built web application. */
  readonly adminDirectory: string
  /** File of the operations besides which nothing runs; null: everything does. */
  readonly safelist: string | null
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

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^https?:$/u.test(url.protocol) && url.origin === text
}

function wholeNumber(most: number) {
  const words = `must be a whole number from 1 to ${most}`
  return z
    .string()
    .regex(/^\d{1,6}$/u, words)
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, words)
    .optional()
}

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
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/u, 'must be an address or a name')
    .optional(),
  SEEDBED_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be the address that browsers show, without a path: https://vuonuom.example')
    .optional(),
  SEEDBED_TRUSTED_PROXIES: z
    .string()
    .regex(/^[\da-f.:/, ]+$/iu, 'must be addresses of proxies, with commas between them')
    .optional(),
  SEEDBED_SESSION_IDLE_MINUTES: wholeNumber(1_440),
  SEEDBED_SESSION_HOURS: wholeNumber(168),
  SEEDBED_DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isMysqlUrl,
      'must be mysql://user:password@host:port/database, or absent for the embedded database',
    )
    .optional(),
  DATABASE_PASSWORD: z.string().optional(),
  SEEDBED_DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  GRAPHQL_SAFELIST: z.enum(['on', 'off'], 'must be on or off').optional(),
})

/** A variable that is set to nothing counts as not set. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

/** What is wrong with values that are each right: the network is for accounts of people, under a known address. */
function faultsTogether({ HOST, SEEDBED_DEMO, SEEDBED_ORIGIN }: NodeJS.ProcessEnv): string[] {
  if (HOST === undefined || isLoopback(HOST)) return []
  return [
    ...(SEEDBED_DEMO === 'off'
      ? []
      : [
          'HOST must be 127.0.0.1, ::1 or localhost with the demonstration, whose accounts have known places; set SEEDBED_DEMO=off to serve others',
        ]),
    ...(SEEDBED_ORIGIN === undefined
      ? ['SEEDBED_ORIGIN must be set to the address under which browsers reach a HOST that others can reach']
      : []),
  ]
}

/**
 * Reads the configuration from the environment, the only place that does; throws ConfigError with all faults at
 * once. Without NODE_ENV it is production, because that is the careful one.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { environment: given, faults: unread } = withSecrets(withoutEmpty(environment))
  const parsed = environmentShape.safeParse(given)
  const alone = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const faults = [...unread, ...alone, ...faultsTogether(given)]
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  const {
    NODE_ENV,
    PORT,
    HOST,
    SEEDBED_ORIGIN,
    SEEDBED_TRUSTED_PROXIES,
    SEEDBED_DATA_DIR,
    DATABASE_URL,
    SEEDBED_DEMO,
  } = parsed.data
  const dataDirectory = resolve(root, SEEDBED_DATA_DIR ?? '.seedbed')
  return {
    environment: NODE_ENV ?? 'production',
    port: PORT ?? 4000,
    host: HOST ?? '127.0.0.1',
    origin: SEEDBED_ORIGIN === undefined ? null : new URL(SEEDBED_ORIGIN),
    trustedProxies: SEEDBED_TRUSTED_PROXIES ?? null,
    sessions: {
      idleMinutes: parsed.data.SEEDBED_SESSION_IDLE_MINUTES ?? DEFAULT_SESSION_LIMITS.idleMinutes,
      absoluteHours: parsed.data.SEEDBED_SESSION_HOURS ?? DEFAULT_SESSION_LIMITS.absoluteHours,
    },
    dataDirectory,
    adminDirectory: join(root, 'apps', 'admin', 'dist'),
    safelist:
      parsed.data.GRAPHQL_SAFELIST === 'on'
        ? join(root, 'apps', 'admin', 'dist-safelist', 'operations.json')
        : null,
    database: DATABASE_URL
      ? { dialect: 'mysql', url: withPassword(DATABASE_URL, parsed.data.DATABASE_PASSWORD) }
      : { dialect: 'sqlite', file: join(dataDirectory, 'seedbed.sqlite') },
    demonstration: SEEDBED_DEMO !== 'off',
  }
}
