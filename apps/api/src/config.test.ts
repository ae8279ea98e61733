import { isAbsolute, join } from 'node:path'
import { describe, expect, it } from 'vitest'
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

describe('without accounts only this machine is served', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s', (host) => {
    expect(isLoopback(host)).toBe(true)
    expect(faultsOf({ HOST: host })).toEqual([])
  })

  it.each(['0.0.0.0', '::', '192.168.1.5', 'seedbed.example', '127.evil.example', '128.0.0.1'])(
    'not %s',
    (host) => {
      expect(faultsOf({ HOST: host })[0]).toContain('without accounts')
    },
  )
})
