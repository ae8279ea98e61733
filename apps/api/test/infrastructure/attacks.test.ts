import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { probeSchema, runs } from '../probe-schema.js'

const api = useApi(useDatabase(), { schema: probeSchema, environment: 'production' })

interface Raw {
  status: number
  text: string
  milliseconds: number
  contentType: string | null
  cacheControl: string | null
}

async function send(init: RequestInit, path = '/graphql'): Promise<Raw> {
  const start = performance.now()
  const response = await fetch(api().url + path, init)
  const text = await response.text()
  return {
    status: response.status,
    text,
    milliseconds: performance.now() - start,
    contentType: response.headers.get('content-type'),
    cacheControl: response.headers.get('cache-control'),
  }
}

const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = json) =>
  send({ method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
const ask = (query: string, variables?: unknown) => post({ query, variables })
const repeat = (times: number, make: (index: number) => string, between = ' ') =>
  Array.from({ length: times }, (_, index) => make(index)).join(between)

/** What the server says to bytes that no client would send. */
function speak(text: string): Promise<string> {
  const { port, hostname } = new URL(api().url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}

function nested(depth: number): string {
  return (
    'probe { self { '.replace(
      'self { ',
      repeat(depth, () => 'self {'),
    ) +
    'id' +
    ' }'.repeat(depth + 1)
  )
}

const attacks: [name: string, code: string, query: string][] = [
  [
    '1,000 aliased logins',
    'TOO_COMPLEX',
    `mutation { ${repeat(1000, (i) => `a${i}: login(input: {name: "x"})`)} }`,
  ],
  ['100 aliases', 'TOO_COMPLEX', `{ ${repeat(100, (i) => `a${i}: ping`)} }`],
  ['21 root fields', 'TOO_COMPLEX', `{ ${repeat(21, (i) => `a${i}: ping`)} }`],
  [
    'root fields behind a fragment',
    'TOO_COMPLEX',
    `{ ...F } fragment F on Query { ${repeat(21, (i) => `a${i}: ping`)} }`,
  ],
  ['a deep question', 'TOO_COMPLEX', `{ ${nested(30)} }`],
  ['a very deep question', 'TOO_COMPLEX', `{ ${nested(1000)} }`],
  ['depth behind fragments', 'TOO_COMPLEX', deepFragments(20)],
  ['fragments that double each time', 'TOO_COMPLEX', doublingFragments(30)],
  ['the same field 10,000 times', 'TOO_COMPLEX', `{ ${repeat(10_000, () => 'ping')} }`],
  ['the same field 10 times', 'TOO_COMPLEX', `{ ${repeat(10, () => 'ping')} }`],
  ['1,000 directives', 'TOO_COMPLEX', `{ ping ${repeat(1000, () => '@a')} }`],
  ['100 directives', 'TOO_COMPLEX', `{ ping ${repeat(100, () => '@include(if: true)')} }`],
  ['100 operations', 'TOO_COMPLEX', repeat(100, (i) => `query q${i} { ping }`)],
  [
    'pages within pages',
    'TOO_COMPLEX',
    '{ probes(first: 200) { edges { node { probes(first: 200) { totalCount } } } } }',
  ],
  [
    'pages without a size within pages',
    'TOO_COMPLEX',
    '{ probes { edges { node { probes { edges { node { probes { totalCount } } } } } } } }',
  ],
  [
    'a fragment that contains itself',
    'INVALID_INPUT',
    '{ ...A } fragment A on Query { ping ...B } fragment B on Query { ...A }',
  ],
  ['unused fragments in a circle', 'INVALID_INPUT', '{ ping } fragment A on Query { ...A }'],
  ['a NUL in a literal', 'INVALID_INPUT', '{ fail(how: "a\\u0000b") }'],
  ['half a character in a literal', 'INVALID_INPUT', '{ fail(how: "a\\uD800b") }'],
  ['a NUL in a comment', 'INVALID_INPUT', '{ ping } # a\u0000b'.replace('\\u0000', '\0')],
  ['introspection', 'INVALID_INPUT', '{ __schema { types { name } } }'],
  ['an unknown field', 'INVALID_INPUT', '{ pingg }'],
  ['no GraphQL', 'INVALID_INPUT', '{ ping'],
  ['an empty question', 'INVALID_INPUT', ''],
]

function deepFragments(count: number): string {
  const fragments = repeat(count, (i) => `fragment F${i} on Probe { self { ...F${i + 1} } }`)
  return `{ probe { ...F0 } } ${fragments} fragment F${count} on Probe { id }`
}

function doublingFragments(count: number): string {
  const fragments = repeat(count, (i) => `fragment F${i} on Probe { ...F${i + 1} x: self { ...F${i + 1} } }`)
  return `{ probe { ...F0 } } ${fragments} fragment F${count} on Probe { id }`
}

function expectShortRefusal(raw: Raw, code: string): void {
  const body = JSON.parse(raw.text) as {
    errors: { message: string; extensions: { code: string } }[]
    data?: unknown
  }
  expect(body.errors[0]?.extensions.code, raw.text).toBe(code)
  expect(body.errors.length).toBeLessThanOrEqual(10)
  expect(body.data ?? null).toBeNull()
  expect(raw.text.length).toBeLessThan(2_500)
  expect(raw.text).not.toMatch(/Did you mean|stacktrace|node_modules/u)
  expect(raw.contentType).toMatch(/^application\/json/u)
  expect(raw.cacheControl).toBe('no-store')
  expect(raw.status).toBe(400)
}

/** Milliseconds of a refusal, the best of a few: the machine may be busy with something else. */
async function fastest(query: string, code: string): Promise<number> {
  let best = Infinity
  for (let attempt = 0; attempt < 5 && best >= 100; attempt += 1) {
    const raw = await ask(query)
    expectShortRefusal(raw, code)
    best = Math.min(best, raw.milliseconds)
  }
  return best
}

describe('the attack list', () => {
  beforeEach(() => ask('{ ping }'))

  it.each(attacks)('refuses %s', async (_name, code, query) => {
    const loginsBefore = runs.login
    expect(await fastest(query, code)).toBeLessThan(100)
    expect(runs.login).toBe(loginsBefore)
  })

  it('refuses a NUL in a variable and names the field', async () => {
    const raw = await ask('mutation ($input: ProbeInput!) { login(input: $input) }', {
      input: { name: 'a\0b' },
    })
    expectShortRefusal(raw, 'INVALID_INPUT')
    expect(raw.text).toContain('"fields":{"name"')
  })

  it('refuses variables nested without end', async () => {
    const variables = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
    expectShortRefusal(await post(`{"query":"{ ping }","variables":${variables}}`), 'TOO_COMPLEX')
  })

  it('accepts tabs, line ends and Vietnamese text', async () => {
    const raw = await ask('mutation ($i: ProbeInput!) { login(input: $i) }', { i: { name: 'Hổ\t\n' } })
    expect(JSON.parse(raw.text)).toEqual({ data: { login: 'Hổ\t\n' } })
  })
})

describe('the door of the API', () => {
  it.each([
    ['a batch', [{ query: '{ ping }' }, { query: '{ ping }' }], json, 400],
    ['malformed JSON', '{"query": ', json, 400],
    ['another content type', 'query={ping}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'query={ping}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', new Uint8Array([1]) as unknown as string, {}, 415],
    ['another charset', '{"query":"{ ping }"}', { 'content-type': 'application/json; charset=utf-7' }, 415],
    ['variables as text', { query: '{ ping }', variables: '{}' }, json, 400],
    ['a question that is no text', { query: { a: 1 } }, json, 400],
  ])('refuses %s with a short JSON error', async (_name, body, headers, status) => {
    const before = runs.ping
    const raw = await post(body, headers as Record<string, string>)
    expect(raw.status, raw.text).toBe(status)
    expect(JSON.parse(raw.text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
    expect(runs.ping).toBe(before)
  })

  it.each([
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"query":"{ ping } # '), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      400,
    ],
    [
      'half a sequence of UTF-8',
      Buffer.concat([Buffer.from('{"query":"{ ping } # '), Buffer.from([0xc3]), Buffer.from('"}')]),
      400,
    ],
    [
      'a NUL in the name of the operation',
      Buffer.from('{"query":"query a { ping }","operationName":"a\\u0000"}'),
      400,
    ],
    [
      'a control character in what belongs to nothing',
      Buffer.from('{"query":"{ ping }","extensions":{"a":"\\u0007"}}'),
      400,
    ],
  ])('refuses %s', async (_name, body, status) => {
    const before = runs.ping
    const raw = await send({ method: 'POST', headers: json, body })
    expect(raw.status, raw.text).toBe(status)
    expect(JSON.parse(raw.text)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] })
    expect(runs.ping).toBe(before)
  })

  it('refuses a compressed body, however small it says it is', async () => {
    const body = gzipSync(JSON.stringify({ query: `{ ping } # ${'x'.repeat(5_000_000)}` }))
    const raw = await send({ method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body })
    expect(raw.status).toBe(415)
    expect(raw.text).toContain('INVALID_INPUT')
  })

  it.each([
    ['not even HTTP', 'HELLO\r\n\r\n', 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('answers %s shortly, in JSON, and hangs up', async (_name, text, status) => {
    const answer = await speak(text)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'))
    expect(answer).toContain('Cache-Control: no-store')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT' } }],
    })
  })

  it('refuses a body that is too large', async () => {
    const raw = await post({ query: `{ ping } # ${'x'.repeat(300_000)}` })
    expect(raw.status).toBe(413)
    expect(raw.text).toContain('TOO_COMPLEX')
  })

  it.each(['GET', 'PUT', 'DELETE'])('answers %s with 405', async (method) => {
    const raw = await send({ method }, '/graphql?query={ping}')
    expect(raw.status).toBe(405)
    expect(raw.text).toContain('INVALID_INPUT')
  })

  it('gives no landing page', async () => {
    const raw = await send({ headers: { accept: 'text/html' } })
    expect(raw.status).toBe(405)
    expect(raw.contentType).toMatch(/json/u)
  })

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.test' }],
    ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on a page of another site', { origin: 'https://elsewhere.test' }],
    ['a page from a file', { origin: 'null' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
  ])('answers nothing to %s', async (_name, headers) => {
    const before = runs.ping
    const raw = await post({ query: '{ ping }' }, { ...json, ...headers } as Record<string, string>)
    expect(raw.status).toBe(403)
    expect(raw.text).toContain('FORBIDDEN')
    expect(runs.ping).toBe(before)
  })

  it('answers a page of its own, and scripts', async () => {
    const own: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: api().url }, {}]
    for (const headers of own)
      expect((await post({ query: '{ ping }' }, { ...json, ...headers })).status).toBe(200)
  })

  it('answers a preflight from elsewhere without permission', async () => {
    const response = await fetch(`${api().url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.test' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})
