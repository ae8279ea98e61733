import { ConfigError } from '../config.js'
import { DatabaseInUseError } from '../database/writer-lock.js'
import { SeedbedError } from './errors.js'
import { isUnavailable } from './unavailable.js'

/** Mistakes in the settings of the database server or in the address it was given. */
const setupFaults = new Set<unknown>([
  'ER_BAD_DB_ERROR',
  'ER_ACCESS_DENIED_ERROR',
  'ER_DBACCESS_DENIED_ERROR',
])

/**
 * What a person at a terminal is told when the start or a command fails: in words where they can do something about
 * it, with the stack where the fault is ours.
 */
export function explain(error: unknown): string {
  if (error instanceof SeedbedError) return `${error.code}: ${error.message}`
  if (error instanceof ConfigError || error instanceof DatabaseInUseError) return error.message
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string }
  if (code === 'EADDRINUSE') return 'The port is in use: stop what uses it, or set PORT to another one'
  if (setupFaults.has(code)) return `The database refuses: ${message}`
  if (isUnavailable(error)) return `The database does not answer: ${message}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
