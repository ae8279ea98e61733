import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type FigureAnswer, type Unit } from '../grow.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }

let garden: Garden
let cell: Unit

type Ratio = FigureAnswer & { numeratorName: string; denominatorName: string; reason: string | null }

const ASK = `query ($id: ID!, $input: RatioInput!) { organization(id: $id, at: "2024-11-15") { ratio(input: $input) {
  numerator denominator value text numeratorName denominatorName reason } } }`

async function ratio(facts: Record<string, unknown> = {}): Promise<Ratio> {
  const input = { ...year2024, numerator: 'admitted', denominator: 'membersAtStart', ...facts }
  return (await api().data<{ organization: { ratio: Ratio } }>(ASK, { id: cell.id, input })).organization
    .ratio
}

const declare = (facts: Record<string, unknown>) =>
  garden.act('declareFigure', { organizationId: cell.id, ...year2024, ...facts })

beforeAll(async () => {
  garden = new Garden(api())
  cell = (await garden.province()).k1
  await garden.opening(cell, 20, 0, '2023-12-31')
  for (const day of ['2024-02-01', '2024-03-01']) await garden.admit(cell, day)
})

describe('a rate with a declared number', () => {
  it('is refused with a source that there is not, and with percentages', async () => {
    const refusal = async (facts: Record<string, unknown>) =>
      (
        await api().refusal(ASK, {
          id: cell.id,
          input: { ...year2024, numerator: 'admitted', denominator: 'members', ...facts },
        })
      ).extensions.code
    expect(await refusal({ denominatorSource: 'GUESSED' })).toBe('INVALID_INPUT')
    expect(await refusal({ denominator: 'femaleShare', denominatorSource: 'DECLARED' })).toBe('INVALID_INPUT')
  })

  it('has no value before the number is declared for exactly these days, and says why', async () => {
    await declare({ indicator: 'admitted', from: '2024-01-02', count: 9 })
    expect(await ratio({ numeratorSource: 'DECLARED' })).toMatchObject({
      numerator: null,
      value: null,
      text: '–',
      reason: 'NOT_DECLARED',
    })
  })

  it('names which served, and leaves the recorded one as it was', async () => {
    const recorded = await ratio()
    expect(recorded).toMatchObject({
      numerator: 2,
      denominator: 20,
      value: 10,
      denominatorName: 'đảng viên đến 31/12/2023',
    })
    await declare({ indicator: 'members', from: null, asOf: '2023-12-31', count: 25 })
    await declare({ indicator: 'admitted', count: 5 })
    expect(await ratio({ denominatorSource: 'DECLARED' })).toMatchObject({
      numerator: 2,
      denominator: 25,
      value: 8,
      reason: null,
      numeratorName: `${recorded.numeratorName} (số ghi nhận)`,
      denominatorName: 'đảng viên đến 31/12/2023 (số công bố)',
    })
    const both = { numeratorSource: 'DECLARED', denominatorSource: 'DECLARED' }
    expect(await ratio(both)).toMatchObject({ numerator: 5, denominator: 25, value: 20 })
    expect(await ratio({ ...both, denominator: 'members' })).toMatchObject({ reason: 'NOT_DECLARED' })
    expect(await ratio()).toEqual(recorded)
  })

  it('takes an exact number before a vague one, and none that was taken back', async () => {
    await declare({ indicator: 'recognized', count: 4, qualifier: 'ABOUT' })
    const asked = { numerator: 'recognized', numeratorSource: 'DECLARED' }
    expect(await ratio(asked)).toMatchObject({ numerator: 4 })
    const article = { organizationId: cell.id, number: 'Bài báo', title: 'Bài báo' }
    const { id: documentId } = await garden.act<{ id: string }>('createDocument', article, 'id')
    const exact = await declare({ indicator: 'recognized', count: 3, documentId })
    await garden.act('declareFigure', {
      organizationId: cell.id,
      ...year2024,
      indicator: 'recognized',
      from: '2024-01-03',
      count: 7,
    })
    expect(await ratio(asked)).toMatchObject({ numerator: 3 })
    await garden.act('correctDeclaredFigure', { ...exact, reason: 'In sai' })
    expect(await ratio(asked)).toMatchObject({ numerator: 4 })
  })
})
