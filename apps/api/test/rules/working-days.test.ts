import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
beforeAll(() => {
  garden = new Garden(api())
})

const asked = `query ($from: Date!, $days: Int!) { addWorkingDays(from: $from, days: $days) }`
const deadline = async (from: string, days: number) =>
  (await api().data<{ addWorkingDays: string }>(asked, { from, days })).addWorkingDays

interface WorkYear {
  year: number
  version: number
  source: string
  days: Array<{ date: string; kind: string; name: string }>
}
const years = async () =>
  (
    await api().data<{ workYears: WorkYear[] }>(
      '{ workYears { year version source days { date kind name } } }',
    )
  ).workYears

async function refused(facts: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal('setWorkYear', facts)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const newYear = { date: '2027-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch' }
const facts = { year: 2027, source: 'thử', version: 0, days: [newYear] }

describe('the calendar of working days', () => {
  it('knows Tết, days in lieu and swapped days from 2016 to 2026', async () => {
    expect(await deadline('2024-02-07', 1)).toBe('2024-02-15')
    expect(await deadline('2025-01-24', 1)).toBe('2025-02-03')
    expect(await deadline('2024-05-03', 1)).toBe('2024-05-04')
    expect(await deadline('2025-04-25', 1)).toBe('2025-04-26')
    expect(await deadline('2026-04-24', 1)).toBe('2026-04-28')
    expect(await deadline('2024-09-30', 60)).toBe('2024-12-23')
    expect((await years()).map(({ year }) => year)).toEqual(
      Array.from({ length: 11 }, (_, index) => 2016 + index),
    )
  })

  it('refuses to compute where a year is missing, and says which', async () => {
    for (const [from, days, year] of [
      ['2026-11-01', 60, 2027],
      ['2015-12-01', 3, 2015],
    ] as const) {
      const { extensions } = await api().refusal(asked, { from, days })
      expect(extensions).toMatchObject({
        code: 'CONFLICT',
        reason: { key: 'NO_WORK_YEAR', params: { year } },
      })
    }
    for (const days of [-1, 1_001])
      expect((await api().refusal(asked, { from: '2024-01-01', days })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
      })
  })

  it('is not set from days that cannot be', async () => {
    const cases: Array<Record<string, unknown>> = [
      { year: 1900, days: [] },
      { source: ' ' },
      { days: [{ ...newYear, date: '2026-01-01' }] },
      { days: [newYear, newYear] },
      { days: [{ ...newYear, kind: 'WORKDAY' }] },
      { days: [{ ...newYear, name: '' }] },
    ]
    for (const one of cases)
      expect(await refused({ ...facts, ...one }), JSON.stringify(one)).toMatchObject({
        code: 'INVALID_INPUT',
        fields: anyField,
      })
    expect(await refused({ ...facts, version: 3 })).toMatchObject({ code: 'CONFLICT', actualVersion: 0 })
  })

  it('begins a year from what the library proposes, with a preview, and can be changed', async () => {
    const proposal = `{ proposedWorkYear(year: 2027) { year version days { date kind name } } }`
    const { proposedWorkYear } = await api().data<{ proposedWorkYear: WorkYear }>(proposal)
    expect(proposedWorkYear.version).toBe(0)
    const days = proposedWorkYear.days
    expect(days.map(({ date }) => date)).toContain('2027-02-08')
    const preview = `query ($input: WorkYearInput!) { previewWorkYear(input: $input) {
      workingDaysBefore workingDaysAfter added { date } removed { date } } }`
    const input = { year: 2027, source: 'thử', days }
    const { previewWorkYear } = await api().data<{ previewWorkYear: Record<string, unknown> }>(preview, {
      input,
    })
    expect(previewWorkYear).toMatchObject({ workingDaysBefore: null, removed: [] })
    await garden.act('setWorkYear', { ...input, version: 0 }, 'year version')
    expect(await deadline('2026-12-30', 2)).toBe('2027-01-04')
    expect(await refused({ ...input, version: 0 })).toMatchObject({ code: 'CONFLICT', actualVersion: 1 })
    const swapped = [
      ...days,
      { date: '2027-01-02', kind: 'WORKDAY', name: 'Làm bù' },
      { date: '2027-01-04', kind: 'HOLIDAY', name: 'Nghỉ hoán đổi' },
    ]
    const changed = await api().data<{ previewWorkYear: Record<string, unknown> }>(preview, {
      input: { ...input, days: swapped },
    })
    const before = Number(previewWorkYear.workingDaysAfter)
    expect(changed.previewWorkYear).toMatchObject({
      workingDaysBefore: before,
      workingDaysAfter: before,
      added: [{ date: '2027-01-02' }, { date: '2027-01-04' }],
    })
    await garden.act('setWorkYear', { ...input, days: swapped, version: 1 }, 'year version')
    expect(await deadline('2027-01-02', 1)).toBe('2027-01-05')
  })
})

const anyField = expect.anything() as unknown
