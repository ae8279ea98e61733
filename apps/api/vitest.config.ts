import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const mysqlUrl = process.env['TEST_MYSQL_URL']
const run = randomBytes(3).toString('hex')

/** One copy of graphql: without it Vite takes the ES module and the libraries the CommonJS one. */
const alias = [{ find: /^graphql$/u, replacement: createRequire(import.meta.url).resolve('graphql') }]

function apiProject(engine: 'sqlite' | 'mysql') {
  return {
    resolve: { alias },
    test: {
      name: `api-${engine}`,
      include: ['test/**/*.test.ts'],
      provide: { engine, run, mysqlUrl: mysqlUrl ?? '' },
      testTimeout: 20_000,
      hookTimeout: 60_000,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'rules', include: ['src/**/*.test.ts'] } },
      apiProject('sqlite'),
      ...(mysqlUrl ? [apiProject('mysql')] : []),
    ],
  },
})
