import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'
import type { DatabaseConfig } from '../src/config.js'

/** An empty database of the bench's own, and how to be rid of it. */
export interface Ground {
  engine: 'sqlite' | 'mysql'
  config: DatabaseConfig
  clear(): Promise<void>
}

async function sqliteGround(): Promise<Ground> {
  const directory = await mkdtemp(join(tmpdir(), 'seedbed-bench-'))
  return {
    engine: 'sqlite',
    config: { dialect: 'sqlite', file: join(directory, 'seedbed.sqlite') },
    clear: () => rm(directory, { recursive: true, force: true }),
  }
}

async function onServer(url: URL, statement: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/'
  const connection = await mysql.createConnection({ uri: server.href })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}

/** Only a name that begins with seedbed_test_bench_ is ever created or dropped on the server. */
async function mysqlGround(address: string, name: string): Promise<Ground> {
  const url = new URL(address)
  if (!/^\/seedbed_test_bench_\w+$/u.test(url.pathname)) throw new Error('Not a database of the bench')
  url.pathname = `${url.pathname}_${name}`
  const schema = url.pathname.slice(1)
  await onServer(url, `CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  return {
    engine: 'mysql',
    config: { dialect: 'mysql', url: url.href },
    clear: () => onServer(url, `DROP DATABASE IF EXISTS ${schema}`),
  }
}

/** Prepares a database of an engine; undefined where there is no server. */
export async function prepareGround(
  engine: 'sqlite' | 'mysql',
  server: DatabaseConfig,
  name: string,
): Promise<Ground | undefined> {
  if (engine === 'sqlite') return sqliteGround()
  return server.dialect === 'mysql' ? mysqlGround(server.url, name) : undefined
}
