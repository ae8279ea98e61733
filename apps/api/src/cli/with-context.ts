import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { commandActor } from '../audit/actor.js'
import { audited } from '../audit/audited.js'
import type { Operation } from '../audit/draft.js'
import { readConfig, type DatabaseConfig } from '../config.js'
import { createContext, type RequestContext } from '../context.js'
import { openDatabase } from '../database/data-source.js'
import { migrate } from '../database/migrate.js'
import { SeedbedError } from '../errors/errors.js'
import { expressAnew } from '../features/verify/express-anew.service.js'

function refuseMissing(config: DatabaseConfig): void {
  if (config.dialect === 'sqlite' && !existsSync(config.file))
    throw new SeedbedError(
      'NOT_FOUND',
      'There is no database yet: start Seedbed once, or run the command migrate',
    )
}

/** The user who runs the command; one without a name is known by number. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

async function run<T>(
  config: DatabaseConfig,
  readOnly: boolean,
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, { readOnly, poolSize: 4, queryTimeout: 0 })
  try {
    return await work(createContext({ database, actor: commandActor(userName()) }))
  } finally {
    await database.close()
  }
}

/** For commands that only read the configured database; they work while the server runs. */
export function reading<T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> {
  const { database } = readConfig()
  refuseMissing(database)
  return run(database, true, work)
}

/**
 * For commands that write: tables and entries are brought up to date first. On the embedded database it throws
 * DatabaseInUseError while the server runs.
 */
export async function writing<T>(work: (ctx: RequestContext) => Promise<T>): Promise<T> {
  const { database } = readConfig()
  await migrate(database)
  return run(database, false, async (ctx) => {
    await expressAnew(ctx)
    return work(ctx)
  })
}

/** The same for what is no mutation and does not put itself on record: an operation of the command line. */
export function writingOnRecord<T>(
  operation: Operation,
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  return writing((ctx) => audited(ctx, operation, work))
}
