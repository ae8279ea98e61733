import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { probeSchema } from '../probe-schema.js'

const api = useApi(useDatabase(), { schema: probeSchema })

const login = 'mutation ($input: ProbeInput!) { login(input: $input) }'

describe('an error', () => {
  it('that is a refusal keeps its code and details', async () => {
    expect(await api().refusal('{ fail(how: "missing") }')).toMatchObject({
      message: 'organization not found',
      path: ['fail'],
      extensions: { code: 'NOT_FOUND' },
    })
    const error = await api().refusal('{ fail(how: "conflict") }')
    expect(error.extensions).toMatchObject({ code: 'CONFLICT', expectedVersion: 1, actualVersion: 2 })
  })

  it('of ours is masked, with the request id of the answer', async () => {
    const answer = await api().ask('{ fail(how: "inside") }')
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_ERROR',
      requestId: answer.requestId,
    })
    expect(JSON.stringify(answer.body)).not.toContain('SELECT')
  })

  it.each(['ECONNREFUSED', 'PROTOCOL_CONNECTION_LOST', 'SQLITE_BUSY', 'PROTOCOL_SEQUENCE_TIMEOUT'])(
    '%s of the driver is 503 with Retry-After',
    async (code) => {
      const answer = await api().ask('query ($how: String!) { fail(how: $how) }', { how: `driver:${code}` })
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retryAfter: 5 })
      expect(JSON.stringify(answer.body)).not.toContain('10.0.0.7')
    },
  )

  it('comes at most ten times in an answer', async () => {
    const answer = await api().ask('{ failMany }')
    expect(answer.body.errors?.length).toBeLessThanOrEqual(10)
  })
})

describe('bad input names its fields', () => {
  it.each([
    ['too long', { name: 'too long' }, 'name', /shorter than or equal to 5/u],
    ['below the least', { name: 'a', amount: 0 }, 'amount', /must not be less than 1/u],
    ['no such day', { name: 'a', on: '2023-02-29' }, 'on', /calendar day/u],
    ['an object for a text', { name: { $ne: 1 } }, 'name', /String cannot represent/u],
    ['missing', {}, 'name', /is required/u],
    ['unknown', { name: 'a', nam: 'b' }, 'nam', /is not known/u],
    ['a fraction for a number', { name: 'a', amount: 1.5 }, 'amount', /Int cannot represent/u],
  ])('%s', async (_name, input, field, reason) => {
    const error = await api().refusal(login, { input })
    expect(error.extensions.code).toBe('INVALID_INPUT')
    expect(error.extensions.fields?.[field], JSON.stringify(error)).toMatch(reason)
    expect(JSON.stringify(error)).not.toContain('Did you mean')
  })

  it('in literals too', async () => {
    expect((await api().refusal('{ echoDay(on: "2023-02-30") }')).extensions.fields).toHaveProperty('on')
    expect((await api().refusal('{ echoDay }')).extensions.fields).toEqual({ on: 'is required' })
    expect((await api().refusal('query ($on: Date!) { echoDay(on: $on) }')).extensions.fields).toEqual({
      on: 'is required',
    })
  })
})

describe('a page', () => {
  const page =
    'query ($first: Int, $after: String) { probes(first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }'
  interface Page {
    probes: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }

  it.each([0, -1, 201, 1000])('of %i is refused', async (first) => {
    expect((await api().refusal(page, { first })).extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { first: expect.any(String) as string },
    })
  })

  it.each([
    '',
    'x',
    '!!',
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
    'A'.repeat(3000),
  ])('after the malformed cursor %s is refused', async (after) => {
    expect((await api().refusal(page, { after })).extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { after: expect.any(String) as string },
    })
  })

  it('leads to the next until the last', async () => {
    const seen: string[] = []
    let after: string | undefined
    for (let more = true; more;) {
      const { probes } = await api().data<Page>(page, { first: 200, after })
      seen.push(...probes.edges.map((edge) => edge.node.id))
      more = probes.pageInfo.hasNextPage
      after = probes.pageInfo.endCursor
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, i) => String(i + 1)))
  })
})

it('a day goes in and comes out unchanged', async () => {
  expect(await api().data('{ echoDay(on: "2024-02-29") }')).toEqual({ echoDay: '2024-02-29' })
})

it('outside production the tools of developers may ask for the schema', async () => {
  expect(await api().data(getIntrospectionQuery())).toHaveProperty('__schema')
})
