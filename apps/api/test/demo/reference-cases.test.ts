import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { checkReferenceFacts } from '../../src/demo/check.js'
import { loadDemonstration } from '../../src/demo/load.js'
import { useDatabase } from '../database.js'

const database = useDatabase()

describe('the demonstration in the database', () => {
  beforeAll(async () => {
    const start = performance.now()
    await loadDemonstration(createContext({ database: database() }))
    console.log('load', Math.round(performance.now() - start))
  }, 120_000)

  it('answers every published fact', async () => {
    const results = await checkReferenceFacts(createContext({ database: database() }))
    console.log(results.map((r) => `${r.agrees ? 'ok ' : 'NO '} ${r.id} ${r.text} | ${r.published} | ${r.computed}`).join('\n'))
    expect(results.filter(({ agrees }) => !agrees)).toEqual([])
  })
})
