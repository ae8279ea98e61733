import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { probeSchema } from '../probe-schema.js'

const parts = { schema: probeSchema, adminDirectory: '' }
beforeAll(async () => {
  parts.adminDirectory = await mkdtemp(join(tmpdir(), 'seedbed-admin-'))
  await mkdir(join(parts.adminDirectory, 'assets'))
  await writeFile(
    join(parts.adminDirectory, 'index.html'),
    '<meta content="__CSP_NONCE__"><style nonce="__CSP_NONCE__">',
  )
  await writeFile(join(parts.adminDirectory, 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(parts.adminDirectory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
})
afterAll(() => rm(parts.adminDirectory, { recursive: true, force: true }))
const database = useDatabase()
const api = useApi(database, parts)

const get = (path: string) => fetch(api().url + path)

/** Status of a request under another name; fetch does not let one choose it. */
function statusUnder(host: string, path = '/health'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(api().url + path, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}

describe('the Host header', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('%s with our port is answered', async (name) => {
    expect(await statusUnder(`${name}:${new URL(api().url).port}`)).toBe(200)
  })

  it.each([
    'elsewhere.test',
    'elsewhere.test:PORT',
    'localhost',
    'localhost:1',
    '127.0.0.1.elsewhere.test:PORT',
    'localhost:PORT.elsewhere.test',
    '?',
  ])('"%s" is refused', async (name) => {
    const host = name.replace('PORT', new URL(api().url).port)
    for (const path of ['/health', '/', '/graphql', '/assets/app-1a2b.js'])
      expect(await statusUnder(host, path)).toBe(403)
  })
})

describe('the web application', () => {
  it.each(['/', '/don-vi/60', '/index.html', '/login'])(
    'is the page at %s, with a fresh nonce',
    async (path) => {
      const [first, second] = [await get(path), await get(path)]
      const nonce = /content="([\w-]+)"/u.exec(await first.text())?.[1]
      expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
      expect(first.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(await second.text()).not.toContain(nonce)
      expect(first.headers.get('cache-control')).toBe('no-store')
    },
  )

  it('keeps hashed files for a year and others not', async () => {
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain(
      'max-age=31536000, immutable',
    )
    expect((await get('/favicon.svg')).headers.get('cache-control')).toContain('max-age=0')
  })

  it.each(['/assets/gone.js', '/assets/', '/assets', '/assets/..%2f..%2fpackage.json'])(
    'answers 404 at %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
      expect(response.headers.get('cache-control')).toBe('no-store')
    },
  )

  it.each(['/%', '/assets/%', '/assets/%00', '/%2e%2e/%2e%2e/package.json', '/.env'])(
    'gives nothing away at %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBeLessThan(500)
      expect(await response.text()).not.toContain('workspaces')
    },
  )

  it('is only read', async () => {
    expect((await fetch(`${api().url}/`, { method: 'POST' })).status).toBe(404)
  })
})

it('sends the headers that protect on every answer', async () => {
  for (const path of ['/', '/health', '/graphql', '/assets/gone.js', '/favicon.svg']) {
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u)
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

describe('Strict-Transport-Security', () => {
  const https = useApi(database, { schema: probeSchema, origin: 'https://vuonuom.example' })

  it('is said where browsers come by HTTPS, and nowhere else', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull()
    for (const path of ['/', '/health', '/graphql', '/assets/gone.js']) {
      const { headers } = await fetch(https().url + path)
      expect(headers.get('strict-transport-security')).toMatch(/max-age=63072000/u)
    }
  })
})

it('is healthy while the database answers', async () => {
  const response = await get('/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})
