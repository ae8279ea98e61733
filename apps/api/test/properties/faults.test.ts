import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { useDatabase } from '../database.js'
import { faults } from './faults.js'
import { freeDepth } from './run.js'
import { endings, histories, reorganizations } from './steps.js'

/** A fault must show within so many histories of each sort. */
const limit = 24

describe('a planted fault is found', () => {
  const database = useDatabase()
  const samples = [
    ...fc.sample(histories, { seed: 20_261_121, numRuns: limit }),
    ...fc.sample(reorganizations, { seed: 20_261_121, numRuns: limit }),
    ...fc.sample(endings, { seed: 20_261_121, numRuns: limit }),
  ]

  beforeAll(() => freeDepth(database()))
  afterEach(() => {
    for (const { module } of faults) vi.doUnmock(module)
    vi.resetModules()
  })

  it.each(faults)(
    '$name',
    async ({ module, plant, shows = 'Difference' }) => {
      vi.resetModules()
      vi.doMock(module, async (importOriginal) => {
        const original = await importOriginal<Record<string, unknown>>()
        return { ...original, ...plant(original) }
      })
      const { liveThrough } = await import('./run.js')
      let found: unknown
      for (const steps of samples) {
        found = await liveThrough(database(), steps).then(
          () => undefined,
          (error: unknown) => error,
        )
        if (found) break
      }
      expect(found).toMatchObject({ name: shows })
    },
    120_000,
  )
})
