import { pino } from 'pino'
import { Query, Resolver, Ctx } from 'type-graphql'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { RequestContext } from '../../src/context.js'
import { openDatabase, type OpenDatabase } from '../../src/database/data-source.js'
import { migrate } from '../../src/database/migrate.js'
import { select } from '../../src/database/sql.js'
import { buildApiSchema } from '../../src/schema.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ApiClient, type Pass } from '../client.js'
import { emptyDatabase, type EmptyDatabase } from '../database.js'
import { everyVerb } from '../people-with-accounts.js'
import { Proxy } from '../proxy.js'

@Resolver()
class OneResolver {
  @Query(() => String)
  async one(@Ctx() ctx: RequestContext): Promise<string> {
    const rows = await select<{ one: number }>(ctx, 'SELECT 1 AS one')
    return String(rows[0]?.one)
  }
}

describe.runIf(inject('engine') === 'mysql')('while the database server is away', () => {
  let empty: EmptyDatabase
  let proxy: Proxy
  let database: OpenDatabase
  let server: RunningServer
  let pass: Pass

  beforeAll(async () => {
    empty = await emptyDatabase()
    if (empty.config.dialect !== 'mysql') return
    await migrate(empty.config)
    const direct = await openDatabase(empty.config, { poolSize: 1 })
    pass = await everyVerb(direct)
    await direct.close()
    const url = new URL(empty.config.url)
    proxy = new Proxy(url.hostname, Number(url.port || 3306))
    await proxy.open()
    url.host = `127.0.0.1:${proxy.port}`
    database = await openDatabase({ dialect: 'mysql', url: url.href }, { poolSize: 3, queryTimeout: 1 })
    server = await startServer({
      config: { environment: 'test', host: '127.0.0.1', port: 0, adminDirectory: '/nonexistent' },
      database,
      schema: await buildApiSchema([OneResolver]),
      logger: pino({ level: 'silent' }),
    })
  })
  afterAll(async () => {
    await server.close()
    await database.close()
    await proxy.cut()
    await empty.drop()
  })
  afterEach(async () => {
    const answer = await fetch(`${server.url}/health`)
    expect(answer.status).toBe(200)
    expect(await new ApiClient(server.url, pass).data('{ one }')).toEqual({ one: '1' })
  })

  async function expectAway(patience: number): Promise<void> {
    const start = performance.now()
    const health = await fetch(`${server.url}/health`)
    expect(health.status).toBe(503)
    expect(health.headers.get('retry-after')).toBe('5')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => new ApiClient(server.url, pass).ask('{ one }')),
    )
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(answer.body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE')
    }
    expect(performance.now() - start).toBeLessThan(patience)
  }

  it('answers 503 at once when it is gone, and serves again when it is back', async () => {
    await fetch(`${server.url}/health`)
    await proxy.cut()
    await expectAway(2_000)
    await proxy.open()
  })

  it('answers 503 within seconds when it hangs, and serves again when it goes on', async () => {
    await Promise.all(Array.from({ length: 6 }, () => new ApiClient(server.url, pass).data('{ one }')))
    proxy.block()
    await expectAway(12_000)
    proxy.unblock()
  })

  it('throws away connections that hung, so that a broken way does not outlast the break', async () => {
    await Promise.all(Array.from({ length: 6 }, () => new ApiClient(server.url, pass).data('{ one }')))
    proxy.block()
    await expectAway(12_000)
    await proxy.cut()
    await proxy.open()
  })

  it('ends a statement that takes too long', async () => {
    await expect(database.reader.query('SELECT SLEEP(5), 1 FROM DUAL')).rejects.toMatchObject({
      driverError: { errno: expect.any(Number) as number },
    })
  })
})

it('refuses to open a database that cannot be reached, in seconds', async () => {
  if (inject('engine') !== 'mysql') return
  const start = performance.now()
  await expect(
    openDatabase({ dialect: 'mysql', url: 'mysql://root@127.0.0.1:9/none' }),
  ).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  })
  expect(performance.now() - start).toBeLessThan(4_000)
})
