import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConfigError, isLoopback, readConfig } from './config.js'

/** The faults of an environment, none if it is right. */
function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as ConfigError).faults
  }
}

describe('the configuration', () => {
  it('needs nothing to be told', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      environment: 'production',
      port: 4000,
      host: '127.0.0.1',
      demonstration: true,
    })
    expect(config.dataDirectory).toMatch(/\.seedbed$/u)
    expect(config.database).toEqual({ dialect: 'sqlite', file: join(config.dataDirectory, 'seedbed.sqlite') })
    expect(isAbsolute(config.adminDirectory)).toBe(true)
  })

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '', SEEDBED_DEMO: '', NODE_ENV: '' })).toEqual(
      readConfig({}),
    )
  })

  it('reads what it is told', () => {
    const url = 'mysql://seedbed:p%40ss@db.example:3307/seedbed'
    const config = readConfig({
      PORT: '0',
      HOST: '::1',
      SEEDBED_DEMO: 'off',
      NODE_ENV: 'test',
      DATABASE_URL: url,
    })
    expect(config).toMatchObject({ port: 0, host: '::1', demonstration: false, environment: 'test' })
    expect(config.database).toEqual({ dialect: 'mysql', url })
  })

  it('reports all faults at once', () => {
    const faults = faultsOf({
      PORT: '70000',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://x/y',
      SEEDBED_DEMO: 'yes',
      NODE_ENV: 'prod',
    })
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'NODE_ENV',
      'PORT',
      'SEEDBED_DEMO',
      'SEEDBED_ORIGIN',
    ])
  })

  it.each(['-1', '4000x', '1e3', ' 4000'])('refuses the port "%s"', (port) => {
    expect(faultsOf({ PORT: port })).toHaveLength(1)
  })

  it.each(['mysql://host', 'mysql://host/', 'mysql:///name', 'mysql://host/a/b', 'host/name'])(
    'refuses the database address %s',
    (url) => {
      expect(faultsOf({ DATABASE_URL: url })).toHaveLength(1)
    },
  )

  it('names no password in a fault', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://seedbed:secret@host' }).join()).not.toContain('secret')
  })
})

describe('the demonstration serves only this machine', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s', (host) => {
    expect(isLoopback(host)).toBe(true)
    expect(faultsOf({ HOST: host })).toEqual([])
  })

  it.each(['0.0.0.0', '::', '192.168.1.5', 'seedbed.example', '127.evil.example', '128.0.0.1'])(
    'not %s',
    (host) => {
      expect(faultsOf({ HOST: host, SEEDBED_ORIGIN: 'https://seedbed.example' })).toEqual([
        expect.stringContaining('with the demonstration'),
      ])
    },
  )
})

describe('others are served', () => {
  it('only under the address that browsers show', () => {
    const faults = faultsOf({ HOST: '0.0.0.0', SEEDBED_DEMO: 'off' })
    expect(faults).toEqual([expect.stringMatching(/^SEEDBED_ORIGIN must be set/u)])
    const config = readConfig({
      HOST: '0.0.0.0',
      SEEDBED_DEMO: 'off',
      SEEDBED_ORIGIN: 'https://seedbed.example',
      SEEDBED_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
    })
    expect(config.origin?.host).toBe('seedbed.example')
    expect(config.trustedProxies).toBe('10.0.0.1, 10.0.0.2')
  })

  it.each([
    'seedbed.example',
    'https://seedbed.example/',
    'https://seedbed.example/x',
    'ftp://seedbed.example',
  ])('not under %s', (origin) => {
    expect(faultsOf({ SEEDBED_ORIGIN: origin })).toHaveLength(1)
  })
})

describe('sessions', () => {
  it('end after an hour without use and after twelve hours, or as told', () => {
    expect(readConfig({}).sessions).toEqual({ idleMinutes: 60, absoluteHours: 12 })
    const told = readConfig({ SEEDBED_SESSION_IDLE_MINUTES: '15', SEEDBED_SESSION_HOURS: '8' })
    expect(told.sessions).toEqual({ idleMinutes: 15, absoluteHours: 8 })
  })

  it.each(['0', '-1', '1.5', 'ever', '1441'])('are not idle for %s minutes', (minutes) => {
    expect(faultsOf({ SEEDBED_SESSION_IDLE_MINUTES: minutes })).toHaveLength(1)
  })
})

describe('secrets', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seedbed-secrets-'))
    await writeFile(join(folder, 'password'), 'p@ss/word\n')
    await writeFile(join(folder, 'empty'), '\n')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const DATABASE_URL = 'mysql://seedbed@db.example:3306/seedbed'

  it('are read from files, and written into the address of the database', () => {
    const { database } = readConfig({ DATABASE_URL, DATABASE_PASSWORD_FILE: join(folder, 'password') })
    expect(database).toEqual({
      dialect: 'mysql',
      url: 'mysql://seedbed:p%40ss%2Fword@db.example:3306/seedbed',
    })
  })

  it.each([
    ['empty', {}, 'is empty'],
    ['missing', {}, 'cannot be read'],
    ['password', { DATABASE_PASSWORD: 'x' }, 'both set'],
  ])('that cannot be had from the file %s are a fault', (file, more, words) => {
    const faults = faultsOf({ DATABASE_URL, DATABASE_PASSWORD_FILE: join(folder, file), ...more })
    expect(faults).toEqual([expect.stringContaining(words)])
  })
})

it('the safelist is off unless it is switched on', () => {
  expect(readConfig({}).safelist).toBeNull()
  expect(readConfig({ GRAPHQL_SAFELIST: 'on' }).safelist).toMatch(/operations\.json$/u)
  expect(faultsOf({ GRAPHQL_SAFELIST: 'yes' })).toEqual([expect.stringContaining('GRAPHQL_SAFELIST')])
})
