import fc from 'fast-check'
import { beforeAll, expect, inject, it } from 'vitest'
import { useDatabase } from '../database.js'
import { freeDepth, liveThrough } from './run.js'
import { histories } from './steps.js'

const database = useDatabase()
const { sqlite, mysql } = inject('histories')
const numRuns = inject('engine') === 'sqlite' ? sqlite : mysql

beforeAll(() => freeDepth(database()))

it(
  `answers ${numRuns} random histories as the definitions do`,
  async () => {
    const run = async (steps: Parameters<typeof liveThrough>[1]) => {
      const world = await liveThrough(database(), steps)
      expect(world.units.length).toBeGreaterThan(10)
    }
    await fc.assert(fc.asyncProperty(histories, run), { seed: 20_261_121, numRuns, endOnFailure: true })
  },
  20_000 + numRuns * 5_000,
)
