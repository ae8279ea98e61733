import { forecastRange, type ForecastFacts } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { candidate } from '../sources/grow-sources.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const ask = `query ($id: ID!, $year: Int!, $asOf: Date!) { organization(id: $id, at: $asOf) {
  forecast(year: $year, asOf: $asOf) { done target missing awaitingDecision awaitingCeremony cases years words wordsEn
    basis { id } range { least middle most } stages { stage candidates cases admitted } } } }`

interface Forecast {
  done: number
  missing: number | null
  cases: number
  years: number[]
  words: string
  wordsEn: string
  basis: { id: string } | null
  range: { least: number; middle: number; most: number } | null
  stages: ForecastFacts['stages']
}

async function forecast(unit: Unit, asOf: string): Promise<Forecast> {
  const variables = { id: unit.id, year: Number(asOf.slice(0, 4)), asOf }
  const { organization } = await api().data<{ organization: { forecast: Forecast } }>(ask, variables)
  return organization.forecast
}

describe('the forecast of a year', () => {
  it('is refused for a day outside the year', async () => {
    const { body } = await api().ask(ask, { id: units.k.id, year: 2023, asOf: '2024-06-01' })
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT')
  })

  it('is not made without past cases, and says so', async () => {
    const told = await forecast(units.m, '2024-06-01')
    expect(told).toMatchObject({ range: null, basis: null, cases: 0, years: [], missing: null })
    expect(told.words).toBe(
      'Chưa có chỉ tiêu, đã kết nạp 0, không có hồ sơ chờ quyết định. Chưa đủ trường hợp của các năm trước để dự kiến (có 0, cần 20).',
    )
  })

  it('is what the same date of three years brought, of the unit or else of the one above it', async () => {
    for (const year of [2021, 2022, 2023]) {
      const persons: string[] = []
      for (let index = 0; index < 8; index += 1)
        persons.push(await candidate(garden, units.k1, `${year}-01-05`, { listed: true }))
      for (const person of persons.slice(0, 4))
        await garden.event('recordAdmission', person, units.k1, `${year}-09-01`, { youthUnion: true })
    }
    await garden.admit(units.k1, '2022-10-01')
    await candidate(garden, units.k1, '2024-02-01', { listed: true })
    await garden.admit(units.k1, '2024-03-01')
    const stages = [{ stage: 'SYMPATHISER' as const, candidates: 13, cases: 36, admitted: 12 }]
    const told = await forecast(units.k1, '2024-06-01')
    expect(told).toMatchObject({ done: 1, cases: 36, years: [2021, 2022, 2023], stages })
    expect(told.range).toEqual(forecastRange({ done: 1, stages, newcomers: [0, 1, 0] }))
    expect(told.basis?.id).toBe(units.k1.id)
    expect(told.words).toContain(`Dự kiến cả năm ${told.range?.least}–${told.range?.most}`)
    expect(told.words).toContain('36 trường hợp của đơn vị các năm 2021, 2022, 2023')

    const young = await garden.unit('Chi bộ mới', 'CELL', units.k)
    await candidate(garden, young, '2024-02-01', { listed: true })
    const borrowed = await forecast(young, '2024-06-01')
    expect(borrowed).toMatchObject({ done: 0, cases: 36, basis: { id: units.k.id } })
    expect(borrowed.stages).toEqual([{ ...stages[0], candidates: 1 }])
    expect(borrowed.wordsEn).toContain('Xã Điện Phương')
  })

  it('says first what is missing of the target', async () => {
    const target = {
      organizationId: units.k1.id,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 7,
    }
    await garden.act('setTarget', target)
    const told = await forecast(units.k1, '2024-06-01')
    expect(told).toMatchObject({ target: 7, missing: 6 })
    expect(told.words).toMatch(/^Còn thiếu 6, không có hồ sơ chờ quyết định\. /u)
  })
})
