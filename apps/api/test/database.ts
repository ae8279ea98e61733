import mysql from 'mysql2/promise'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import type { DatabaseConfig } from '../src/config.js'
import { openDatabase, type OpenDatabase } from '../src/database/data-source.js'
import { migrate } from '../src/database/migrate.js'

declare module 'vitest' {
  export interface ProvidedContext {
    engine: 'sqlite' | 'mysql'
    run: string
    mysqlUrl: string
    /** How many random histories a property test lives through, by engine. */
    histories: { sqlite: number; mysql: number }
    /** How many random requests the fuzzing sends, and the seed they grow from. */
    fuzz: { requests: number; seed: string }
  }
}

/** An empty database that is nobody else's, and how to be rid of it. */
export interface EmptyDatabase {
  config: DatabaseConfig
  drop(): Promise<void>
}

let made = 0

async function emptyFile(): Promise<EmptyDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'seedbed-test-'))
  return {
    config: { dialect: 'sqlite', file: join(directory, 'seedbed.sqlite') },
    drop: () => rm(directory, { recursive: true, force: true }),
  }
}

async function onServer(statement: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: inject('mysqlUrl') })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}

/** Only names that begin with seedbed_test_ are ever created or dropped on the server. */
async function emptySchema(): Promise<EmptyDatabase> {
  made += 1
  const name = `seedbed_test_${inject('run')}_${process.pid}_${made}`
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  const url = new URL(inject('mysqlUrl'))
  url.pathname = `/${name}`
  return {
    config: { dialect: 'mysql', url: url.href },
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name}`),
  }
}

export function emptyDatabase(): Promise<EmptyDatabase> {
  return inject('engine') === 'sqlite' ? emptyFile() : emptySchema()
}

/** A migrated database of its own for the tests of one file, on the engine of the project; gone afterwards. */
export function useDatabase(): () => OpenDatabase & { config: DatabaseConfig } {
  let empty: EmptyDatabase | undefined
  let database: OpenDatabase | undefined
  beforeAll(async () => {
    empty = await emptyDatabase()
    await migrate(empty.config)
    // A statement may take as long as a busy machine makes it; what is given up after seconds has tests of its own.
    database = await openDatabase(empty.config, { poolSize: 5, queryTimeout: 60, columnBytes: 64_000_000 })
  })
  afterAll(async () => {
    await database?.close()
    await empty?.drop()
  })
  return () => {
    if (!database || !empty) throw new Error('The database is there only inside tests and hooks')
    return Object.assign(database, { config: empty.config })
  }
}
