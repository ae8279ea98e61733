import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const mysqlUrl = process.env['TEST_MYSQL_URL']
const run = randomBytes(3).toString('hex')

/** Random histories on each engine: a small fixed sample, or as many as FC_RUNS says (a third on a server). */
const samples = Number(process.env['FC_RUNS'] ?? 12)
const histories = { sqlite: samples, mysql: Math.ceil(samples / 3) }

/** Random requests, and the seed they grow from. */
const fuzz = {
  requests: Number(process.env['FUZZ_REQUESTS'] ?? 1_000),
  seed: process.env['FUZZ_SEED'] ?? '1',
}

/** One copy of graphql: without it Vite takes the ES module and the libraries the CommonJS one. */
const alias = [{ find: /^graphql$/u, replacement: createRequire(import.meta.url).resolve('graphql') }]

const plantedFaults = 'test/properties/faults.test.ts'

/** The files share one worker, so that the API is loaded once; the planted faults load it anew for each. */
function apiProject(engine: 'sqlite' | 'mysql') {
  return {
    resolve: { alias },
    test: {
      name: `api-${engine}`,
      include: ['test/**/*.test.ts'],
      exclude: [plantedFaults],
      isolate: false,
      fileParallelism: false,
      provide: { engine, run, mysqlUrl: mysqlUrl ?? '', histories, fuzz },
      testTimeout: 20_000,
      hookTimeout: 180_000,
      ...(engine === 'mysql' ? { globalSetup: ['test/drop-leftovers.ts'] } : {}),
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      { resolve: { alias }, test: { name: 'rules', include: ['src/**/*.test.ts'], isolate: false } },
      apiProject('sqlite'),
      {
        resolve: { alias },
        test: {
          ...apiProject('sqlite').test,
          name: 'faults',
          include: [plantedFaults],
          exclude: [],
          isolate: true,
        },
      },
      ...(mysqlUrl ? [apiProject('mysql')] : []),
    ],
  },
})
