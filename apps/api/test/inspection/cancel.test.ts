import type { OrganizationQuery } from '@seedbed/shared'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { createContext } from '../../src/context.js'
import { selectStoppable } from '../../src/database/stoppable.js'
import { answerOf } from '../../src/features/inspection/find-organizations.service.js'
import { FixedClock } from '../clock.js'
import { Garden } from '../grow.js'
import { Inspector } from './ask.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })
const cancelled = { code: 'CONFLICT', details: { reason: { key: 'QUERY_CANCELLED' } } }
const query: OrganizationQuery = { from: '2024-01-01', asOf: '2024-12-31', indicators: ['admitted'] }

let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  units = await new Garden(api()).province()
})

describe('a question that nobody waits for any longer', () => {
  it('is not begun', async () => {
    const ctx = createContext({ database: database(), signal: AbortSignal.abort() })
    await expect(answerOf(ctx, query)).rejects.toMatchObject(cancelled)
  })

  it('stops between the pieces in which units are summed', async () => {
    const gone = new AbortController()
    const ctx = createContext({ database: { ...database(), columnBytes: 0 }, signal: gone.signal })
    const asking = answerOf(ctx, query)
    gone.abort()
    await expect(asking).rejects.toMatchObject(cancelled)
  })

  it.runIf(inject('engine') === 'mysql')(
    'stops in the database too, and hits no other statement',
    async () => {
      const gone = new AbortController()
      const ctx = createContext({ database: database(), signal: gone.signal })
      const began = Date.now()
      const running = selectStoppable(ctx, 'SELECT SLEEP(15) AS slept')
      const failing = expect(running).rejects.toMatchObject(cancelled)
      await sleep(300)
      gone.abort()
      await failing
      expect(Date.now() - began).toBeLessThan(5_000)
      const left: unknown = await database().reader.query(
        `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP(15)%'`,
      )
      expect(Number((left as { n: number }[])[0]?.n)).toBe(0)
      for (let index = 0; index < 20; index += 1)
        expect(await database().reader.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    },
  )

  it('is stopped when the connection of the browser ends, and the server goes on', async () => {
    const gone = new AbortController()
    const body = JSON.stringify({
      query: 'query ($query: OrganizationQueryInput!) { findOrganizations(query: $query) { totalCount } }',
      variables: { query },
    })
    const headers = { 'content-type': 'application/json', cookie: api().shown.cookie ?? '' }
    const asking = fetch(`${api().url}/graphql`, { method: 'POST', headers, body, signal: gone.signal })
    gone.abort()
    await expect(asking).rejects.toThrow()
    expect((await new Inspector(api()).find({ ...query, scope: [units.root.id] })).totalCount).toBe(10)
  })
})

describe('a question that would cost too much', () => {
  it('is refused before anything is summed, with what would make it lighter', async () => {
    const garden = new Garden(api())
    for (let index = 0; index < 24; index += 1) await garden.unit(`Chi bộ ${index}`, 'CELL', units.k)
    const costs = (facts: Partial<OrganizationQuery>) =>
      api().data<{ queryEstimate: { asked: number; cost: number; limit: number } }>(
        'query ($query: OrganizationQueryInput!) { queryEstimate(query: $query) { asked cost limit } }',
        { query: { ...query, scope: [units.root.id], ...facts } },
      )
    const where = (count: number) => ({
      all: Array.from({ length: count }, (_, index) => ({
        compare: {
          ...{ indicator: 'admitted', operator: 'MORE' as const, number: 0, years: 10 },
          ...{ from: `${1910 + index}-01-01`, asOf: '2024-12-31' },
        },
      })),
    })
    const { queryEstimate } = await costs({ where: where(24) })
    expect(queryEstimate.asked).toBe(34)
    expect(queryEstimate.cost).toBeGreaterThan(queryEstimate.limit)
    const refused = async (facts: Partial<OrganizationQuery>) =>
      (await new Inspector(api()).refusal({ ...query, scope: [units.root.id], ...facts })).extensions
    expect(await refused({ where: where(24) })).toMatchObject({
      code: 'TOO_COMPLEX',
      reason: { key: 'QUERY_TOO_HEAVY', params: { lighter: { key: 'LIGHTER_TIERS' } } },
    })
    expect(await refused({ where: where(24), tiers: ['CELL'] })).toMatchObject({
      reason: { params: { lighter: { key: 'LIGHTER_YEARS' } } },
    })
  })
})
