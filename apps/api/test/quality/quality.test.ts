import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { cellWithMembers, certified, probationPapers, ready, votes } from '../dossiers/grow-dossiers.js'
import { Garden, type Unit } from '../grow.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const ask = `query ($id: ID!, $input: QualityInput!) { organization(id: $id) { quality(input: $input) {
  line count of figure { text numeratorName denominatorName } } } }`

interface Line {
  line: string
  count: number
  of: number
  figure: { text: string; denominatorName: string }
}

async function quality(unit: Unit, from: string, asOf: string): Promise<Record<string, Line>> {
  const { organization } = await api().data<{ organization: { quality: Line[] } }>(ask, {
    ...{ id: unit.id, input: { from, asOf } },
  })
  return Object.fromEntries(organization.quality.map((one) => [one.line, one]))
}

describe('quality beside quantity', () => {
  it('is not told of a period that ends before it begins, nor of a unit that is none', async () => {
    const refused = async (id: string, input: object) =>
      (await api().ask(ask, { id, input })).body.errors?.[0]?.extensions.code
    expect(await refused(units.k.id, { from: '2024-02-01', asOf: '2024-01-31' })).toBe('INVALID_INPUT')
    const { body } = await api().ask(ask, { id: 'x', input: { from: '2024-01-01', asOf: '2024-12-31' } })
    expect((body.data as { organization: unknown } | null)?.organization ?? null).toBeNull()
  })

  it('is nothing of nothing where nothing happened, and the last month is told once it has begun', async () => {
    const year = await quality(units.m, '2024-01-01', '2024-12-31')
    expect(Object.values(year).every(({ count, of }) => count === 0 && of === 0)).toBe(true)
    expect(year).toHaveProperty('LAST_MONTH')
    expect(await quality(units.m, '2024-01-01', '2024-11-30')).not.toHaveProperty('LAST_MONTH')
  })

  it('counts what failed, what came after its deadline and what was decided in December', async () => {
    const { cell, members } = await cellWithMembers(garden, units.k)
    const following = await ready(garden, await certified(garden, cell), members)
    await following.step('CELL_VOTE', '2024-07-01', { votes: votes(3) })
    await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    await following.step('PROPOSAL', '2024-07-15')
    await following.step('DECISION', '2024-12-20', { outcome: 'YES' })
    const prompt = await ready(garden, await certified(garden, cell), members)
    await prompt.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
    await prompt.step('PROPOSAL', '2024-07-15')
    await prompt.step('DECISION', '2024-08-05', { outcome: 'YES' })
    await prompt.step('CEREMONY', '2024-08-20')
    const told = await quality(units.root, '2024-01-01', '2024-12-31')
    expect(told).toMatchObject({
      CELL_VOTE_FAILED: { count: 1, of: 3 },
      DECISION_LATE: { count: 1, of: 2 },
      CEREMONY_LATE: { count: 0, of: 1 },
      RECOGNITION_LATE: { count: 0, of: 0 },
      PAPERS_INCOMPLETE: { count: 0, of: 2 },
      LAST_MONTH: { count: 1, of: 2, figure: { denominatorName: 'số kết nạp trong kỳ' } },
      LOST_IN_PROBATION: { count: 0, of: 0 },
    })
    expect(await quality(units.a, '2024-01-01', '2024-12-31')).toEqual(told)
    expect((await quality(units.b, '2024-01-01', '2024-12-31')).DECISION_LATE).toMatchObject({ of: 0 })

    await prompt.act('addDossierPapers', { papers: probationPapers('2025-08-22') })
    await prompt.step('RECOGNITION_VOTE', '2025-08-25', { votes: votes(4) })
    await prompt.step('RECOGNITION', '2025-12-10')
    await following.step('CANCELLATION', '2025-03-01', { note: 'Quyết định không đúng thẩm quyền' })
    expect(await quality(units.root, '2025-01-01', '2025-12-31')).toMatchObject({
      RECOGNITION_LATE: { count: 1, of: 1 },
      LOST_IN_PROBATION: { count: 1, of: 2 },
      RECOGNITION_VOTE_FAILED: { count: 0, of: 1 },
    })
  })
})
