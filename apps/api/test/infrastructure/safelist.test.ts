import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { readSafelist } from '../../src/http/safelist.js'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { probeSchema, runs } from '../probe-schema.js'

const known = 'query Known {\n  ping\n}'
const mutation = 'mutation Other($input: ProbeInput!) { login(input: $input) }'
const safelist = new Set([createHash('sha256').update(known).digest('hex')])

const database = useDatabase()
const api = useApi(database, { schema: probeSchema, environment: 'production', safelist })

describe('with a safelist', () => {
  it.each([
    ['another question', '{ ping }'],
    ['the same in other words', 'query Known { ping }'],
    ['the same and more', `${known} query More { ping }`],
    ['a mutation', mutation],
    ['nothing', ''],
  ])('%s does not run', async (_name, query) => {
    const before = { ...runs }
    const answer = await api().ask(query, { input: { name: 'a' } })
    expect(answer.status).toBe(403)
    expect(answer.body.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(runs).toEqual(before)
  })

  it('an operation of the web application runs', async () => {
    expect(await api().data(known)).toEqual({ ping: 'pong' })
  })

  it('a mutation that was refused is on record, without what was asked', async () => {
    await api().ask(mutation, { input: { name: 'a' } })
    const rows = await select(
      createContext({ database: database() }),
      'SELECT operation, outcome, code, actor_kind AS actorKind, input FROM audit_record ORDER BY sequence DESC LIMIT 1',
    )
    expect(rows).toEqual([
      { operation: 'login', outcome: 'REFUSED', code: 'FORBIDDEN', actorKind: 'ANONYMOUS', input: '{}' },
    ])
  })
})

it('without the file that the build writes there is no start', () => {
  expect(() => readSafelist('/nonexistent/operations.json')).toThrow('ENOENT')
})
