import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { openDatabase } from '../../src/database/data-source.js'
import { execute } from '../../src/database/sql.js'
import { inTransaction } from '../../src/database/transaction.js'
import { isUnavailable } from '../../src/errors/unavailable.js'
import { useDatabase } from '../database.js'

const database = useDatabase()
const file = () => {
  const { config } = database()
  return config.dialect === 'sqlite' ? config.file : ''
}

/** A process of its own on the same file; answers with what it printed. */
async function otherProcess(script: string, onLine?: (line: string) => void): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file()], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    onLine?.(text)
  })
  await once(child, 'close')
  return text
}

const open = "import Database from 'better-sqlite3'; const db = new Database(process.argv[1]);"

/** Takes the lock again and again, twice for longer than a writer waits. */
const greedy = `${open}
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
db.exec('PRAGMA busy_timeout = 5000');
for (const hold of [50, 100, 900, 30, 1200, 60]) {
  db.exec('BEGIN IMMEDIATE'); console.log('held'); await sleep(hold);
  db.prepare('INSERT INTO probe (id) VALUES (?)').run(10_000 + hold); db.exec('COMMIT'); await sleep(20);
}`

const reader = `${open} console.log(JSON.stringify(db.prepare('SELECT id FROM probe ORDER BY id').pluck().all()))`

describe.runIf(inject('engine') === 'sqlite')('another process on the file of the embedded database', () => {
  beforeAll(() => database().writer.query('CREATE TABLE probe (id INTEGER PRIMARY KEY)'))

  it('that holds the lock loses nobody a write that was acknowledged', async () => {
    const ctx = createContext({ database: database() })
    const acknowledged: number[] = []
    let refused = 0
    let writing: Promise<void> | undefined
    let done = false
    const write = async () => {
      for (let id = 1; !done || id < 50; id += 1) {
        try {
          await inTransaction(ctx, (inside) => execute(inside, 'INSERT INTO probe (id) VALUES (?)', [id]))
          acknowledged.push(id)
        } catch (error) {
          if (!isUnavailable(error)) throw error
          refused += 1
        }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    await otherProcess(greedy, () => {
      writing ??= write()
    })
    done = true
    await writing
    const stored = JSON.parse(await otherProcess(reader)) as number[]
    expect(stored.filter((id) => id < 10_000)).toEqual(acknowledged)
    expect(stored.filter((id) => id >= 10_000)).toHaveLength(6)
    expect(acknowledged.length).toBeGreaterThan(20)
    expect(refused).toBeGreaterThan(0)
  })

  it('cannot open it to write, but to read', async () => {
    await expect(openDatabase(database().config)).rejects.toThrow('in use by another process')
    const second = await openDatabase(database().config, { readOnly: true })
    const rows = (await second.reader.query('SELECT COUNT(*) AS count FROM probe')) as { count: number }[]
    expect(rows[0]?.count).toBeGreaterThan(0)
    await expect(second.writer.query('DELETE FROM probe')).rejects.toThrow(/readonly/u)
    await second.close()
  })
})
