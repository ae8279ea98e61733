import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { SERVER, START, startSystem } from '../src/system.js'

const folder = mkdtempSync(join(tmpdir(), 'seedbed-lifecycle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const admitted =
  '{ organization(code: "507", at: "2024-11-15") { figures(input: { from: "2024-01-01", asOf: "2024-11-15", indicators: ["admitted"] }) { value } } }'

async function ask(url: string): Promise<unknown> {
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: inject('cookie') },
    body: JSON.stringify({ query: admitted }),
  })
  return answer.json()
}

const figures = { data: { organization: { figures: [{ value: 220 }] } } }

describe('the system', () => {
  it('ended cleanly on SIGTERM after its first start, and freed the port', () => {
    const { ending } = inject('first')
    expect(ending).toMatchObject({ code: 0, portFree: true })
    expect(ending.seconds).toBeLessThan(5)
  })

  it('starts again within seconds', () => {
    expect(inject('secondSeconds')).toBeLessThan(10)
  })

  it('runs nothing but what the application asks, where the safelist is on', async () => {
    expect(await ask(inject('url'))).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
  })

  it('answers /health', async () => {
    expect((await fetch(new URL('/health', inject('url')))).status).toBe(200)
  })

  it('ends cleanly on Ctrl-C, and its data are there when it is started with npm start again', async () => {
    const data = join(folder, 'data')
    cpSync(inject('demonstration'), data, { recursive: true })
    const first = await startSystem(SERVER, data)
    expect(await ask(first.url)).toEqual(figures)
    expect(await first.stop('SIGINT')).toMatchObject({ code: 0, portFree: true })
    const second = await startSystem(START, data)
    try {
      expect(await ask(second.url)).toEqual(figures)
    } finally {
      expect(await second.stop()).toMatchObject({ code: 0, portFree: true })
    }
  })

  it('refuses a request under another host name', async () => {
    const { request } = await import('node:http')
    const url = new URL(inject('url'))
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        { host: url.hostname, port: url.port, path: '/health', headers: { host: 'elsewhere.example' } },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
      asked.once('error', reject)
      asked.end()
    })
    expect(status).toBeGreaterThanOrEqual(400)
  })
})
